import { textOf } from "./text-of.ts";
import type { Value } from "./value.ts";

const LONGEST = 60;

/** What stands there written as one of the types that are wanted, in the card's own language; null when it cannot be told. */
export function retyped(
  key: string,
  value: Value | null,
  types: readonly string[],
  json: boolean,
): string | null {
  const fixed = value && types.map((type) => asType(value, type, json)).find((text) => text !== null);
  return fixed ? `\`${line(key, fixed, json)}\`` : null;
}

/** What to write where that says nothing of the right value. */
export function example(key: string, types: readonly string[], json: boolean): string {
  const of = (value: string) => `\`${line(key, value, json)}\``;
  if (types.includes("boolean")) return `${of("true")} or ${of("false")}`;
  if (types.includes("integer") || types.includes("number")) return `it in digits, such as ${of("1000")}`;
  if (types.includes("array")) return of("[…]");
  return types.includes("object") ? of("{ … }") : of(json ? '"…"' : "…");
}

/** `key: value`, as the card's language writes it. */
export function line(key: string, value: string, json: boolean): string {
  return json ? `${JSON.stringify(key)}: ${value}` : `${key}: ${value}`;
}

function asType(value: Value, type: string, json: boolean): string | null {
  switch (type) {
    case "array":
      return asList(value, json);
    case "number":
    case "integer":
      return value.kind === "scalar" ? numberIn(textOf(value), type === "integer") : null;
    case "boolean":
      return value.kind === "scalar" ? truthIn(textOf(value)) : null;
    case "string":
      return asText(value, json);
    default:
      return null;
  }
}

function asList(value: Value, json: boolean): string | null {
  switch (value.kind) {
    case "scalar":
      if (value.value === null) return null;
      return saysNone(textOf(value)) ? "[]" : `[${written(textOf(value), json)}]`;
    case "map": {
      const [first] = value.entries.values();
      if (!first) return "[]";
      const inside = first.value.kind === "scalar" ? written(textOf(first.value), json) : "…";
      return `[{ ${line(first.key.slice(0, LONGEST), inside, json)}${value.entries.size > 1 ? ", …" : ""} }]`;
    }
    case "list":
      return null;
  }
}

function asText(value: Value, json: boolean): string | null {
  if (value.kind === "scalar") return value.value === null ? null : JSON.stringify(cut(textOf(value)));
  const items = value.kind === "list" ? value.items : [];
  const texts = items.flatMap((item) =>
    item.kind === "scalar" && item.value !== null ? [textOf(item)] : [],
  );
  if (texts.length === 0 || texts.length < items.length) return null;
  return written(texts.join("; "), json);
}

/** "about 1,000" means 1000; "many" no number, and "10-20" not one. */
function numberIn(text: string, whole: boolean): string | null {
  const found = text.match(/\d[\d,_]*(?:\.\d+)?%?/g) ?? [];
  const [only] = found;
  if (found.length !== 1 || !only || text.length > LONGEST) return null;
  const number = only.replaceAll(/[,_]/g, "");
  if (number.endsWith("%"))
    return whole ? null : String(Number((Number(number.slice(0, -1)) / 100).toPrecision(15)));
  return whole && number.includes(".") ? null : number;
}

function truthIn(text: string): string | null {
  if (/^(?:yes|y|true|on|1)$/i.test(text.trim())) return "true";
  return /^(?:no|n|false|off|0|none)$/i.test(text.trim()) ? "false" : null;
}

/** Written where a list belongs, these mean an empty one. */
export function saysNone(text: string): boolean {
  return /^(?:none|no|nothing|nil|null|n\/?a|-+)$/i.test(text.trim());
}

/** Text that means itself; in quotes where it would mean something else. */
function written(text: string, json: boolean): string {
  const short = cut(text);
  const means = json || !/^\p{L}[\p{L}\p{N} ._()/+-]*$/u.test(short) || MEANS_ELSE.test(short);
  return means ? JSON.stringify(short) : short;
}

const MEANS_ELSE = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

function cut(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ").replaceAll("`", "'").trim();
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat;
}
