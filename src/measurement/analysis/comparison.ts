import { NEEDS_ROWS, rowsOfAll } from "../../statistics/frequency.ts";
import { type Frame, texts } from "../frame.ts";
import { counted } from "../number-format.ts";
import { subset } from "../subset.ts";
import { type AdjustedP, adjusted } from "./adjusted.ts";
import { askedOf, settingsAsked } from "./asked.ts";
import { labelsThatDiffer } from "./correct.ts";
import { type PairedMetric, pairedMetric } from "./paired.ts";
import type { AnalysisRequest } from "./request.ts";
import { type BootstrapFacts, type Resampler, resampler } from "./resampled.ts";
import { sameRows } from "./same-rows.ts";
import { type Samples, samplesIn, samplesOf } from "./samples.ts";
import { type Told, told } from "./told.ts";

/** One metric, beside the other tests of the comparison. */
export interface PairedRow extends PairedMetric {
  readonly adjusted: AdjustedP | null;
}

/** The file against the reference on the same rows. */
export interface Comparison {
  readonly rows: number;
  /** The largest loss that is still non-inferior; 0 unless given. */
  readonly margin: number;
  readonly measures: readonly PairedRow[];
}

/** The reason when the files do not hold the same rows with the same labels, or the reference cannot answer for them. */
export function comparisonOf(
  reference: Frame,
  current: Frame,
  samples: Samples,
  request: AnalysisRequest,
  positive: string | null,
  bootstrap: BootstrapFacts | null,
): Told<Comparison> {
  if (request.count !== null) return told<never>(NEEDS_ROWS);
  if (request.weight !== null) {
    return told<never>("the rows are weighted, and paired tests take every row once");
  }
  const [theirs, ours] = [texts(reference, request.id), texts(current, request.id)];
  if (!theirs || !ours) return told<never>("the reference has no such column of ids");
  const rows = sameRows(theirs, ours);
  if (typeof rows === "string") return told<never>(rows);
  const others = samplesOf(reference, request, positive);
  if ("kind" in others) return told<never>(`the reference cannot be compared: ${others.says}`);
  const before = samplesIn(others, (sample) => subset(sample, rows));
  const changed = Math.max(
    ...[...samples].map(([reads, after]) => labelsThatDiffer(before.get(reads)!, after)),
  );
  if (changed > 0) return told<never>(`the label of ${counted(changed, "row")} differs between the files`);
  const resample = resampler(current, bootstrap, request.confidence);
  return told({
    rows: rows.length,
    margin: request.margin ?? 0,
    measures: measuresOf(before, samples, request, resample),
  });
}

/** Every metric with a better side, of all rows; single classes are left to `metrics` of either file. */
function measuresOf(
  before: Samples,
  samples: Samples,
  request: AnalysisRequest,
  resample: Resampler | null,
): readonly PairedRow[] {
  const { task, metrics: asked, confidence, margin, entity } = request;
  const metrics = askedOf(task, asked).flatMap((metric) => {
    const [old, now] = [before.get(metric.reads), samples.get(metric.reads)];
    const { better } = metric;
    if (!old || !now || better === null) return [];
    const pairing = { before: old, after: now, confidence, margin: margin ?? 0, entity, resample };
    const classes = now.task === "regression" ? [] : now.classes;
    return settingsAsked(metric, asked, classes, rowsOfAll(now))
      .filter((parameters) => parameters.class === undefined)
      .map((parameters) => pairedMetric(metric, better, parameters, pairing));
  });
  const family = adjusted(metrics);
  return metrics.map((row, index) => ({ ...row, adjusted: family[index]! }));
}
