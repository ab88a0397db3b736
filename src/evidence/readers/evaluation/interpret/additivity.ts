import { Sum } from "../../../../statistics/sum.ts";
import type { Aggregate } from "../../../output/output.ts";
import { halfDigitOfAll } from "../../written.ts";
import type { Local, LocalRow } from "./local.ts";

const TOLERANCE = 1e-6;
const NAME = "rows where intercept + scores = predicted_score";

/** From the sums of a row's scores, one for each output, to the prediction or its class's probability. */
type Link = (sums: Float64Array, row: LocalRow) => number;

const REGRESSION: readonly Link[] = [(sums) => sums[0]!, (sums) => Math.exp(sums[0]!)];
const CLASSES: readonly Link[] = [probability];

/**
 * How many rows add up: intercept and scores, through the model's link, are the stated prediction. Source: Y. Lou,
 * R. Caruana and J. Gehrke, "Intelligible models for classification and regression", KDD 2012.
 */
export function additivity({ rows, at }: Local): readonly Aggregate[] {
  const stated = rows.filter(({ score }) => score !== null);
  if (stated.length === 0) return [];
  const links = stated.every(({ isClass }) => isClass) ? CLASSES : REGRESSION;
  const recomputed = Math.max(...links.map((link) => stated.filter((row) => adds(row, link)).length));
  const rowCount = stated.length;
  const about = { name: NAME, stated: rowCount, tolerance: 0, rows: rowCount, of: "additivity", at } as const;
  const because = "no row adds up, as when the model has a link other than the identity and the logarithm";
  if (recomputed === 0 && links === REGRESSION) return [{ ...about, recomputed: null, because }];
  return [{ ...about, recomputed, because: null }];
}

function adds(row: LocalRow, link: Link): boolean {
  const { scores, outputs, intercept, score } = row;
  const sums = intercept.map((start, output) => {
    const sum = new Sum();
    sum.add(start);
    for (let at = output; at < scores.length; at += outputs) sum.add(scores[at]!);
    return sum.value;
  });
  // Rounded parts err both ways: twice the root of their number is three and a half standard deviations.
  const room = TOLERANCE + 2 * halfDigitOfAll(scores) * Math.sqrt(scores.length / outputs + 2);
  return Math.abs(link(sums, row) - (score ?? Number.NaN)) <= room * Math.max(1, Math.abs(score ?? 0));
}

/** Of the predicted class; of the likeliest one where the row does not say which it is. */
function probability(sums: Float64Array, { predicted }: LocalRow): number {
  const logits = sums.length === 1 ? [0, sums[0]!] : [...sums];
  const highest = Math.max(...logits);
  const parts = logits.map((logit) => Math.exp(logit - highest));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return (parts[predicted ?? logits.indexOf(highest)] ?? Number.NaN) / total;
}
