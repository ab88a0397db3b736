import { type Discordant, discordantOf } from "../../statistics/comparison/discordant.ts";
import { type McNemar, mcnemar } from "../../statistics/comparison/mcnemar.ts";
import { pairedDelong } from "../../statistics/comparison/paired-delong.ts";
import type { PairedDifference } from "../../statistics/comparison/paired-difference.ts";
import { pairedLosses } from "../../statistics/comparison/paired-losses.ts";
import { tangoInterval } from "../../statistics/comparison/tango.ts";
import type { Interval } from "../../statistics/outcome.ts";
import type { Sample } from "../../statistics/sample.ts";
import { correctOf } from "./correct.ts";
import { lossesOf } from "./losses.ts";
import { type Told, told } from "./told.ts";

/** One measure of the reference and of the file on the same rows. */
export interface PairedRow {
  readonly measure: string;
  readonly better: "higher" | "lower";
  readonly result: Told<PairedResult>;
}

/** The difference is the file's less the reference's. */
export interface PairedResult {
  readonly reference: number;
  readonly current: number;
  readonly difference: number;
  readonly interval: (Omit<Interval, "method"> & { readonly method: string }) | null;
  readonly test: "delong" | "mcnemar" | "student-t";
  /** Two-sided, of no difference; McNemar's is the mid-p. */
  readonly p: number | null;
  /** The rows that only one of them has right, and every form of McNemar's test; null for the others. */
  readonly discordant: (Omit<Discordant, "rows"> & { readonly p: Told<McNemar> }) | null;
}

export function pairedAreas(before: Sample, after: Sample, confidence: number): readonly PairedRow[] {
  if (before.task !== "binary" || after.task !== "binary" || !before.score || !after.score) return [];
  const answer = pairedDelong(after.positive, before.score, after.score, confidence);
  return [{ measure: "roc_auc", better: "higher", result: resultOf(answer, "delong") }];
}

export function pairedAccuracies(before: Sample, after: Sample, confidence: number): readonly PairedRow[] {
  const [old, now] = [correctOf(before), correctOf(after)];
  if (!old || !now) return [];
  const { rows, onlyBefore, onlyAfter } = discordantOf(old, now);
  const right = (correct: Uint8Array) => correct.reduce((sum, one) => sum + one, 0) / rows;
  const interval = tangoInterval({ rows, onlyBefore, onlyAfter }, confidence);
  const p = told(mcnemar({ rows, onlyBefore, onlyAfter }));
  const result = told<PairedResult>({
    reference: right(old),
    current: right(now),
    difference: (onlyAfter - onlyBefore) / rows,
    interval: typeof interval === "string" ? null : interval,
    test: "mcnemar",
    p: p.value?.midP ?? null,
    discordant: { onlyBefore, onlyAfter, p },
  });
  return [{ measure: "accuracy", better: "higher", result }];
}

export function pairedMeans(before: Sample, after: Sample, confidence: number): readonly PairedRow[] {
  return lossesOf(before).flatMap(({ measure, losses: old }) => {
    const now = lossesOf(after).find((other) => other.measure === measure)?.losses;
    if (now === undefined) return [];
    if (typeof old === "string") return { measure, better: "lower", result: told<never>(old) };
    if (typeof now === "string") return { measure, better: "lower", result: told<never>(now) };
    return { measure, better: "lower", result: resultOf(pairedLosses(old, now, confidence), "student-t") };
  });
}

function resultOf(answer: PairedDifference | string, test: PairedResult["test"]): Told<PairedResult> {
  if (typeof answer === "string") return told<never>(answer);
  const { before, after, difference, interval } = answer;
  const p = answer.test?.p ?? null;
  return told({ reference: before, current: after, difference, interval, test, p, discordant: null });
}
