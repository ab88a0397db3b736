import type { UnreachedRule } from "../../judgement/trial/reach.ts";
import type { Tested } from "../../judgement/trial/tested.ts";
import type { TriedStep } from "../../judgement/trial/thresholds.ts";

/** What the tests of one file gave. */
export interface TestedFile {
  readonly path: string;
  readonly policy: string;
  readonly tests: readonly TestedCase[];
  readonly unreachedRules: readonly UnreachedRule[];
  /** Null when thresholds were not tried. */
  readonly steps: readonly TriedStep[] | null;
}

/** One test; of a test that stands for several, one of them, told apart by `label`. */
export interface TestedCase {
  readonly name: string;
  readonly label: string;
  /** `path:line:column` */
  readonly at: string;
  readonly passes: boolean;
  readonly mismatches: readonly { readonly expected: string; readonly came: string }[];
}

export function testedCase({ prepared: { trial }, mismatches }: Tested): TestedCase {
  const { name, label, at } = trial;
  const place = `${at.path}:${at.line}:${at.column}`;
  return { name, label, at: place, passes: mismatches.length === 0, mismatches };
}

/** Sides of values that no test noticed. */
export function unnoticed({ steps }: TestedFile): readonly TriedStep[] {
  return (steps ?? []).filter(({ noticedBy }) => noticedBy === null);
}

export function failures({ tests }: TestedFile): readonly TestedCase[] {
  return tests.filter(({ passes }) => !passes);
}

export function testedJson(files: readonly TestedFile[]): string {
  const report = { schema: "effective-challenge/policy-tests/v1", files };
  return `${JSON.stringify(report, null, 2)}\n`;
}
