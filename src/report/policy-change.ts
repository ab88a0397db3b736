import type { JudgedCase } from "../judgement/judged.ts";
import type { Recommendation } from "../judgement/recommendation.ts";
import type { PolicyChange } from "../policy/change.ts";
import type { PolicyShift } from "../policy/compare/shift.ts";
import { shiftReport } from "./policy/shift-report.ts";
import type { PolicyChangeReport } from "./report.ts";

export type Simulated = PolicyChangeReport["simulated"][number];

/** What the head's policy would recommend for a judged model, when that differs. It is shown and never in force. */
export function simulatedFor(answer: JudgedCase, then: Recommendation | null): Simulated[] {
  if (answer.kind !== "judged" || then === null) return [];
  const now = answer.judgement.recommendation;
  return now === then ? [] : [{ model: answer.case.id, now, then }];
}

/** Every setting that the head changes; null when it changes none of the files that decide. */
export function policyChangeReport(
  changes: readonly PolicyChange[],
  simulated: readonly Simulated[],
  shifts: readonly PolicyShift[],
): PolicyChangeReport | null {
  if (changes.length === 0) return null;
  const settings = changes.flatMap(({ path, differences }) =>
    differences.map(({ pointer, before, after }) => ({ pointer: `${path}#${pointer}`, before, after })),
  );
  const path = changes.map((change) => change.path).join(", ");
  return { path, shifts: shifts.map(shiftReport), changes: settings, simulated };
}
