import type { Json } from "../../output/json.ts";

/** A map's scalars as text, as Go reads them into labels; anything else is left out. */
export function textsOf(map: Json): Readonly<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null);
  for (const [key, value] of map.entries()) {
    const text = scalarText(value);
    if (text !== null) texts[key] = text;
  }
  return texts;
}

export function scalarText({ value }: Json): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** Also as YAML 1.1 writes it, which Go's tools read; null for what is neither. */
export function truth(json: Json): boolean | null {
  const word = json.text()?.toLowerCase() ?? json.boolean();
  if (word === true || word === "true" || word === "yes" || word === "on") return true;
  return word === false || word === "false" || word === "no" || word === "off" ? false : null;
}
