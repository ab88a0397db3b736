import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { startOf } from "../../documents/place.ts";
import { readGovernance } from "../../policy/governance.ts";
import { loadPolicy } from "../../policy/load.ts";
import type { Policy } from "../../policy/policy.ts";
import { PolicyError } from "../../policy/policy-error.ts";
import { RULES } from "../../rules/catalogue.ts";
import { CAPS } from "../../workspace/caps.ts";
import { commitTree } from "../../workspace/commit-tree.ts";
import { type GitRepository, openRepository } from "../../workspace/git-repository.ts";
import type { Tree } from "../../workspace/tree.ts";
import { workTree } from "../../workspace/work-tree.ts";
import { existing } from "../existing.ts";
import { shippedPolicies } from "../shipped-policies.ts";
import { UsageError } from "../usage-error.ts";

/**
 * The policy that the operator means: nothing for the one that this repository is judged by, a bundled one's name, a
 * file, a git ref for the one that judges there, or `REF:PATH`.
 * @throws PolicyError when it is wrong, UsageError when there is none.
 */
export async function policyFor(named: string | undefined): Promise<Policy> {
  const repository = await openRepository(process.cwd());
  try {
    return await meant(named, repository);
  } finally {
    repository?.close();
  }
}

async function meant(named: string | undefined, repository: GitRepository | null): Promise<Policy> {
  const root = realpathSync(repository ? repository.toplevel : ".");
  const here = await workTree(root, CAPS, repository);
  if (named === undefined) return configured(here);
  if ((await shippedPolicies()).has(named)) return loaded(named, here);
  if (existsSync(named)) return fromFile(named, root, here);
  const colon = named.indexOf(":");
  const ref = colon < 0 ? named : named.slice(0, colon);
  const commit = repository && (await repository.resolve(ref));
  if (!repository || commit === null) throw notThere(named);
  const tree = await commitTree(repository, commit, CAPS);
  return colon < 0 ? configured(tree) : loaded(named.slice(colon + 1), tree);
}

async function fromFile(named: string, root: string, here: Tree): Promise<Policy> {
  const place = realpathSync(resolve(named));
  if (!statSync(place).isFile()) throw new UsageError(`${named} is no file`, "name the policy's file");
  const path = relative(root, place).split(sep).join("/");
  // A file outside this repository extends what lies in its own folder.
  if (path.startsWith("../")) {
    const folder = dirname(place);
    return loaded(relative(folder, place), await workTree(folder, CAPS, null));
  }
  return loaded(path, here);
}

async function configured(tree: Tree): Promise<Policy> {
  const reading = await readGovernance(tree, await shippedPolicies(), RULES, CAPS);
  if (reading.kind === "wrong") throw new PolicyError(reading.problems);
  return reading.governance.policy;
}

async function loaded(name: string, tree: Tree): Promise<Policy> {
  const shelf = { tree, shipped: await shippedPolicies(), rules: RULES, caps: CAPS };
  const loading = await loadPolicy(name, startOf(name), shelf);
  if (loading.kind === "wrong") throw new PolicyError(loading.problems);
  return loading.policy;
}

function notThere(named: string): UsageError {
  try {
    existing(named, "");
  } catch (error) {
    if (error instanceof UsageError && error.fix !== "") return error;
  }
  return new UsageError(
    `"${named}" is no bundled policy, no file and no git ref`,
    "give one of these, such as baseline, governance/policy.yaml, main or main:governance/policy.yaml",
  );
}
