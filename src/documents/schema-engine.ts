import { Ajv2020 } from "ajv/dist/2020.js";
import { type CompiledSchema, type JsonSchema, OPTIONS } from "./compiled-schema.ts";

/** Compiles a JSON Schema 2020-12. A file of its own, so that the engine is loaded only where a schema is compiled; the bundle has the compiled checks in its place. */
export async function compileSchema(schema: JsonSchema): Promise<CompiledSchema> {
  return new Ajv2020(OPTIONS).compile(schema);
}
