import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { contrasted } from "../../src/gate.ts";
import { LIFECYCLES, TIERS } from "../../src/inventory/vocabulary.ts";
import { shippedControls } from "../../src/main/shipped-controls.ts";
import { comparePolicies } from "../../src/policy/compare/compare.ts";
import { serialise } from "../../src/report/escape/json.ts";
import { explainedRule } from "../../src/report/explain/rule.ts";
import { explainedTiers } from "../../src/report/explain/tier.ts";
import { policyDiff } from "../../src/report/policy/diff.ts";
import { shownPolicy } from "../../src/report/policy/shown.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { broken } from "../support/challenged.ts";
import { dossierOf } from "../support/dossier.ts";
import { loadedPolicy } from "../support/loaded-policy.ts";
import { memoryTree } from "../support/memory-tree.ts";
import { type Free, misspelt } from "../support/misspelt.ts";

/** What a policy and its rules hold under names of their own, and values of any shape. */
const FREE: Free = {
  names: /\/(?:escalateFamilies|parameters|failing|passing|passing\/[^/]+)$/,
  values: /\/(?:value|default|stated)$/,
};

const OURS = `name: ours
version: 2
extends: [baseline]
tiers:
  low:
    blocking: { production: critical }
    accept: { medium: { by: us, days: 3 } }
    escalate: { families: { fairness: { high: ethics } } }
    rules: { inventory/review-current: { severity: low, parameters: { maximumDays: 9000 } } }
custom_rules:
  ours/used:
    question: Is there a use?
    controls: [DOC-02]
    needs: [{ metric: recall, split: test }]
    when: stage == "production"
    check: has(card.use)
    message: no use
    fix: write it
    at: use
`;

const { controls } = await shippedControls();
const [ours, other, baseline] = await Promise.all([
  loadedPolicy({ "policy.yaml": OURS }),
  loadedPolicy({
    "policy.yaml": OURS.replace("has(card.use)", "has(card.data)").replace("days: 3", "days: 30"),
  }),
  loadedPolicy({}, "baseline"),
]);
const rules = [...RULES, ...ours.customRules];

async function diffs(): Promise<readonly unknown[]> {
  const gentle = await loadedPolicy({
    "policy.yaml": `name: gentle
version: 1
extends: [x.yaml]
`,
    "x.yaml": readFileSync("policies/baseline.yaml", "utf8").replaceAll(
      /data\/predictions-well-formed: \{ severity: \w+ \}/g,
      "data/predictions-well-formed: { severity: low }",
    ),
  });
  const request = { head: memoryTree(broken("a")), scope: [""], stage: null, asOf: "2026-11-23" };
  const { contrasts } = await contrasted({ ...request, before: baseline, after: gentle });
  return [
    policyDiff(ours, other, comparePolicies(ours, other, RULES), null),
    policyDiff(baseline, ours, comparePolicies(baseline, ours, RULES), null),
    policyDiff(baseline, gentle, comparePolicies(baseline, gentle, RULES), contrasts),
  ];
}

async function tiers(risk: string): Promise<unknown> {
  const { model, card } = await dossierOf({ "model-card.yaml": `model: { id: a }\nrisk: ${risk}\n` });
  return explainedTiers([{ path: card.path, model }], baseline);
}

/** As they are printed; the first of each are tried with every key misspelt, too. */
const PRINTED: readonly (readonly [schema: string, whole: number, outputs: readonly unknown[]])[] = [
  [
    "shown-policy",
    1,
    TIERS.flatMap((tier) => LIFECYCLES.map((stage) => shownPolicy(ours, tier, stage, rules))),
  ],
  ["policy-diff", 3, await diffs()],
  ["explained-rule", 2, rules.toReversed().map((rule) => explainedRule(rule, ours, controls))],
  [
    "explained-tiers",
    3,
    [
      await tiers("{ tier: low, factors: { domain: hospital, people_affected: 10, regions: [EU] } }"),
      await tiers("{ factors: { domain: helth, sensitive_attributes: [] } }"),
      await tiers("{ factors: {} }"),
    ],
  ],
];

describe.each(PRINTED)("schemas/%s.schema.json", (name, whole, outputs) => {
  const printed = outputs.map((output): unknown => JSON.parse(serialise(output)));
  const validate: ValidateFunction = new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
  }).compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")));

  it("is as what is printed", () => {
    for (const output of printed) {
      validate(output);
      expect(validate.errors).toBeNull();
    }
  });

  it("refuses any key misspelt", () => {
    const all = printed.slice(0, whole).flatMap((output) => misspelt(output, FREE));
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ wrong }) => validate(wrong)).map(({ path }) => path)).toEqual([]);
  });

  it("knows no key that nothing printed has", () => {
    const seen = new Set<string>();
    JSON.stringify(printed, (key, value: unknown) => {
      seen.add(key);
      return value;
    });
    const known = new Set<string>();
    JSON.stringify(JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")), (key, value: unknown) => {
      if (key === "properties" && typeof value === "object" && value !== null)
        for (const property of Object.keys(value)) known.add(property);
      return value;
    });
    expect([...known].filter((key) => !seen.has(key) && key !== "info")).toEqual([]);
  });
});
