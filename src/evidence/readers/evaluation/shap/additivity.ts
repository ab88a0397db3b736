import { Sum } from "../../../../statistics/sum.ts";
import type { Aggregate } from "../../../output/output.ts";
import type { Grid } from "../../numpy/grid.ts";
import type { Explanation } from "./explanation.ts";
import type { Parts } from "./parts.ts";

/** Trees are added in 4-byte floats; SHAP's own check allows ten times as much. */
const TOLERANCE = 1e-3;

/**
 * How many rows add up: base value and SHAP values are the prediction, or its log-odds. Source: S. M. Lundberg and
 * S.-I. Lee, NeurIPS 30 (2017), property 1 (local accuracy).
 */
export function additivity(explanation: Explanation, parts: Parts): readonly Aggregate[] {
  const { base, predictions, names, halfDigit, at } = parts;
  // Values that are all 0 are told by themselves.
  if (base === null || predictions === null || parts.values.values.every((value) => value === 0)) return [];
  const { rows, features } = explanation;
  const name = `rows where ${names.base} + ${names.values} = ${names.predictions}`;
  const about = { name, tolerance: 0, rows, of: "additivity", at } as const;
  const loose = (because: string) => [{ ...about, stated: rows, recomputed: null, because }];
  // That rows are missing is the shortfall of the run.
  if (predictions.shape.length > 0 && predictions.shape[0]! > rows && rows > 1) return [];
  const bases = perRow(base, explanation, true);
  const predicted = perRow(predictions, explanation, false);
  if (bases === null) return loose(`${names.base} has ${base.values.length} numbers for ${rows} rows`);
  if (predicted === null)
    return loose(`${names.predictions} has ${predictions.shape.join(" × ")} numbers for ${rows} rows`);
  // Rounded parts err both ways: twice the root of their number is three and a half standard deviations.
  const room = TOLERANCE + 2 * halfDigit * Math.sqrt(features.length + 2);
  const plain = adding(explanation, bases, predicted, room, (sum) => sum);
  const byLogit = adding(explanation, bases, predicted, room, logistic);
  const recomputed = Math.max(plain, byLogit);
  const stated = definedRows(explanation);
  if (recomputed === 0 && stated > 0)
    return loose("no row adds up, as when the predictions are on another scale than the explanation");
  return [{ ...about, stated, recomputed, because: null }];
}

type PerRow = (row: number, output: number) => number;

function adding(
  { rows, features, outputs, at }: Explanation,
  base: PerRow,
  predicted: PerRow,
  room: number,
  link: (sum: number) => number,
): number {
  let adding = 0;
  for (let row = 0; row < rows; row++) {
    let every = true;
    for (let output = 0; output < outputs; output++) {
      const prediction = predicted(row, output);
      if (Number.isNaN(prediction) && outputs === 2 && output === 0) continue;
      const sum = new Sum();
      sum.add(base(row, output));
      for (let feature = 0; feature < features.length; feature++) sum.add(at(row, feature, output));
      every &&= Math.abs(link(sum.value) - prediction) <= room * Math.max(1, Math.abs(prediction));
    }
    if (every) adding++;
  }
  return adding;
}

/** Rows without a number that is none, which is told by itself. */
function definedRows({ rows, features, outputs, at }: Explanation): number {
  let defined = 0;
  for (let row = 0; row < rows; row++) {
    let every = true;
    for (let feature = 0; feature < features.length; feature++)
      for (let output = 0; output < outputs; output++) every &&= Number.isFinite(at(row, feature, output));
    if (every) defined++;
  }
  return defined;
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * A number for each row and output: one for all, one for each output, for each row, or for both. One prediction for each
 * row of two outputs is the second's, and two for one output have it second. Null where the sizes do not fit.
 */
function perRow({ shape, values }: Grid, { rows, outputs }: Explanation, once: boolean): PerRow | null {
  const of = (index: number) => values[index] ?? Number.NaN;
  const size = values.length;
  if (size === rows * outputs && (shape.length === 2 || outputs === 1 || rows === 1))
    return (row, output) => of(row * outputs + output);
  if (once && size === outputs) return (_, output) => of(output);
  if (once && size === 1) return () => of(0);
  if (outputs === 1 && shape.length === 2 && shape[0] === rows && shape[1] === 2)
    return (row) => of(row * 2 + 1);
  if (once && outputs === 1 && size === 2) return () => of(1);
  if (!once && outputs === 2 && size === rows) return (row, output) => (output === 1 ? of(row) : Number.NaN);
  return once && size === rows ? (row) => of(row) : null;
}
