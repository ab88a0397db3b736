import type { Reads } from "../../statistics/metric.ts";
import type { Sample } from "../../statistics/sample.ts";
import { type Frame, texts } from "../frame.ts";
import { counted } from "../number-format.ts";
import { labelsThatDiffer } from "./correct.ts";
import { type PairedRow, pairedAccuracies, pairedAreas, pairedMeans } from "./paired.ts";
import type { AnalysisRequest } from "./request.ts";
import { sameRows } from "./same-rows.ts";
import { type Samples, samplesIn, samplesOf } from "./samples.ts";
import { type Told, told } from "./told.ts";

/** The file against the reference on the same rows. */
export interface Comparison {
  readonly rows: number;
  readonly measures: readonly PairedRow[];
}

/** The reason when the files do not hold the same rows with the same labels, or the reference cannot answer for them. */
export function comparisonOf(
  reference: Frame,
  current: Frame,
  samples: Samples,
  request: AnalysisRequest,
  positive: string | null,
): Told<Comparison> {
  if (request.weight !== null) {
    return told<never>("the rows are weighted, and paired tests take every row once");
  }
  const [theirs, ours] = [texts(reference, request.id), texts(current, request.id)];
  if (!theirs || !ours) return told<never>("the reference has no such column of ids");
  const rows = sameRows(theirs, ours);
  if (typeof rows === "string") return told<never>(rows);
  const others = samplesOf(reference, request, positive);
  if ("kind" in others) return told<never>(`the reference cannot be compared: ${others.says}`);
  const before = samplesIn(others, rows);
  const changed = Math.max(
    ...[...samples].map(([reads, after]) => labelsThatDiffer(before.get(reads)!, after)),
  );
  if (changed > 0) return told<never>(`the label of ${counted(changed, "row")} differs between the files`);
  return told({ rows: rows.length, measures: measuresOf(before, samples, request.confidence) });
}

function measuresOf(before: Samples, samples: Samples, confidence: number): readonly PairedRow[] {
  return [...samples].flatMap(([reads, after]) => measuresBy(reads, before.get(reads)!, after, confidence));
}

function measuresBy(reads: Reads, before: Sample, after: Sample, confidence: number): readonly PairedRow[] {
  switch (reads) {
    case "score":
      return [...pairedAreas(before, after, confidence), ...pairedMeans(before, after, confidence)];
    case "decision":
      return pairedAccuracies(before, after, confidence);
    case "prediction":
      return pairedMeans(before, after, confidence);
  }
}
