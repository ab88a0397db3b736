import type { Problem } from "../documents/problem.ts";
import { validator } from "../documents/schema.ts";
import type { Value } from "../documents/value.ts";
import type { AnyRule, ParameterSchema } from "../rules/rule.ts";
import { metricProblems } from "./metric-names.ts";

/** What is wrong with the parameters that a policy gives a rule. */
export async function parameterProblems(rule: AnyRule, setting: Value): Promise<readonly Problem[]> {
  const parameters = setting.kind === "map" ? setting.entries.get("parameters")?.value : undefined;
  if (!parameters) return [];
  if (Object.keys(rule.parameters).length === 0) return noParameters(rule, parameters);
  const validate = await validator(parameterSchema(rule));
  const wrong = validate(parameters);
  return wrong.length > 0 ? wrong : metricProblems(parameters, rule.id);
}

function noParameters(rule: AnyRule, given: Value): Problem[] {
  if (given.kind !== "map") return [];
  return [...given.entries.values()].map(({ key, keyAt }) => ({
    code: "unknown-parameter",
    about: `${rule.id}/${key}`,
    at: keyAt,
    says: `\`${key}\` is not a known key: ${rule.id} takes no parameters`,
    fix: `take \`${key}\` out`,
  }));
}

const SCHEMAS = new WeakMap<AnyRule, Readonly<Record<string, unknown>>>();

/** The JSON Schema of a rule's parameters, the same object each time so that it is compiled once. */
export function parameterSchema(rule: AnyRule): Readonly<Record<string, unknown>> {
  const known = SCHEMAS.get(rule);
  if (known) return known;
  const schema = {
    $id: `effective-challenge:parameters/${rule.id}`,
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(rule.parameters).map(([name, schema]) => [name, valueSchema(schema)]),
    ),
  };
  SCHEMAS.set(rule, schema);
  return schema;
}

/** `stricter` is for where policies meet; it says nothing of one value. */
function valueSchema({ stricter, ...schema }: ParameterSchema): Readonly<Record<string, unknown>> {
  return schema;
}
