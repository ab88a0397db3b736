import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type UnreachedRule, unreachedRules } from "../../../src/judgement/trial/reach.ts";
import { type Tested, testPolicy } from "../../../src/judgement/trial/tested.ts";
import { type TriedStep, tryThresholds } from "../../../src/judgement/trial/thresholds.ts";
import { RULES } from "../../../src/rules/catalogue.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { loadedFiles, trialsOf } from "../../support/trials.ts";

/** The least that each has, so that none passes by testing nothing. */
const BUNDLED = [
  { name: "baseline", tests: 400, steps: 600 },
  { name: "regulated-finance", tests: 60, steps: 50 },
  { name: "eu-ai-act-high-risk", tests: 50, steps: 30 },
  { name: "generative-ai", tests: 90, steps: 100 },
] as const;

it("are all of the bundled policies", () => {
  const shipped = readdirSync(new URL("../../../policies/", import.meta.url));
  const policies = shipped.filter((file) => !file.endsWith(".test.yaml"));
  expect(policies.sort()).toEqual(BUNDLED.map(({ name }) => `${name}.yaml`).sort());
});

describe.each(BUNDLED)("$name", (least) => {
  let tested: readonly Tested[];
  let unreached: readonly UnreachedRule[];
  let steps: readonly TriedStep[];

  beforeAll(async () => {
    const { policy, files } = await loadedFiles({}, least.name);
    const rules = [...RULES, ...policy.customRules];
    const trials = await trialsOf(`policies/${least.name}.test.yaml`, rules);
    const testing = await testPolicy(trials, policy, rules, CAPS);
    if ("problems" in testing) throw new Error(testing.problems[0]?.says);
    tested = testing.tested;
    unreached = unreachedRules(tested, policy, rules);
    steps = await tryThresholds(tested, files, rules);
  }, 60_000);

  it("passes its own tests", () => {
    expect(tested.length).toBeGreaterThan(least.tests);
    expect(tested.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
  });

  it("has a finding and a fine of every rule that its file sets, wherever it is in force", () => {
    expect(unreached).toEqual([]);
  });

  it("has no value of which a test does not notice both sides", () => {
    expect(steps.length).toBeGreaterThan(least.steps);
    expect(steps.filter(({ noticedBy }) => noticedBy === null)).toEqual([]);
  });
});
