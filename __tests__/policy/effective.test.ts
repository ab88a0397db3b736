import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIFECYCLES, type Lifecycle } from "../../src/inventory/vocabulary.ts";
import { effectivePolicy } from "../../src/policy/effective.ts";
import type { RuleSetting } from "../../src/policy/policy.ts";
import { SEVERITIES, type Severity } from "../../src/policy/severity.ts";
import { madeRule } from "../support/made-rules.ts";
import { type PolicyWishes, policyOf } from "../support/policies.ts";

const ROWS = { description: "Rows.", stricter: "higher" as const, default: 30 };
const KINDS = { description: "Kinds.", stricter: "joined" as const, default: ["csv"] };
const RULE = madeRule("test/rule", { parameters: { rows: ROWS, kinds: KINDS } });

function forceOf(wishes: PolicyWishes, stage: Lifecycle = "production") {
  return effectivePolicy(policyOf(wishes), "low", stage).force(RULE);
}

const settings = (setting: RuleSetting) => ({ "test/rule": setting });

describe("a rule's force", () => {
  it("is medium with the rule's own parameters where no layer speaks of it", () => {
    const parameters = { rows: 30, kinds: ["csv"] };
    expect(forceOf({})).toEqual({ kind: "in-force", severity: "medium", parameters });
    expect(forceOf({ rules: { "test/other": { severity: "off" } } })).toMatchObject({ severity: "medium" });
  });

  const low = settings({ severity: "low" });
  const high = settings({ severity: "high" });
  const off = settings({ severity: "off" });

  it.each<[string, PolicyWishes, Lifecycle, Severity | "off"]>([
    ["the policy's", { rules: low }, "production", "low"],
    ["the tier's over the policy's", { rules: low, tierRules: high }, "production", "high"],
    ["the stage's over the tier's", { tierRules: low, stages: { production: high } }, "production", "high"],
    ["an earlier stage's too", { tierRules: low, stages: { development: high } }, "production", "high"],
    ["the later of two stages", { stages: { development: high, staging: low } }, "production", "low"],
    ["not a later stage's", { tierRules: low, stages: { production: high } }, "staging", "low"],
    ["not a later stage's off", { tierRules: low, stages: { staging: off } }, "development", "low"],
    [
      "for a retired model retired's alone",
      { tierRules: low, stages: { production: high } },
      "retired",
      "low",
    ],
    ["for a retired model retired's", { tierRules: low, stages: { retired: high } }, "retired", "high"],
    ["for others not retired's", { tierRules: low, stages: { retired: high } }, "production", "low"],
    ["off over the policy's", { rules: high, tierRules: off }, "production", "off"],
    ["on again over off", { rules: off, tierRules: high }, "production", "high"],
    [
      "unchanged by a layer that gives only parameters",
      { rules: low, tierRules: settings({ parameters: { rows: 1 } }) },
      "production",
      "low",
    ],
  ])("has the severity of the last layer that gives one: %s", (_, wishes, stage, expected) => {
    const force = forceOf(wishes, stage);
    expect(force.kind === "in-force" ? force.severity : force.kind).toBe(expected);
  });

  it.each<[string, PolicyWishes, object]>([
    [
      "each from its own layer",
      { rules: settings({ parameters: { rows: 5 } }) },
      { rows: 5, kinds: ["csv"] },
    ],
    [
      "key by key",
      { rules: settings({ parameters: { rows: 5 } }), tierRules: settings({ parameters: { kinds: [] } }) },
      { rows: 5, kinds: [] },
    ],
    [
      "a list whole",
      {
        rules: settings({ parameters: { kinds: ["a", "b"] } }),
        stages: { staging: settings({ parameters: { kinds: ["c"] } }) },
      },
      { rows: 30, kinds: ["c"] },
    ],
    [
      "kept by a layer that gives only a severity",
      { rules: settings({ parameters: { rows: 5 } }), tierRules: low },
      { rows: 5, kinds: ["csv"] },
    ],
  ])("takes parameters %s", (_, wishes, parameters) => {
    expect(forceOf(wishes)).toMatchObject({ kind: "in-force", parameters });
  });

  it.each<[Lifecycle, readonly Lifecycle[]]>([
    ["development", ["development", "staging", "production", "retired"]],
    ["staging", ["staging", "production"]],
    ["production", ["production"]],
    ["retired", ["retired"]],
  ])("due %s, applies at %j and is not due elsewhere", (due, stages) => {
    const forces = LIFECYCLES.map((stage) => [stage, forceOf({ rules: settings({ due }) }, stage)] as const);
    expect(forces.flatMap(([stage, force]) => (force.kind === "in-force" ? [stage] : []))).toEqual(stages);
    const others = forces.filter(([stage]) => !stages.includes(stage));
    for (const [, force] of others) expect(force).toEqual({ kind: "not-due", due });
  });

  it("is off whatever its due date", () => {
    expect(forceOf({ rules: settings({ severity: "off", due: "production" }) }, "staging")).toEqual({
      kind: "off",
    });
  });

  it("of two policies alike but for one severity is alike but for that", () => {
    const severities = fc.constantFrom(...SEVERITIES);
    fc.assert(
      fc.property(severities, severities, fc.constantFrom(...LIFECYCLES), (one, other, stage) => {
        const force = forceOf({ rules: settings({ severity: one, parameters: { rows: 7 } }) }, stage);
        const again = forceOf({ rules: settings({ severity: other, parameters: { rows: 7 } }) }, stage);
        expect(again).toEqual({ ...force, severity: other });
      }),
    );
  });
});

describe("effectivePolicy", () => {
  it("takes what blocks from the tier and the stage", () => {
    const strict = policyOf({ blocking: "low" }).files[0]!.tiers.low;
    const mild = policyOf({ blocking: "critical" }).files[0]!.tiers.low;
    const blocking = { ...mild.blocking, staging: "medium" } as const;
    const plain = policyOf();
    const tiers = { low: { ...mild, blocking }, medium: mild, high: strict, critical: strict };
    const policy = { ...plain, files: [{ ...plain.files[0]!, tiers }] };
    expect(LIFECYCLES.map((stage) => effectivePolicy(policy, "low", stage).blocking)).toEqual([
      "critical",
      "medium",
      "critical",
      "critical",
    ]);
    expect(effectivePolicy(policy, "high", "staging")).toMatchObject({
      blocking: "low",
      blockingInProduction: "low",
    });
  });
});
