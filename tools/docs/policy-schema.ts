import { readFileSync } from "node:fs";
import { parameterSchema } from "../../src/policy/parameters.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import { inRoot } from "./root.ts";

type Schema = Readonly<Record<string, unknown>>;

export const POLICY_SCHEMA_PATH = "schemas/policy.schema.json";

/** schemas/policy.schema.json with every rule that ships under `rules`, so that editors complete its id and its parameters. */
export function policySchema(): string {
  const { $defs, ...written } = JSON.parse(readFileSync(inRoot(POLICY_SCHEMA_PATH), "utf8")) as {
    readonly $defs: Schema;
  };
  const rules = {
    type: "object",
    propertyNames: { pattern: "^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$" },
    properties: Object.fromEntries(RULES.map((rule) => [rule.id, settingOf(rule)])),
    additionalProperties: { $ref: "#/$defs/ruleSetting" },
  };
  return `${JSON.stringify({ ...written, $defs: { ...$defs, rules } }, null, 2)}\n`;
}

function settingOf(rule: AnyRule): Schema {
  const { $id: _id, ...parameters } = parameterSchema(rule);
  return {
    description: rule.question,
    type: "object",
    additionalProperties: false,
    properties: {
      severity: { $ref: "#/$defs/ruleSetting/properties/severity" },
      due: { $ref: "#/$defs/ruleSetting/properties/due" },
      parameters: { description: parametersWords(rule), ...parameters },
    },
  };
}

function parametersWords({ parameters }: AnyRule): string {
  const names = Object.keys(parameters);
  return names.length === 0 ? "This rule takes none." : `Its parameters: ${names.join(", ")}.`;
}
