import cardSchema from "../../schemas/model-card.schema.json" with { type: "json" };
import { code, table } from "./table.ts";

type Schema = Readonly<Record<string, unknown>>;

/** docs/card-keys.md: every key of the native card, from the descriptions of its schema. */
export function cardKeys(): string {
  const keys = Object.entries(propertiesOf(cardSchema)).filter(([name]) => name !== "$schema");
  const plain = keys.filter(([, schema]) => !hasKeys(schema));
  const sections = keys
    .filter(([, schema]) => hasKeys(schema))
    .flatMap(([name, schema]) => section(name, schema));
  const parts = [
    "<!-- Generated from schemas/model-card.schema.json by npm run docs. -->",
    "# The card, key by key",
    `${cardSchema.description} What the keys mean together is in [card.md](card.md).`,
    "`[]` marks the entries of a list. Only `model.id` is needed for a card to be read; what else is required is the policy's to say. " +
      "A key that is not here is a finding, and the nearest one is named; keys that start with `x-` are your own.",
    "## At the top",
    table(
      HEAD,
      plain.map(([name, schema]) => row(name, schema)),
    ),
    ...sections,
  ];
  return `${parts.join("\n\n")}\n`;
}

const HEAD = ["key", "type", "meaning"] as const;

function section(name: string, schema: Schema): string[] {
  const rows = below(name, schema).map(([path, child]) => row(path, child));
  return [`## ${name}`, String(schema.description), table(HEAD, rows)];
}

/** All keys under a schema, with their dotted paths. */
function below(path: string, schema: Schema): [string, Schema][] {
  const list = schema.items as Schema | undefined;
  const inside = list && hasKeys(resolved(list)) ? resolved(list) : schema;
  const prefix = inside === schema ? path : `${path}[]`;
  return Object.entries(propertiesOf(inside)).flatMap(([name, written]): [string, Schema][] => {
    const child = resolved(written);
    const at = `${prefix}.${name}`;
    return [[at, { ...child, ...written }], ...(hasKeys(child) ? below(at, child) : [])];
  });
}

function row(path: string, schema: Schema): string[] {
  return [code(path), typeWords(resolved(schema)), String(schema.description)];
}

function typeWords(schema: Schema): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((word) => code(String(word))).join(", ");
  if (schema.type === "array")
    return hasKeys(schema) ? "list of entries" : `list of ${typeWords((schema.items ?? {}) as Schema)}`;
  if (schema.type === "object") return propertiesCount(schema) > 0 ? "map" : "map of your own keys";
  if (Array.isArray(schema.type)) return schema.type.map((type) => wordOf(String(type), schema)).join(" or ");
  return wordOf(String(schema.type), schema);
}

function wordOf(type: string, schema: Schema): string {
  switch (type) {
    case "string":
      return String(schema.description).includes("A date such as") ? "date" : "text";
    case "boolean":
      return "`true` or `false`";
    case "integer":
      return "whole number";
    case "object":
      return "map";
    case "array":
      return "list";
    default:
      return type;
  }
}

function hasKeys(schema: Schema): boolean {
  const target = resolved(schema);
  const items = target.items as Schema | undefined;
  return propertiesCount(target) > 0 || (items !== undefined && propertiesCount(resolved(items)) > 0);
}

function propertiesCount(schema: Schema): number {
  return Object.keys(propertiesOf(schema)).length;
}

function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  return (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
}

const DEFINITIONS: Readonly<Record<string, Schema>> = cardSchema.$defs;

function resolved(schema: Schema): Schema {
  const name = typeof schema.$ref === "string" ? schema.$ref.replace("#/$defs/", "") : null;
  if (name === null) return schema;
  const target = DEFINITIONS[name];
  if (!target) throw new Error(`the card's schema has no $defs/${name}`);
  return target;
}
