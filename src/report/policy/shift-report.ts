import type { Lifecycle, Tier } from "../../inventory/vocabulary.ts";
import type { PolicyShift, Rewording, Side, Verdict } from "../../policy/compare/shift.ts";
import { truncate } from "../escape/truncate.ts";

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
  /** The texts of a custom rule that changed. */
  readonly texts?: readonly RewordingReport[];
}

export interface RewordingReport {
  readonly key: string;
  readonly before: SideReport;
  readonly after: SideReport;
}

export interface SideReport {
  readonly value: string | null;
  /** `path:line`; none for a rule's own default. */
  readonly from: readonly string[];
}

export function shiftReport(shift: PolicyShift): ShiftReport {
  const { verdict, tiers, stages, subject, says, before, after, texts } = shift;
  return {
    verdict,
    tiers,
    stages,
    subject,
    says,
    before: sideReport(before),
    after: sideReport(after),
    ...(texts && { texts: texts.map(rewordingReport) }),
  };
}

function rewordingReport({ key, before, after }: Rewording): RewordingReport {
  return { key, before: sideReport(before), after: sideReport(after) };
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

/** Longest line of a text that is shown as one. */
const LINE = /.{1,500}/gsu;

/** The old and the new texts, line by line as `diff` writes them, each of at most `limit` UTF-16 units. */
export function rewordedLines({ texts = [] }: ShiftReport, limit: number): readonly string[] {
  return texts.flatMap(({ key, before, after }) => [
    `@@ ${key}`,
    ...marked("-", before, limit),
    ...marked("+", after, limit),
  ]);
}

function marked(sign: string, { value }: SideReport, limit: number): readonly string[] {
  if (value === null) return [];
  const lines = truncate(value, limit).split(/\r\n|\n|\r/);
  return lines.flatMap((line) => (line.match(LINE) ?? [""]).map((piece) => `${sign} ${piece}`));
}
