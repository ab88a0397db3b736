import type { CompiledSchema, JsonSchema } from "./compiled-schema.ts";
import { startOf } from "./place.ts";
import { plain } from "./plain.ts";
import type { Problem } from "./problem.ts";
import { explain } from "./schema-errors.ts";
import type { Value } from "./value.ts";

const MOST_PROBLEMS = 50;

export type Validate = (root: Value) => Problem[];

const compiled = new WeakMap<JsonSchema, Promise<Validate>>();

/**
 * The check of one JSON Schema 2020-12, compiled once. Its problems stand where the value does, an unknown key's
 * where the key does. The schema engine is loaded with the first schema.
 */
export function validator(schema: JsonSchema): Promise<Validate> {
  const known = compiled.get(schema);
  if (known) return known;
  const fresh = compile(schema).then(validateWith);
  compiled.set(schema, fresh);
  return fresh;
}

/** The same for a check that was compiled ahead of time, with `allErrors` and `verbose`. */
export function validateWith(check: CompiledSchema): Validate {
  return (root) => {
    if (check(plain(root))) return [];
    const problems = explain(check.errors ?? [], root);
    return problems.length > MOST_PROBLEMS ? shortened(problems) : problems;
  };
}

async function compile(schema: JsonSchema): Promise<CompiledSchema> {
  const { compileSchema } = await import("./schema-engine.ts");
  return compileSchema(schema);
}

function shortened(problems: readonly Problem[]): Problem[] {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const more = problems.length - MOST_PROBLEMS;
  const says = `${more} more problems like these follow`;
  const at = shown.at(-1)?.at ?? startOf("");
  shown.push({ code: "more-problems", about: "schema", at, says, fix: "correct those above first" });
  return shown;
}
