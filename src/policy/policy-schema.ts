import forEditors from "../../schemas/policy.schema.json" with { type: "json" };
import type { JsonSchema } from "../documents/compiled-schema.ts";

/**
 * The schema by which a policy is read. The one for editors also lists each rule with its parameters, of which a reading
 * asks the rules themselves.
 */
export const POLICY_SCHEMA: JsonSchema = {
  ...forEditors,
  $defs: {
    ...forEditors.$defs,
    rules: { type: "object", additionalProperties: { $ref: "#/$defs/ruleSetting" } },
  },
};
