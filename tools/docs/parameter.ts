import { stringify } from "yaml";
import type { ParameterSchema } from "../../src/rules/rule.ts";
import { code } from "./table.ts";

type Schema = Readonly<Record<string, unknown>>;

/** A parameter's JSON Schema in words: "integer, 1 to 6", "list of text", "list of entries with `kind`, …". */
export function typeWords(schema: Schema): string {
  if (Array.isArray(schema.enum)) return `one of ${schema.enum.map((word) => code(String(word))).join(", ")}`;
  switch (schema.type) {
    case "array":
      return `list of ${itemWords((schema.items ?? {}) as Schema)}`;
    case "object":
      return `entry with ${keyWords(schema)}`;
    case "integer":
      return `whole number${boundWords(schema)}`;
    case "number":
      return `number${boundWords(schema)}`;
    case "boolean":
      return "`true` or `false`";
    default:
      return "text";
  }
}

function itemWords(items: Schema): string {
  if (Array.isArray(items.enum)) return items.enum.map((word) => code(String(word))).join(", ");
  return items.type === "object" ? `entries with ${keyWords(items)}` : typeWords(items);
}

function keyWords({ properties, required }: Schema): string {
  const needed = new Set(Array.isArray(required) ? required : []);
  const keys = Object.keys((properties ?? {}) as Schema);
  const always = keys.filter((key) => needed.has(key)).map(code);
  const perhaps = keys.filter((key) => !needed.has(key)).map(code);
  return [always.join(", "), ...(perhaps.length > 0 ? [`perhaps ${perhaps.join(", ")}`] : [])]
    .filter(Boolean)
    .join("; ");
}

function boundWords({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string {
  const words = [
    typeof minimum === "number" ? `at least ${minimum}` : "",
    typeof exclusiveMinimum === "number" ? `above ${exclusiveMinimum}` : "",
    typeof maximum === "number" ? `at most ${maximum}` : "",
    typeof exclusiveMaximum === "number" ? `below ${exclusiveMaximum}` : "",
  ].filter(Boolean);
  return words.map((word) => `, ${word}`).join("");
}

export function defaultWords(schema: ParameterSchema): string {
  return code(inline(schema.default));
}

/** A value on one line, as YAML. */
export function inline(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim();
}
