import { Ajv2020, type Options } from "ajv/dist/2020.js";
import type { CompiledSchema, JsonSchema } from "./schema.ts";

/** Compiles a JSON Schema 2020-12. A file of its own, so that the engine is loaded only where a schema is compiled. */
export function compileSchema(schema: JsonSchema, options: Options): CompiledSchema {
  return new Ajv2020(options).compile(schema);
}
