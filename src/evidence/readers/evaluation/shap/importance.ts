import { Sum } from "../../../../statistics/sum.ts";
import type { Aggregate } from "../../../output/output.ts";
import { halfDigitOf } from "../../written.ts";
import type { Explanation } from "./explanation.ts";
import type { StatedMean } from "./parts.ts";

/** NumPy adds 4-byte floats as 4-byte floats. */
const SINGLE_PRECISION = 1e-5;

/** The mean of |SHAP| over rows and outputs, for each feature. Source: `shap.plots.bar`. */
export function importances({ features, rows, outputs, at }: Explanation): readonly number[] {
  return features.map((_, feature) => {
    const sum = new Sum();
    for (let row = 0; row < rows; row++)
      for (let output = 0; output < outputs; output++) sum.add(Math.abs(at(row, feature, output)));
    return sum.value / (rows * outputs);
  });
}

/** Each stated mean, from the rows. Of several outputs it may be the sum of the outputs' means, as plots stack them. */
export function meansAgain(stated: readonly StatedMean[], explanation: Explanation): readonly Aggregate[] {
  const { features, rows, outputs } = explanation;
  const computed = new Map(importances(explanation).map((value, index) => [features[index] ?? "", value]));
  const again = (scale: number) =>
    stated.map(({ feature, value, at }): Aggregate => {
      const mean = computed.get(feature);
      const known = mean !== undefined && Number.isFinite(mean);
      return {
        name: `mean_abs_shap|${feature}`,
        stated: value,
        recomputed: known ? mean * scale : null,
        because: known ? null : `no value of ${feature} is there`,
        tolerance: Math.max(halfDigitOf(value), SINGLE_PRECISION * Math.abs(value)),
        rows,
        at,
      };
    });
  const [means, sums] = [again(1), again(outputs)];
  return wrong(sums) < wrong(means) ? sums : means;
}

function wrong(aggregates: readonly Aggregate[]): number {
  return aggregates.filter(
    ({ stated, recomputed, tolerance }) => !(Math.abs(stated - (recomputed ?? Number.NaN)) <= tolerance),
  ).length;
}
