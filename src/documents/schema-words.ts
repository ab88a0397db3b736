import type { ErrorObject } from "ajv/dist/2020.js";

const TYPES: ReadonlyMap<string, string> = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["integer", "a whole number"],
  ["boolean", "true or false"],
  ["null", "empty"],
  ["array", "a list"],
  ["object", "a map of keys"],
]);

const SHOWN = 80;

/** A JSON Schema type, or several, by name. */
export function typesOf(types: unknown): string[] {
  return Array.isArray(types) ? types.map(String) : String(types).split(",");
}

/** The same in plain words. */
export function describeTypes(types: readonly string[]): string {
  const words = types.map((name) => TYPES.get(name) ?? name);
  const last = words.pop() ?? "something else";
  return words.length === 0 ? last : `${words.join(", ")} or ${last}`;
}

/** What stands there, short enough for one line. */
export function shownValue(data: unknown): string {
  if (data === null || data === undefined) return "empty";
  if (Array.isArray(data)) return data.length === 0 ? "an empty list" : `a list of ${data.length}`;
  if (typeof data === "object") return "a map of keys";
  return typeof data === "string" ? `the text ${JSON.stringify(shorten(data))}` : `\`${String(data)}\``;
}

/** What the rule that was broken asks, to follow the name of the value. */
export function ruleInWords({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case "pattern":
    case "format":
      return "must have the right form";
    case "anyOf":
    case "oneOf":
      return "must have one of the forms it may have";
    case "const":
      return `must be ${shownValue(params.allowedValue)}`;
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return `must be ${String(params.comparison)} ${String(params.limit)}`;
    case "minItems":
      return `must have at least ${String(params.limit)} items`;
    case "maxItems":
      return `must have at most ${String(params.limit)} items`;
    default:
      return message ?? "must be something else";
  }
}

export function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}

export function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
