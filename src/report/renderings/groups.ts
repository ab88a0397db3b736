import type { FindingReport } from "../report.ts";
import { holds } from "./order.ts";

/** Findings of one rule with one severity and one standing, in their order; never empty. */
export type Group = readonly [FindingReport, ...FindingReport[]];

/** Findings that share a heading and a why; the groups stand where their first finding did. */
export function groupsOf(findings: readonly FindingReport[]): readonly Group[] {
  const groups = new Map<string, [FindingReport, ...FindingReport[]]>();
  for (const finding of findings) {
    const { rule, severity, outcome, disposition } = finding;
    const key = JSON.stringify([rule, severity, outcome, disposition, holds(finding)]);
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** The fix that all of them ask for, or null when they ask for more than one. */
export function sharedFix([first, ...others]: Group): string | null {
  return others.length > 0 && others.every(({ fix }) => fix === first.fix) ? first.fix : null;
}

export interface Said {
  readonly finding: FindingReport;
  /** How many findings say just this at this place. */
  readonly times: number;
}

/** Those of them that say something that none before them says at the same place. */
export function distinct(group: Group): readonly Said[] {
  const said = new Map<string, Said>();
  for (const finding of group) {
    const { path, line, column } = finding.at;
    const key = JSON.stringify([path, line, column, finding.says, finding.fix]);
    const known = said.get(key);
    said.set(key, { finding: known?.finding ?? finding, times: (known?.times ?? 0) + 1 });
  }
  return [...said.values()];
}
