import type { Place } from "../../../../documents/place.ts";
import type { Aggregate } from "../../../output/output.ts";

interface Named {
  readonly name: string;
  readonly value: number | null;
  readonly at: Place;
}

interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

const COUNTS = {
  tp: "true_positives",
  fp: "false_positives",
  fn: "false_negatives",
  tn: "true_negatives",
} as const;
/** What the evaluator writes of a classifier of two classes and of no other. */
const OF_BINARY = [...Object.values(COUNTS), "precision_recall_auc"];
/** What floating point takes away when the same quotient is written down. */
const TOLERANCE = 1e-9;

/** As scikit-learn has them, with 0 where it divides by nothing. */
const SCORES: Readonly<Record<string, (counts: Counts) => number>> = {
  accuracy_score: ({ tp, fp, fn, tn }) => ratio(tp + tn, tp + fp + fn + tn),
  precision_score: ({ tp, fp }) => ratio(tp, tp + fp),
  recall_score: ({ tp, fn }) => ratio(tp, tp + fn),
  f1_score: ({ tp, fp, fn }) => ratio(2 * tp, 2 * tp + fp + fn),
};

/**
 * The scores that MLflow's evaluator of binary classifiers wrote, from the four counts that it wrote beside them.
 * The counts are never weighted and always of the second class, while the scores may be weighted or of the first:
 * where every score differs, they are of something else and not computed again.
 */
export function confusionAggregates(metrics: readonly Named[], run: string | null): Aggregate[] {
  const byName = new Map(metrics.map((metric) => [metric.name, metric]));
  const prefixes = metrics.flatMap(({ name }) => {
    const sign = OF_BINARY.find((each) => name.endsWith(each));
    return sign === undefined ? [] : [name.slice(0, -sign.length)];
  });
  return [...new Set(prefixes)].flatMap((prefix) => ofPrefix(prefix, byName, run));
}

function ofPrefix(prefix: string, byName: ReadonlyMap<string, Named>, run: string | null): Aggregate[] {
  const count = (name: string) => byName.get(prefix + name)?.value ?? null;
  const [tp, fp, fn, tn] = [count(COUNTS.tp), count(COUNTS.fp), count(COUNTS.fn), count(COUNTS.tn)];
  if (tp === null || fp === null || fn === null || tn === null) return notRecomputed();
  const rows = tp + fp + fn + tn;
  const second = scores({ tp, fp, fn, tn });
  const first = scores({ tp: tn, fp: fn, fn: fp, tn: tp });
  const better = agreeing(first) > agreeing(second) ? first : second;
  const unlike = better.length > 1 && agreeing(better) === 0;
  const because = unlike ? "no score fits the counts beside it, as when the rows were weighted" : null;
  const scored = better.map((one) => ({ ...one, recomputed: unlike ? null : one.recomputed, because, rows }));
  const examples = byName.get(`${prefix}example_count`);
  if (typeof examples?.value !== "number") return scored;
  const named = { name: nameOf(examples.name), stated: examples.value, at: examples.at };
  return [...scored, { ...named, recomputed: rows, because: null, tolerance: 0, rows }];

  function scores(counts: Counts) {
    return Object.entries(SCORES).flatMap(([name, score]) => {
      const metric = byName.get(prefix + name);
      if (typeof metric?.value !== "number") return [];
      const { value: stated, at } = metric;
      return [{ name: nameOf(metric.name), stated, recomputed: score(counts), tolerance: TOLERANCE, at }];
    });
  }

  /** The evaluator writes all four counts, so that one without the others was lost on the way. */
  function notRecomputed(): Aggregate[] {
    const because = "one of the four counts that it rests on is not there";
    return Object.keys(SCORES).flatMap((name) => {
      const metric = byName.get(prefix + name);
      if (typeof metric?.value !== "number") return [];
      const { value: stated, at } = metric;
      return [
        { name: nameOf(metric.name), stated, recomputed: null, because, tolerance: TOLERANCE, rows: 0, at },
      ];
    });
  }

  function nameOf(name: string): string {
    return run === null ? name : `${name}|${run}`;
  }
}

function agreeing(scores: readonly { readonly stated: number; readonly recomputed: number }[]): number {
  return scores.filter(({ stated, recomputed }) => Math.abs(stated - recomputed) <= TOLERANCE).length;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
