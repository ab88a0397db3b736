import { brierScore } from "../../src/statistics/probability/brier-score.ts";
import { logLoss } from "../../src/statistics/probability/log-loss.ts";
import { rocAuc } from "../../src/statistics/ranking/roc-auc.ts";
import { r2 } from "../../src/statistics/regression/explained.ts";
import { meanAbsoluteError, meanError } from "../../src/statistics/regression/mean-errors.ts";
import { meanSquaredError } from "../../src/statistics/regression/squared-errors.ts";
import { coverageOver, type Ends, Tally } from "./coverage.ts";
import { drawsFor } from "./draws.ts";
import { binormal, calibrated, normalErrors, type Population } from "./populations.ts";
import { CONFIDENCE, type Study } from "./study.ts";

const SAMPLES = 4000;

/** Methods in closed form whose coverage is counted over samples drawn from a known population. */
export const SIMULATED: readonly Study[] = [
  {
    method: "DeLong",
    how: `${SAMPLES} samples each; normal scores, true areas 0.6, 0.75, 0.9 and 0.97`,
    grids: [
      [10, 10],
      [25, 25],
      [10, 90],
      [100, 100],
      [50, 950],
    ].map(([positives, negatives]) =>
      grid(
        `${positives} positive, ${negatives} negative`,
        [0.6, 0.75, 0.9, 0.97].map((area) => binormal(rocAuc, area, positives!, negatives!)),
      ),
    ),
  },
  mean("Student, mean error", (n) => normalErrors(meanError, 0, n)),
  mean("Student, MAE", (n) => normalErrors(meanAbsoluteError, Math.sqrt(2 / Math.PI), n)),
  mean("Student, MSE", (n) => normalErrors(meanSquaredError, 1, n)),
  mean("Student, Brier score", (n) => calibrated(brierScore, 1 / 6, n)),
  mean("Student, log loss", (n) => calibrated(logLoss, 1 / 2, n)),
  // The truth has variance 4, its errors 1.
  mean("Delta, R²", (n) => normalErrors(r2, 3 / 4, n)),
];

function mean(method: string, population: (n: number) => Population): Study {
  return {
    method,
    how: `${SAMPLES} samples each; ${population(2).what}`,
    grids: [10, 30, 100, 1000].map((n) => grid(`n = ${n}`, [population(n)])),
  };
}

function grid(title: string, populations: readonly Population[]) {
  return {
    title,
    coverage: () => coverageOver(populations.map((one) => counted(one, SAMPLES, one.interval))),
  };
}

/** The share of samples whose interval holds the truth. */
export function counted(
  population: Population,
  samples: number,
  intervalOf: (sample: ReturnType<Population["draw"]>, confidence: number) => Ends | null,
) {
  const tally = new Tally();
  const draws = drawsFor(population.name);
  for (let drawn = 0; drawn < samples; drawn++)
    tally.add(intervalOf(population.draw(draws), CONFIDENCE), population.truth, 1);
  return tally.cell(population.where);
}
