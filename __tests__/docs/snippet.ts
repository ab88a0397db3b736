import { parse, stringify } from "yaml";
import approvalsSchema from "../../schemas/approvals.schema.json" with { type: "json" };
import configurationSchema from "../../schemas/configuration.schema.json" with { type: "json" };
import cardSchema from "../../schemas/model-card.schema.json" with { type: "json" };
import policySchema from "../../schemas/policy.schema.json" with { type: "json" };
import policyTestSchema from "../../schemas/policy-test.schema.json" with { type: "json" };
import type { JsonSchema } from "../../src/documents/compiled-schema.ts";
import type { Problem } from "../../src/documents/problem.ts";
import { validator } from "../../src/documents/schema.ts";
import { parseYaml } from "../../src/documents/yaml.ts";
import { readConfiguration } from "../../src/policy/configuration.ts";
import { readPolicy } from "../../src/policy/read.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { textOf } from "./pages.ts";

/** A part of a file as documentation shows it. */
export interface Snippet {
  readonly path: string;
  readonly text: string;
}

/** What a block is, by its keys at the top. */
export function kindOf({
  text,
}: Snippet): "approvals" | "card" | "configuration" | "policy" | "policy-test" | "other" {
  const root: unknown = parse(text);
  const keys = typeof root === "object" && root !== null && !Array.isArray(root) ? Object.keys(root) : [];
  const fits = (schema: { readonly properties: object }) =>
    keys.length > 0 && keys.every((key) => Object.hasOwn(schema.properties, key));
  if (fits(approvalsSchema)) return "approvals";
  if (fits(cardSchema)) return "card";
  if (fits(configurationSchema)) return "configuration";
  if (fits(policyTestSchema)) return "policy-test";
  return fits(policySchema) ? "policy" : "other";
}

/** What is wrong in a snippet, by the schema of what it is a part of. */
export async function problemsOf(block: Snippet): Promise<readonly Problem[]> {
  switch (kindOf(block)) {
    case "card":
      return cardProblems(block);
    case "configuration": {
      const reading = await readConfiguration(block.text, block.path, CAPS);
      return reading.kind === "wrong" ? reading.problems : [];
    }
    case "policy":
      return policyProblems(block);
    case "approvals":
      return wholeProblems(block, approvalsSchema);
    case "policy-test":
      return wholeProblems(block, policyTestSchema);
    case "other":
      return [];
  }
}

async function wholeProblems({ text, path }: Snippet, schema: JsonSchema): Promise<readonly Problem[]> {
  const { root, problems } = parseYaml(text, path, CAPS);
  return root === null ? problems : (await validator(schema))(root);
}

/** A part of a card is judged as if it stood in one. */
async function cardProblems({ text, path }: Snippet): Promise<readonly Problem[]> {
  const whole = /^model:/m.test(text) ? text : `model: { id: example }\n${text}`;
  const { root, problems } = parseYaml(whole, path, CAPS);
  const validate = await validator(cardSchema);
  return root === null ? problems : [...problems, ...validate(root)];
}

/** A part of a policy is judged as if it stood in the baseline. */
async function policyProblems({ text, path }: Snippet): Promise<readonly Problem[]> {
  const whole = stringify(over(parse(textOf("policies/baseline.yaml")), parse(text)));
  const reading = await readPolicy(whole, path, RULES, CAPS);
  return reading.kind === "wrong" ? reading.problems : [];
}

function over(below: unknown, above: unknown): unknown {
  if (!isMap(below) || !isMap(above)) return above;
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above))
    merged[key] = key in below ? over(below[key], value) : value;
  return merged;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
