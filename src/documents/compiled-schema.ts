import type { ErrorObject } from "ajv/dist/2020.js";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The parts of a compiled check that this file needs, whether compiled now or by the build. */
export interface CompiledSchema {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

// Start time: our schemas are checked against the meta-schema by tests, and compiled without polishing the code.
export const OPTIONS = {
  allErrors: true,
  verbose: true,
  messages: false,
  strict: true,
  allowUnionTypes: true,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
} as const;
