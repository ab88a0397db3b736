import { nearest } from "../documents/nearest.ts";
import type { Place } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import { LIFECYCLES } from "../inventory/vocabulary.ts";
import { domainProblems } from "./domains.ts";
import type { Policy } from "./policy.ts";
import type { Shipped } from "./shipped.ts";
import { digest, type FoundPolicy, type PolicyShelf, sourceOf } from "./source.ts";
import { gaps } from "./whole.ts";
import { fileFrom } from "./written-policy.ts";
import { tieringFrom } from "./written-tiering.ts";

export type PolicyLoading =
  | { readonly kind: "policy"; readonly policy: Policy; readonly files: readonly FoundPolicy[] }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/** More files than these are no policy that anyone can read. */
const MOST_FILES = 20;

/** The files so far, by the names that they were asked for, in the order in which they were first named. */
type Gathered = Map<string, FoundPolicy | null>;

/** The policy of a name or path with all that it extends; `at` is where it is named. */
export async function loadPolicy(name: string, at: Place, shelf: PolicyShelf): Promise<PolicyLoading> {
  const gathered: Gathered = new Map();
  const problems = await gather(name, at, shelf, gathered, []);
  const files = found(gathered);
  const own = files[0];
  if (problems.length > 0 || !own) return { kind: "wrong", problems };
  const missing = [...gaps(files), ...domainProblems(files)];
  if (missing.length > 0) return { kind: "wrong", problems: missing };
  return { kind: "policy", policy: policyOf(files), files };
}

function found(gathered: Gathered): readonly FoundPolicy[] {
  return [...gathered.values()].filter((file) => file !== null);
}

/** What a file extends is read before it, because it may speak of the rules that are written there. */
async function gather(
  name: string,
  at: Place,
  shelf: PolicyShelf,
  gathered: Gathered,
  chain: readonly string[],
): Promise<readonly Problem[]> {
  if (chain.includes(name)) return [circle([...chain, name], at)];
  if (gathered.has(name)) return [];
  if (gathered.size === MOST_FILES) return [tooMany(name, at)];
  gathered.set(name, null);
  const source = await sourceOf(name, shelf);
  if ("problem" in source) return [noPolicy(name, shelf.shipped, at, source.problem)];
  const problems: Problem[] = [];
  for (const next of source.extended) {
    problems.push(...(await gather(next.name, next.at, shelf, gathered, [...chain, name])));
  }
  if (problems.length > 0) return problems;
  const file = await source.read(found(gathered));
  if ("problems" in file) return file.problems;
  gathered.set(name, file);
  return [];
}

/** The policy of its own file, which is the first, and those that it extends. */
export function policyOf(files: readonly FoundPolicy[]): Policy {
  const own = files[0];
  if (!own) throw new RangeError("a policy is made of at least one file");
  const stages = files.flatMap(({ written }) => written.stages?.undeclared ?? []);
  const furthest = [...LIFECYCLES].reverse().find((stage) => stage !== "retired" && stages.includes(stage));
  return {
    name: own.written.name,
    version: String(own.written.version),
    source: own.bundled ? "bundled" : own.path,
    sha256:
      files.length === 1
        ? own.sha256
        : digest(files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("")),
    tiering: tieringFrom(files.flatMap(({ written }) => written.tiering ?? [])),
    undeclaredStage: furthest ?? stages[0] ?? "production",
    customRules: files.flatMap(({ customRules }) => customRules),
    files: files.map((file) => fileFrom(file.written, file)),
  };
}

function circle(chain: readonly string[], at: Place): Problem {
  const says = `the policy extends itself: ${chain.join(" → ")}`;
  return { code: "policy-circle", about: chain.at(-1)!, at, says, fix: "leave this line out" };
}

function tooMany(name: string, at: Place): Problem {
  const says = `the policy is made of more than ${MOST_FILES} files`;
  return { code: "policy-files", about: name, at, says, fix: "extend fewer files" };
}

function noPolicy(name: string, shipped: Shipped, at: Place, why: Problem): Problem {
  const close = nearest(name, shipped.keys());
  const known = [...shipped.keys()].join(", ");
  const fix = close === null ? `give a path in the repository, or one of: ${known}` : `write \`${close}\``;
  const says = `the policy "${name}" is neither bundled nor a readable file: ${why.says}`;
  return { code: "no-policy", about: name, at, says, fix };
}
