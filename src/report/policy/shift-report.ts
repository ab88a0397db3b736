import type { Lifecycle, Tier } from "../../inventory/vocabulary.ts";
import type { PolicyShift, Side, Verdict } from "../../policy/compare/shift.ts";

/** One thing that two policies ask differently, over all the tiers and stages where it is the same. */
export interface ShiftReport {
  readonly verdict: Verdict;
  /** Null where it is about how the tier itself is found. */
  readonly tiers: readonly Tier[] | null;
  readonly stages: readonly Lifecycle[] | null;
  /** A rule's id, or the policy's key. */
  readonly subject: string;
  readonly says: string;
  readonly before: SideReport;
  readonly after: SideReport;
}

export interface SideReport {
  readonly value: string | null;
  /** `path:line`; none for a rule's own default. */
  readonly from: readonly string[];
}

export function shiftReport({
  verdict,
  tiers,
  stages,
  subject,
  says,
  before,
  after,
}: PolicyShift): ShiftReport {
  return { verdict, tiers, stages, subject, says, before: sideReport(before), after: sideReport(after) };
}

function sideReport({ value, from }: Side): SideReport {
  return { value, from: from.map(({ path, line }) => `${path}:${line}`) };
}

/** Lines that one side names. */
const SHOWN = 3;

/** `old.yaml:12 → new.yaml:14`. */
export function placeWords({ before, after }: ShiftReport): string {
  return `${sideWords(before)} → ${sideWords(after)}`;
}

function sideWords({ value, from }: SideReport): string {
  if (from.length === 0) return value === null ? "not there" : "default";
  const left = from.length - SHOWN;
  const places = from.slice(0, SHOWN).join(", ");
  return left > 0 ? `${places} and ${left} more` : places;
}
