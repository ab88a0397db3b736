import { readFileSync } from "node:fs";
import { readTrials, type TrialReading } from "../../src/judgement/trial/read.ts";
import { type Tested, testPolicy } from "../../src/judgement/trial/tested.ts";
import type { Trial } from "../../src/judgement/trial/trial.ts";
import type { PolicyLoading } from "../../src/policy/load.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { policyLoading } from "./loaded-policy.ts";
import { memoryTree } from "./memory-tree.ts";

const ROOT = new URL("../../", import.meta.url);
const PATH = "governance/policy.test.yaml";

/** Policy tests in memory, beside some other files. */
export async function trialReading(
  text: string,
  files: Readonly<Record<string, string>> = {},
  rules: readonly AnyRule[] = RULES,
): Promise<TrialReading> {
  const reading = await readTrials(memoryTree({ ...files, [PATH]: text }), PATH, CAPS);
  const problems = reading.kind === "trials" ? reading.file.unknownRules(rules) : [];
  return problems.length > 0 ? { kind: "wrong", problems } : reading;
}

/** What is wrong with them: `line:column says; fix`. */
export async function trialProblems(
  text: string,
  files?: Readonly<Record<string, string>>,
): Promise<string[]> {
  const reading = await trialReading(text, files);
  if (reading.kind === "trials") return [];
  return reading.problems.map(({ at, says, fix }) => `${at.line}:${at.column} ${says}; ${fix}`);
}

/** @throws Error when they are wrong. */
export async function trialsIn(
  text: string,
  files?: Readonly<Record<string, string>>,
  rules?: readonly AnyRule[],
): Promise<readonly Trial[]> {
  const reading = await trialReading(text, files, rules);
  if (reading.kind === "trials") return reading.file.trials;
  throw new Error(reading.problems.map(({ at, says }) => `${at.line}: ${says}`).join("; "));
}

/** Those of a file of this repository. */
export function trialsOf(path: string, rules?: readonly AnyRule[]): Promise<readonly Trial[]> {
  return trialsIn(readFileSync(new URL(path, ROOT), "utf8"), {}, rules);
}

/** A policy with the files that it is made of. */
export async function loadedFiles(
  files: Readonly<Record<string, string>>,
  name?: string,
): Promise<Extract<PolicyLoading, { kind: "policy" }>> {
  const loading = await policyLoading(files, name);
  if (loading.kind === "policy") return loading;
  throw new Error(loading.problems.map(({ at, says }) => `${at.path}:${at.line}: ${says}`).join("; "));
}

/** The tests of a text under the baseline, or under a policy that extends it. */
export async function testedUnder(
  text: string,
  policy = "name: p\nversion: 1\nextends: [baseline]\n",
): Promise<readonly Tested[]> {
  const loading = await loadedFiles({ "policy.yaml": policy });
  const testing = await testPolicy(await trialsIn(text), loading.policy, RULES, CAPS);
  if ("tested" in testing) return testing.tested;
  throw new Error(testing.problems.map(({ at, says }) => `${at.line}: ${says}`).join("; "));
}
