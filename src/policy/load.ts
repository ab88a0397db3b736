import { createHash } from "node:crypto";
import { readText } from "../documents/file.ts";
import { nearest } from "../documents/nearest.ts";
import { type Place, startOf } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import { LIFECYCLES } from "../inventory/vocabulary.ts";
import type { AnyRule } from "../rules/rule.ts";
import type { Caps } from "../workspace/caps.ts";
import type { Tree } from "../workspace/tree.ts";
import { domainProblems } from "./domains.ts";
import type { Policy } from "./policy.ts";
import { readPolicy } from "./read.ts";
import type { Shipped, ShippedPolicy } from "./shipped.ts";
import { gaps } from "./whole.ts";
import { fileFrom } from "./written-policy.ts";
import { tieringFrom } from "./written-tiering.ts";

/** Where policies are looked for: a bundled one by its name, any other by its path in the tree. */
export interface PolicyShelf {
  readonly tree: Tree;
  readonly shipped: Shipped;
  readonly rules: readonly AnyRule[];
  readonly caps: Caps;
}

export type PolicyLoading =
  | { readonly kind: "policy"; readonly policy: Policy }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/** More files than these are no policy that anyone can read. */
const MOST_FILES = 20;

interface Found extends ShippedPolicy {
  readonly path: string;
  readonly bundled: boolean;
}

/** The policy of a name or path with all that it extends; `at` is where it is named. */
export async function loadPolicy(name: string, at: Place, shelf: PolicyShelf): Promise<PolicyLoading> {
  const found = new Map<string, Found>();
  const problems = await gather(name, at, shelf, found, []);
  const files = [...found.values()];
  const own = files[0];
  if (problems.length > 0 || !own) return { kind: "wrong", problems };
  const missing = [...gaps(files), ...domainProblems(files)];
  if (missing.length > 0) return { kind: "wrong", problems: missing };
  return { kind: "policy", policy: policyOf(own, files) };
}

async function gather(
  name: string,
  at: Place,
  shelf: PolicyShelf,
  found: Map<string, Found>,
  chain: readonly string[],
): Promise<readonly Problem[]> {
  if (chain.includes(name)) return [circle([...chain, name], at)];
  if (found.has(name)) return [];
  if (found.size === MOST_FILES) return [tooMany(name, at)];
  const file = await fileNamed(name, at, shelf);
  if ("problems" in file) return file.problems;
  found.set(name, file);
  const problems: Problem[] = [];
  for (const [index, next] of (file.written.extends ?? []).entries()) {
    problems.push(...(await gather(next, placeOf(file, index), shelf, found, [...chain, name])));
  }
  return problems;
}

async function fileNamed(
  name: string,
  at: Place,
  { tree, shipped, rules, caps }: PolicyShelf,
): Promise<Found | { readonly problems: readonly Problem[] }> {
  const ours = shipped.get(name);
  if (ours) return { ...ours, path: `policies/${name}.yaml`, bundled: true };
  const read = await readText(tree, name, caps);
  if ("problem" in read) return { problems: [noPolicy(name, shipped, at, read.problem)] };
  const reading = await readPolicy(read.text, name, rules, caps);
  if (reading.kind === "wrong") return reading;
  const { written, leaves } = reading;
  return { written, leaves, sha256: digest(read.text), path: name, bundled: false };
}

function policyOf(own: Found, files: readonly Found[]): Policy {
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
    files: files.map((file) => fileFrom(file.written, file)),
  };
}

function placeOf({ path, leaves }: Found, index: number): Place {
  const pointer = `/extends/${index}`;
  return { ...startOf(path), line: leaves.get(pointer)?.line ?? 1, pointer };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
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
