import cardSchema from "../../../schemas/model-card.schema.json" with { type: "json" };
import {
  BOOL,
  DOUBLE,
  type Field,
  INT,
  listOf,
  mapOf,
  record,
  STRING,
  TIMESTAMP,
  type Type,
  wordOf,
} from "../../expressions/type.ts";

type Schema = Readonly<Record<string, unknown>>;

/** The card as expressions see it: every key of its schema, each of which may be absent. */
export const CARD: Type = typeOf("card", cardSchema);

/** Where a key may be text or a list, it is a list; where it may be text or a record, it is a record. */
function typeOf(path: string, written: Schema): Type {
  const schema = resolved(written);
  const types = [schema.type].flat();
  if (schema.items !== undefined) return listOf(typeOf(`${path}[]`, schema.items as Schema));
  if (schema.properties !== undefined) return recordOf(path, schema.properties as Record<string, Schema>);
  if (schema.type === "object") return mapOf(STRING);
  if (Array.isArray(schema.enum)) return wordOf(`value of \`${path}\``, schema.enum.map(String));
  if (types.includes("string")) return isDate(schema) ? TIMESTAMP : STRING;
  switch (schema.type) {
    case "boolean":
      return BOOL;
    case "integer":
      return INT;
    case "number":
      return DOUBLE;
    default:
      return STRING;
  }
}

function recordOf(path: string, properties: Readonly<Record<string, Schema>>): Type {
  const fields = Object.entries(properties).filter(([key]) => !key.startsWith("$"));
  return record(
    path,
    Object.fromEntries(
      fields.map(([key, schema]): [string, Field] => [
        key,
        {
          type: typeOf(`${path}.${key}`, schema),
          says: String(schema.description ?? resolved(schema).description),
        },
      ]),
    ),
  );
}

function isDate({ pattern }: Schema): boolean {
  return typeof pattern === "string" && pattern.startsWith("^[0-9]{4}-(0[1-9]");
}

function resolved(schema: Schema): Schema {
  if (typeof schema.$ref !== "string") return schema;
  const definitions: Readonly<Record<string, Schema>> = cardSchema.$defs;
  return definitions[schema.$ref.replace("#/$defs/", "")] ?? schema;
}
