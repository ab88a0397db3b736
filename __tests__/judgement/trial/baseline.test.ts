import { beforeAll, expect, it } from "vitest";
import { type UnreachedRule, unreachedRules } from "../../../src/judgement/trial/reach.ts";
import { type Tested, testPolicy } from "../../../src/judgement/trial/tested.ts";
import { type TriedStep, tryThresholds } from "../../../src/judgement/trial/thresholds.ts";
import { RULES } from "../../../src/rules/catalogue.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { loadedFiles, trialsOf } from "../../support/trials.ts";

let tested: readonly Tested[];
let rules: readonly UnreachedRule[];
let steps: readonly TriedStep[];

beforeAll(async () => {
  const { policy, files } = await loadedFiles({}, "baseline");
  const testing = await testPolicy(await trialsOf("policies/baseline.test.yaml"), policy, RULES, CAPS);
  if ("problems" in testing) throw new Error(testing.problems[0]?.says);
  tested = testing.tested;
  rules = unreachedRules(tested, policy, RULES);
  steps = tryThresholds(tested, files, RULES);
}, 60_000);

it("passes its own tests", () => {
  expect(tested.length).toBeGreaterThan(400);
  expect(tested.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
});

it("has a finding and a fine of every rule, in every tier and stage where it is in force", () => {
  expect(rules).toEqual([]);
});

it("has no value of which a test does not notice both sides", () => {
  expect(steps.length).toBeGreaterThan(600);
  expect(steps.filter(({ noticedBy }) => noticedBy === null)).toEqual([]);
});
