import { startOf } from "../../src/documents/place.ts";
import { shippedPolicies } from "../../src/main/shipped-policies.ts";
import { loadPolicy, type PolicyLoading } from "../../src/policy/load.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { memoryTree } from "./memory-tree.ts";

/** A policy of some files, `policy.yaml` unless another or a bundled one is named. */
export async function policyLoading(
  files: Readonly<Record<string, string>>,
  name = "policy.yaml",
): Promise<PolicyLoading> {
  const shelf = {
    tree: memoryTree({ ...files }),
    shipped: await shippedPolicies(),
    rules: RULES,
    caps: CAPS,
  };
  return loadPolicy(name, startOf("effective-challenge.yaml"), shelf);
}

/** @throws Error when the policy is not accepted. */
export async function loadedPolicy(files: Readonly<Record<string, string>>, name?: string): Promise<Policy> {
  const loading = await policyLoading(files, name);
  if (loading.kind === "policy") return loading.policy;
  throw new Error(loading.problems.map(({ at, says }) => `${at.path}:${at.line}: ${says}`).join("; "));
}

/** What is wrong with it: `path:line:column says; fix`. */
export async function policyProblems(
  files: Readonly<Record<string, string>>,
  name?: string,
): Promise<string[]> {
  const loading = await policyLoading(files, name);
  if (loading.kind === "policy") return [];
  return loading.problems.map(({ at, says, fix }) => `${at.path}:${at.line}:${at.column} ${says}; ${fix}`);
}
