import type { Problem } from "../documents/problem.ts";
import { mayLoosen, type PolicyShift } from "./compare/shift.ts";
import { shiftWords } from "./compare/shift-words.ts";
import { CONFIGURATION_PATH } from "./configuration.ts";
import { type Difference, differences } from "./difference.ts";
import type { Governance, GovernanceReading } from "./governance.ts";
import { NO_LEAVES } from "./leaves.ts";
import type { Policy, PolicyFile } from "./policy.ts";

/** One file that decides how models are judged and that the head changes. */
export interface PolicyChange {
  readonly path: string;
  readonly differences: readonly Difference[];
  /** What is wrong in the head's version; it is not in force, and would not be accepted. */
  readonly problems: readonly Problem[];
  /** What it loosens, or may loosen, in words. */
  readonly loosens?: readonly string[];
}

/** What the head would change in how models are judged, setting by setting. */
export function policyChanges(base: Governance, head: GovernanceReading): readonly PolicyChange[] {
  if (head.kind === "wrong") {
    const path = head.problems[0]?.at.path ?? CONFIGURATION_PATH;
    return [{ path, differences: [], problems: head.problems }];
  }
  const { governance } = head;
  const changes: PolicyChange[] = [];
  const configured = differences(base.configurationLeaves, governance.configurationLeaves);
  if (configured.length > 0)
    changes.push({ path: CONFIGURATION_PATH, differences: configured, problems: [] });
  return [...changes, ...fileChanges(base.policy, governance.policy)];
}

/** The policy's own file beside the one before, whatever its path; then by path what either extends. */
function fileChanges(base: Policy, head: Policy): readonly PolicyChange[] {
  const [before, after] = [base, head].map(({ files }) => files.slice(1));
  const paths = new Set([...after!, ...before!].map(({ path }) => path));
  const pairs: (readonly [PolicyFile | undefined, PolicyFile | undefined])[] = [
    [base.files[0], head.files[0]],
    ...[...paths].map((path) => [named(before!, path), named(after!, path)] as const),
  ];
  return pairs.flatMap(([was, is]) => {
    const path = (is ?? was)?.path;
    if (path === undefined || was?.sha256 === is?.sha256) return [];
    return {
      path,
      differences: differences(was?.leaves ?? NO_LEAVES, is?.leaves ?? NO_LEAVES),
      problems: [],
    };
  });
}

function named(files: readonly PolicyFile[], path: string): PolicyFile | undefined {
  return files.find((file) => file.path === path);
}

/** Each loosening with the file that brings it: where the head writes it, else where the base did, else the last. */
export function withLoosenings(
  changes: readonly PolicyChange[],
  shifts: readonly PolicyShift[],
): readonly PolicyChange[] {
  const byPath = new Map<string, string[]>();
  const changed = new Set(changes.map(({ path }) => path));
  for (const shift of shifts) {
    if (!mayLoosen(shift)) continue;
    const places = [...shift.after.from, ...shift.before.from];
    const path = places.find((at) => changed.has(at.path))?.path ?? changes.at(-1)?.path ?? "";
    const words = byPath.get(path) ?? [];
    words.push(shiftWords(shift));
    byPath.set(path, words);
  }
  return changes.map((change) => {
    const loosens = byPath.get(change.path);
    return loosens ? { ...change, loosens } : change;
  });
}
