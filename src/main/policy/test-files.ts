import { realpathSync, statSync } from "node:fs";
import { posix, relative, sep } from "node:path";
import { startOf } from "../../documents/place.ts";
import { readGovernance } from "../../policy/governance.ts";
import { PolicyError } from "../../policy/policy-error.ts";
import { RULES } from "../../rules/catalogue.ts";
import { CAPS } from "../../workspace/caps.ts";
import type { GitRepository } from "../../workspace/git-repository.ts";
import type { Tree } from "../../workspace/tree.ts";
import { workTree } from "../../workspace/work-tree.ts";
import { existing } from "../existing.ts";
import { shippedPolicies } from "../shipped-policies.ts";
import { UsageError } from "../usage-error.ts";

export const ENDING = ".test.yaml";

/** A file of policy tests, and the tree that it lies in. */
export interface TestFile {
  readonly tree: Tree;
  readonly path: string;
}

/**
 * The files named, and those below the folders named; without any, those in `governance/`, in `policies/` and beside the
 * configured policy.
 * @throws UsageError when there is none
 */
export async function testFiles(
  named: readonly string[],
  repository: GitRepository | null,
): Promise<readonly TestFile[]> {
  const root = realpathSync(repository ? repository.toplevel : ".");
  const here = await workTree(root, CAPS, repository);
  if (named.length === 0) return usual(here);
  const found: TestFile[] = [];
  for (const name of named) found.push(...(await below(name, root, here)));
  return [...new Map(found.map((file) => [`${file.tree.label} ${file.path}`, file])).values()];
}

async function usual(tree: Tree): Promise<readonly TestFile[]> {
  const reading = await readGovernance(tree, await shippedPolicies(), RULES, CAPS);
  if (reading.kind === "wrong") throw new PolicyError(reading.problems);
  const { source } = reading.governance.policy;
  const folders = new Set(["governance/", "policies/"]);
  const beside = posix.dirname(source);
  const { paths } = await tree.list();
  const files = paths.filter(
    (path) =>
      path.endsWith(ENDING) &&
      ([...folders].some((folder) => path.startsWith(folder)) ||
        (source !== "bundled" && posix.dirname(path) === beside)),
  );
  if (files.length > 0) return files.map((path) => ({ tree, path }));
  const says = `there are no policy tests: no *${ENDING} in governance/, in policies/ or beside the policy`;
  throw new UsageError(says, `write governance/NAME${ENDING} beside governance/NAME.yaml, or name the file`);
}

async function below(name: string, root: string, here: Tree): Promise<readonly TestFile[]> {
  const place = existing(name, `name a file that ends in ${ENDING}, or a folder`);
  const path = relative(root, place).split(sep).join("/");
  if (path.startsWith("../")) {
    // Outside this repository, what a test names lies in its own folder.
    const isFolder = statSync(place).isDirectory();
    const folder = isFolder ? place : posix.dirname(place);
    const tree = await workTree(folder, CAPS, null);
    return isFolder ? listed(name, "", tree) : [{ tree, path: relative(folder, place) }];
  }
  return statSync(place).isDirectory() ? listed(name, path, here) : [{ tree: here, path }];
}

async function listed(name: string, folder: string, tree: Tree): Promise<readonly TestFile[]> {
  const { paths } = await tree.list();
  const files = paths.filter(
    (path) => path.endsWith(ENDING) && (folder === "" || path.startsWith(`${folder}/`)),
  );
  if (files.length === 0)
    throw new UsageError(`there are no policy tests in ${name}`, `name a file that ends in ${ENDING}`);
  return files.map((path) => ({ tree, path }));
}

/** The policy that a file tests when it names none: that of the same name, beside it. */
export function besideOf(path: string) {
  const name = path.endsWith(ENDING) ? `${path.slice(0, -ENDING.length)}.yaml` : path;
  return { name, at: startOf(path) };
}
