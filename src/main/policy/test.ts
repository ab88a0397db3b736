import { posix } from "node:path";
import { resolveIn } from "../../inventory/resolve.ts";
import { unreachedRules } from "../../judgement/trial/reach.ts";
import { readTrials } from "../../judgement/trial/read.ts";
import { testPolicy } from "../../judgement/trial/tested.ts";
import { tryThresholds } from "../../judgement/trial/thresholds.ts";
import type { TrialFile } from "../../judgement/trial/trial.ts";
import { loadPolicy } from "../../policy/load.ts";
import { PolicyError } from "../../policy/policy-error.ts";
import { failures, type TestedFile, testedCase, testedJson, unnoticed } from "../../report/policy/tests.ts";
import { testedText } from "../../report/policy/tests-text.ts";
import { RULES } from "../../rules/catalogue.ts";
import { CAPS } from "../../workspace/caps.ts";
import { openRepository } from "../../workspace/git-repository.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { oneOf } from "../one-of.ts";
import { shippedPolicies } from "../shipped-policies.ts";
import { print, terminal } from "../terminal.ts";
import { besideOf, type TestFile, testFiles } from "./test-files.ts";

export interface TestOptions {
  readonly thresholds?: boolean;
  readonly strict?: boolean;
  readonly format?: string;
}

/** Runs policy tests. @throws PolicyError when a file of tests, or a policy, is wrong. */
export async function test(named: readonly string[], options: TestOptions): Promise<ExitCode> {
  const format = oneOf("format", options.format ?? "text", ["text", "json"] as const);
  const files = await allTested(named, options.thresholds === true);
  await print(format === "json" ? testedJson(files) : testedText(files, terminal()));
  if (files.some((file) => failures(file).length > 0)) return EXIT.hold;
  const unreached = files.some((file) => file.unreachedRules.length > 0 || unnoticed(file).length > 0);
  return options.strict === true && unreached ? EXIT.hold : EXIT.fine;
}

async function allTested(named: readonly string[], thresholds: boolean): Promise<readonly TestedFile[]> {
  const repository = await openRepository(process.cwd());
  try {
    const files: TestedFile[] = [];
    for (const file of await testFiles(named, repository)) files.push(await testedFile(file, thresholds));
    return files;
  } finally {
    repository?.close();
  }
}

async function testedFile({ tree, path }: TestFile, thresholds: boolean): Promise<TestedFile> {
  const reading = await readTrials(tree, path, CAPS);
  if (reading.kind === "wrong") throw new PolicyError(reading.problems);
  const { trials } = reading.file;
  const shipped = await shippedPolicies();
  const { name, at } = policyOf(reading.file, shipped);
  const loading = await loadPolicy(name, at, { tree, shipped, rules: RULES, caps: CAPS });
  if (loading.kind === "wrong") throw new PolicyError(loading.problems);
  const { policy, files } = loading;
  const rules = [...RULES, ...policy.customRules];
  const unknown = reading.file.unknownRules(rules);
  if (unknown.length > 0) throw new PolicyError(unknown);
  const testing = await testPolicy(trials, policy, rules, CAPS);
  if ("problems" in testing) throw new PolicyError(testing.problems);
  const { tested } = testing;
  const passes = tested.every(({ mismatches }) => mismatches.length === 0);
  return {
    path,
    policy: files[0]?.path ?? name,
    tests: tested.map(testedCase),
    unreachedRules: unreachedRules(tested, policy, rules),
    // A test that fails as it is would notice every step.
    steps: thresholds && passes ? await tryThresholds(tested, files, rules) : null,
  };
}

function policyOf({ path, policy }: TrialFile, shipped: ReadonlyMap<string, unknown>) {
  if (policy === null) return besideOf(path);
  if (shipped.has(policy.name)) return policy;
  return { name: resolveIn(posix.dirname(path), policy.name), at: policy.at };
}
