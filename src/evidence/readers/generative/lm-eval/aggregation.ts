import type { MetricTally } from "./metric-tally.ts";

/** What rows give for an aggregate, or why they cannot. */
export type Again =
  | { readonly value: number; readonly because: null }
  | { readonly value: null; readonly because: string };

/** How a task turns the values of its rows into one. Source: lm_eval.api.metrics, its registry of aggregations. */
export type Aggregation = (tally: MetricTally) => Again;

const mean: Aggregation = (tally) => of(tally, tally.values.mean);

/** A value that is none is left out. */
const nanmean: Aggregation = (tally) =>
  tally.pairs > 0 ? of(tally, null) : (whole(tally.values.mean) ?? UNEVEN);

const perplexity: Aggregation = (tally) => {
  const { mean: centre } = tally.values;
  return of(tally, centre === null ? null : Math.exp(-centre));
};

const weightedPerplexity: Aggregation = (tally) =>
  ofPairs(tally, Math.exp(-(tally.firsts.value / tally.seconds.value)));

const bitsPerByte: Aggregation = (tally) =>
  ofPairs(tally, -(tally.firsts.value / tally.seconds.value) / Math.LN2);

const AGGREGATIONS: ReadonlyMap<string, Aggregation> = new Map([
  ["mean", mean],
  ["nanmean", nanmean],
  ["perplexity", perplexity],
  ["weighted_perplexity", weightedPerplexity],
  ["bits_per_byte", bitsPerByte],
]);

/** The aggregation of a metric where a task names none. */
const OF_METRIC: ReadonlyMap<string, string> = new Map([
  ...["acc", "acc_norm", "acc_mutual_info", "acc_bytes", "exact_match", "likelihood"].map(
    (metric): [string, string] => [metric, "mean"],
  ),
  ["perplexity", "perplexity"],
  ["word_perplexity", "weighted_perplexity"],
  ["byte_perplexity", "weighted_perplexity"],
  ["bits_per_byte", "bits_per_byte"],
  ...["brier_score", "mcc", "f1", "bleu", "chrf", "ter"].map((metric): [string, string] => [metric, metric]),
]);

/** By the name that the task's configuration gives, or the metric's own. */
export function aggregationOf(named: string | null, metric: string): Aggregation {
  const name = named ?? OF_METRIC.get(metric) ?? null;
  const known = name === null ? undefined : AGGREGATIONS.get(name);
  if (known) return known;
  const because =
    name === null || !/^[\w+]{1,40}$/.test(name)
      ? "the task has an aggregation of its own"
      : `its aggregation, ${name}, is not computed here`;
  return () => ({ value: null, because });
}

export function isMean(named: string | null, metric: string): boolean {
  return (named ?? OF_METRIC.get(metric)) === "mean";
}

const UNEVEN: Again = { value: null, because: "not every row has a number for it" };

/** Of rows that all have one number. */
function of({ pairs, unscored }: MetricTally, value: number | null): Again {
  return pairs > 0 || unscored > 0 ? UNEVEN : (whole(value) ?? UNEVEN);
}

/** Of rows that all have two. */
function ofPairs({ pairs, rows }: MetricTally, value: number): Again {
  return pairs < rows ? UNEVEN : (whole(value) ?? UNEVEN);
}

function whole(value: number | null): Again | null {
  return value === null || !Number.isFinite(value) ? null : { value, because: null };
}
