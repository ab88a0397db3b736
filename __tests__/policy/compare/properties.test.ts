import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { startOf } from "../../../src/documents/place.ts";
import { LIFECYCLES, TIERS } from "../../../src/inventory/vocabulary.ts";
import { shippedPolicies } from "../../../src/main/shipped-policies.ts";
import { comparePolicies } from "../../../src/policy/compare/compare.ts";
import type { PolicyShift, Verdict } from "../../../src/policy/compare/shift.ts";
import { effectivePolicy } from "../../../src/policy/effective.ts";
import { loadPolicy } from "../../../src/policy/load.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { SEVERITIES } from "../../../src/policy/severity.ts";
import { RULES } from "../../../src/rules/catalogue.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { memoryTree } from "../../support/memory-tree.ts";

const severity = fc.constantFrom(...SEVERITIES);
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

const settings = fc.record(
  {
    "inventory/review-current": fc.record(
      {
        severity: fc.constantFrom(...SEVERITIES, "off"),
        due: fc.constantFrom(...LIFECYCLES),
        parameters: fc.record(
          { required: fc.boolean(), maximumDays: fc.integer({ min: 1, max: 1000 }) },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    "documentation/card-complete": fc.record({
      parameters: fc.record({
        fields: fc.uniqueArray(fc.constantFrom("model.name", "data", "metrics", "limitations")),
      }),
    }),
    "evidence/required-present": fc.record({
      parameters: fc.record({
        required: fc.array(
          fc.record(
            {
              kind: fc.constantFrom("predictions", "garak"),
              split: fc.constantFrom("test", "train"),
              rows: fc.integer({ min: 1, max: 500 }),
              digest: fc.boolean(),
            },
            { requiredKeys: ["kind"] },
          ),
          { maxLength: 3 },
        ),
      }),
    }),
  },
  { requiredKeys: [] },
);

const tier = fc.record(
  {
    blocking: fc.dictionary(fc.constantFrom(...LIFECYCLES), severity),
    remediation_days: fc.dictionary(severity, fc.integer({ min: 1, max: 99 })),
    escalate: fc.dictionary(severity, fc.constantFrom("us", "them")),
    rules: settings,
    stages: fc.dictionary(fc.constantFrom(...LIFECYCLES), fc.record({ rules: settings })),
  },
  { requiredKeys: [] },
);

const criterion = fc.record({
  tier: fc.constantFrom(...TIERS),
  because: fc.constantFrom("one", "two", "three"),
  when: fc.record(
    { regulated: fc.boolean(), people_affected: fc.record({ at_least: fc.integer({ min: 1, max: 99 }) }) },
    { requiredKeys: ["regulated"] },
  ),
});

const file = fc.record(
  {
    tiering: fc.record(
      { undeclared: fc.constantFrom(...TIERS), criteria: fc.array(criterion, { maxLength: 3 }) },
      { requiredKeys: [] },
    ),
    rules: settings,
    tiers: fc.dictionary(fc.constantFrom(...TIERS), tier),
  },
  { requiredKeys: [] },
);

const custom = some(fc.constantFrom("true", "card.model.id != ''")).map((check) =>
  check === undefined
    ? {}
    : {
        custom_rules: {
          "ours/a": { question: "Is it?", controls: ["MON-01"], check, message: "no", fix: "mend" },
        },
      },
);
const own = fc.tuple(file, custom).map(([one, rules]) => ({ ...one, ...rules }));

/** YAML is a superset of JSON. */
const text = (name: string, more: object) => JSON.stringify({ name, version: 1, ...more });
/** Read once for all runs. */
const shipped = shippedPolicies();

async function loadedPolicy(files: Readonly<Record<string, string>>, name = "policy.yaml"): Promise<Policy> {
  const shelf = { tree: memoryTree({ ...files }), shipped: await shipped, rules: RULES, caps: CAPS };
  const loading = await loadPolicy(name, startOf(name), shelf);
  if (loading.kind === "wrong") throw new Error(loading.problems[0]!.says);
  return loading.policy;
}

const over = (one: object) => loadedPolicy({ "policy.yaml": text("own", { ...one, extends: ["baseline"] }) });
const compared = (before: Policy, after: Policy) => comparePolicies(before, after, RULES);

const FLIPPED: Readonly<Record<Verdict, Verdict>> = {
  looser: "stricter",
  stricter: "looser",
  unclear: "unclear",
  neither: "neither",
};

const seen = ({ subject, verdict, tiers, stages, before, after }: PolicyShift) =>
  JSON.stringify([subject, verdict, tiers, stages, before, after]);
const mirrored = (shift: PolicyShift): PolicyShift => ({
  ...shift,
  verdict: FLIPPED[shift.verdict],
  before: shift.after,
  after: shift.before,
});

/** All that a policy asks of models of one tier at one stage, as values. */
function asked(policy: Policy, rule = RULES): string {
  return JSON.stringify(
    TIERS.flatMap((one) =>
      LIFECYCLES.map((stage) => {
        const effective = effectivePolicy(policy, one, stage);
        const forces = [...rule, ...policy.customRules].map((each) => {
          const { kind, ...force } = effective.force(each);
          return kind === "in-force" ? [each.id, sorted(force)] : [each.id];
        });
        const escalated = SEVERITIES.map((each) => effective.escalateTo("family/", each));
        return [
          effective.blocking,
          effective.remediationDays,
          escalated,
          forces.filter(({ length }) => length > 1),
        ];
      }),
    ),
  );
}

/** In what order a list stands asks for nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(sorted)
      .map((item) => JSON.stringify(item))
      .sort();
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}

describe("the comparison of policies", () => {
  let baseline: Policy;
  beforeAll(async () => {
    baseline = await loadedPolicy({}, "baseline");
  });

  it("finds nothing between a policy and itself, also when it is read twice", async () => {
    expect(compared(baseline, baseline)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(own, async (one) => {
        expect(compared(await over(one), await over(one))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("is mirrored when the two change places", async () => {
    await fc.assert(
      fc.asyncProperty(own, own, async (one, other) => {
        const [a, b] = [await over(one), await over(other)];
        const there = compared(a, b).map(seen).sort();
        expect(compared(b, a).map(mirrored).map(seen).sort()).toEqual(there);
      }),
      { numRuns: 40 },
    );
  });

  it("never finds a loosening where a policy extends one more", async () => {
    await fc.assert(
      fc.asyncProperty(file, own, async (one, pack) => {
        const files = { "pack.yaml": text("pack", pack) };
        const extended = text("own", { ...one, extends: ["baseline", "pack.yaml"] });
        const after = await loadedPolicy({ ...files, "policy.yaml": extended });
        const milder = compared(await over(one), after).filter(({ verdict }) => verdict === "looser");
        expect(milder).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("shows every change of what is asked, and no other", async () => {
    await fc.assert(
      fc.asyncProperty(own, own, async (one, other) => {
        const [a, b] = [await over(one), await over(other)];
        const about = compared(a, b).filter(({ subject }) => subject !== "tiering" && subject !== "ours/a");
        const [was, is] = [asked({ ...a, customRules: [] }), asked({ ...b, customRules: [] })];
        expect(about.length > 0).toBe(was !== is);
      }),
      { numRuns: 40 },
    );
  });
});
