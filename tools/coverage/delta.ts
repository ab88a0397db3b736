import { balancedAccuracy } from "../../src/statistics/classification/accuracy.ts";
import { f1 } from "../../src/statistics/classification/fbeta.ts";
import { cohenKappa } from "../../src/statistics/classification/kappa.ts";
import { matthewsCorrcoef } from "../../src/statistics/classification/matthews.ts";
import type { BinaryMetric } from "../../src/statistics/metric.ts";
import { multinomial } from "./chances.ts";
import { type Cell, type Coverage, coverageOver, type Ends, Tally } from "./coverage.ts";
import { CONFIDENCE, type Study } from "./study.ts";

/** True shares of the confusion matrix: truly positive, and of either class the share decided rightly. */
const SCENARIOS = [0.1, 0.3, 0.5].flatMap((positive) =>
  [0.5, 0.7, 0.9].flatMap((recall) =>
    [0.7, 0.9, 0.97].map((specificity) => ({ positive, recall, specificity })),
  ),
);

const METRICS = [
  ["F1", f1.binary],
  ["balanced accuracy", balancedAccuracy.binary],
  ["Matthews", matthewsCorrcoef.binary],
  ["kappa", cohenKappa.binary],
] as const;

export const DELTA: readonly Study[] = METRICS.map(([title, metric]) => ({
  method: `Delta, ${title}`,
  how: "sum over every confusion matrix; positives 0.1, 0.3, 0.5, recall 0.5, 0.7, 0.9, specificity 0.7, 0.9, 0.97",
  grids: [20, 50].map((n) => ({ title: `n = ${n}`, coverage: () => deltaCoverage(metric, n) })),
}));

type Counts = readonly [number, number, number, number];

function deltaCoverage(metric: BinaryMetric, n: number): Coverage {
  const matrices = everyMatrix(n);
  const intervals = matrices.map((counts) => intervalOf(metric, counts));
  return coverageOver(
    SCENARIOS.map((scenario): Cell => {
      const shares = sharesOf(scenario);
      const truth = truthOf(metric, shares);
      const tally = new Tally();
      matrices.forEach((counts, index) => {
        tally.add(intervals[index]!, truth, multinomial(counts, shares));
      });
      const { positive, recall, specificity } = scenario;
      return tally.cell(`positives ${positive}, recall ${recall}, specificity ${specificity}`);
    }),
  );
}

function everyMatrix(n: number): readonly Counts[] {
  const found: Counts[] = [];
  for (let a = 0; a <= n; a++)
    for (let b = 0; a + b <= n; b++)
      for (let c = 0; a + b + c <= n; c++) found.push([a, b, c, n - a - b - c]);
  return found;
}

/** Shares of true positives, false negatives, false positives and true negatives. */
function sharesOf({ positive, recall, specificity }: (typeof SCENARIOS)[number]): Counts {
  const negative = 1 - positive;
  return [positive * recall, positive * (1 - recall), negative * (1 - specificity), negative * specificity];
}

const PLACES = [
  [1, 1],
  [1, 0],
  [0, 1],
  [0, 0],
] as const;

function intervalOf(metric: BinaryMetric, counts: Counts): Ends | null {
  const rows = counts.flatMap((count, place) => Array.from({ length: count }, () => PLACES[place]!));
  return outcomeOf(metric, rows, null).interval;
}

/** The metric of the shares themselves, as weights of one row each. */
function truthOf(metric: BinaryMetric, shares: Counts): number {
  return outcomeOf(metric, PLACES, Float64Array.from(shares)).value;
}

function outcomeOf(
  metric: BinaryMetric,
  rows: readonly (readonly [number, number])[],
  weight: Float64Array | null,
): { readonly value: number; readonly interval: Ends | null } {
  const outcome = metric.compute(
    {
      task: "binary",
      classes: ["no", "yes"],
      positive: Uint8Array.from(rows, ([truth]) => truth),
      decision: Uint8Array.from(rows, ([, decided]) => decided),
      score: null,
      weight,
    },
    {},
    CONFIDENCE,
  );
  return outcome.kind === "value" ? outcome : { value: Number.NaN, interval: null };
}
