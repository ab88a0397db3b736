import { rocAuc } from "../../src/statistics/ranking/roc-auc.ts";
import { medianAbsoluteError } from "../../src/statistics/regression/extreme-errors.ts";
import { meanSquaredError } from "../../src/statistics/regression/squared-errors.ts";
import type { Plan } from "../../src/statistics/resampling/bootstrap.ts";
import { bootstrapMetric } from "../../src/statistics/resampling/bootstrap-metric.ts";
import { coverageOver, type Ends } from "./coverage.ts";
import { binormal, normalErrors, type Population } from "./populations.ts";
import { counted } from "./simulated.ts";
import type { Study } from "./study.ts";

const SAMPLES = 1000;
const REPLICATES = 1000;
/** The median of |Z| for a standard normal Z. */
const MEDIAN_ERROR = 0.6744897501960817;

const SUBJECTS: readonly (readonly [string, readonly number[], (n: number) => Population])[] = [
  ["MSE", [10, 30, 100], (n) => normalErrors(meanSquaredError, 1, n)],
  ["median absolute error", [10, 30, 100], (n) => normalErrors(medianAbsoluteError, MEDIAN_ERROR, n)],
  ["ROC AUC of 0.75", [20, 50, 200], (n) => binormal(rocAuc, 0.75, n / 2, n / 2)],
  ["ROC AUC of 0.9", [20, 50, 200], (n) => binormal(rocAuc, 0.9, n / 2, n / 2)],
];

/** The bootstrap, counted over samples of which each is resampled. */
export const RESAMPLED: readonly Study[] = (
  [
    ["Bootstrap percentile", "bootstrap-percentile"],
    ["Bootstrap BCa", "bootstrap-bca"],
  ] as const
).map(([title, method]) => ({
  method: title,
  how: `${SAMPLES} samples each, ${REPLICATES} replicates of each`,
  grids: SUBJECTS.flatMap(([metric, sizes, population]) =>
    sizes.map((n) => ({
      title: `${metric}, n = ${n}`,
      coverage: () => coverageOver([resampled(population(n), method)]),
    })),
  ),
}));

function resampled(population: Population, method: Plan["method"]) {
  let drawn = 0;
  return counted(population, SAMPLES, (sample, confidence): Ends | null => {
    const seed = { data: (drawn++).toString(16).padStart(8, "0"), policy: population.name };
    const plan: Plan = { method, replicates: REPLICATES, confidence, seed };
    const drawing = { byClass: sample.task === "binary", entity: null };
    const found = bootstrapMetric(population.metric, sample, {}, drawing, plan);
    return typeof found === "string" ? null : found.interval;
  });
}
