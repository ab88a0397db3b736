import { type BinaryFacts, binaryFindings } from "./binary.ts";
import { STEPS } from "./confusion/feasibility.ts";
import type { Steps } from "./confusion/staircase.ts";
import { cannotTell, type Finding } from "./finding.ts";
import { type MulticlassFacts, multiclassFindings } from "./multiclass.ts";
import { type RegressionFacts, regressionFindings } from "./regression.ts";
import { outOfRange } from "./relation.ts";
import type { Reported } from "./reported.ts";
import { type Resolved, resolve } from "./resolved.ts";
import { isEmpty } from "./window.ts";

export type Facts = BinaryFacts | MulticlassFacts | RegressionFacts;

/**
 * What can be said of reported numbers without the data that they are of: whether any data of that size could
 * give them. All numbers must be of the same unweighted rows and, where they are of decisions, of the same
 * decisions; averages over folds or batches are other numbers. An "impossible" is a proof, within the
 * rounding or cutting off of the reported digits. Every reported number is in one finding at least.
 * @param steps the purse of the search, which several askings may share; it is below 0 when one ended unanswered
 */
export function consistencyOf(
  facts: Facts,
  reported: readonly Reported[],
  steps: Steps = { left: STEPS },
): readonly Finding[] {
  const findings: Finding[] = [];
  const usable: Resolved[] = [];
  for (const one of reported) {
    const resolved = resolve(one, facts.task);
    if (typeof resolved === "string") findings.push(cannotTell([one], resolved));
    else if (isEmpty(resolved.window)) findings.push(outOfRange(resolved));
    else usable.push(resolved);
  }
  findings.push(...findingsOf(facts, usable, steps));
  const spoken = new Set(findings.flatMap(({ about }) => about));
  const silent = usable.filter((one) => !spoken.has(one.reported));
  return [...findings, ...silent.map((one) => cannotTell([one.reported], nothingBinds(one)))];
}

function findingsOf(facts: Facts, usable: readonly Resolved[], steps: Steps): readonly Finding[] {
  switch (facts.task) {
    case "binary":
      return binaryFindings(facts, usable, steps);
    case "multiclass":
      return multiclassFindings(facts, usable, steps);
    case "regression":
      return regressionFindings(facts, usable);
  }
}

function nothingBinds({ reported: { metric } }: Resolved): string {
  return `nothing reported beside ${metric} binds it; give the number of rows, or more metrics`;
}
