import type { Json } from "../../../output/json.ts";

/** `!Ref x` in YAML is `{"Ref": x}` in JSON, and `!Sub x` is `{"Fn::Sub": x}`. Null for what is no intrinsic. */
export function intrinsicOf(json: Json): { readonly name: string; readonly given: Json } | null {
  if (json.size !== 1) return null;
  for (const [key, given] of json.entries()) {
    if (key.startsWith("!")) return { name: key.slice(1), given };
    if (key === "Ref" || key === "Condition") return { name: key, given };
    if (key.startsWith("Fn::")) return { name: key.slice("Fn::".length), given };
  }
  return null;
}

/** A text that is known without deploying: written out, or substituted without a variable in it. */
export function knownText(json: Json): string | null {
  const text = json.text();
  if (text !== null) return text;
  const intrinsic = intrinsicOf(json);
  const substituted = intrinsic?.name === "Sub" ? intrinsic.given.text() : null;
  return substituted !== null && !substituted.includes("${") ? substituted : null;
}

export function knownNumber(json: Json): number | null {
  return json.number();
}

/** The logical id of the resource or parameter that is referred to. */
export function referred(json: Json): string | null {
  const intrinsic = intrinsicOf(json);
  if (intrinsic?.name === "Ref") return intrinsic.given.text();
  if (intrinsic?.name !== "GetAtt") return null;
  return intrinsic.given.get(0).text() ?? intrinsic.given.text()?.split(".")[0] ?? null;
}
