import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/statistics/frequency.ts";
import { metricsOf } from "../../src/statistics/registry.ts";
import type { BinarySample, Sample } from "../../src/statistics/sample.ts";
import { type Asked, difference, outcomeOf, type StoredSample, storedSamples, type Task } from "./stored.ts";
import { take } from "./take.ts";

/** What a metric is after a change of the sample, told by what some metric was before it. */
interface Was {
  readonly asked: Asked;
  readonly turned: (value: number) => number;
}

/** A change of samples, and what it does to each metric; null where that is not said. */
interface Law {
  readonly title: string;
  readonly task: Task;
  change(sample: Sample, order: readonly number[]): Sample;
  was(asked: Asked, stored: StoredSample): Was | null;
}

const same = (asked: Asked): Was => ({ asked, turned: (value) => value });
const times = (asked: Asked, factor: number): Was => ({ asked, turned: (value) => factor * value });
const COUNTS = new Set(["support", "confusion_matrix"]);

/** Scores as such, and not only their order, matter to these. */
const ON_PROBABILITIES = new Set(["log_loss", "brier_score"]);

/** Metrics without a class to name: what each becomes when the classes change places; null where nothing known. */
const CHANGED_PLACES: Readonly<Record<string, string | null>> = {
  accuracy: "accuracy",
  balanced_accuracy: "balanced_accuracy",
  matthews_corrcoef: "matthews_corrcoef",
  cohen_kappa: "cohen_kappa",
  specificity: "recall",
  negative_predictive_value: "precision",
  false_positive_rate: "false_negative_rate",
  false_negative_rate: "false_positive_rate",
  roc_auc: "roc_auc",
  log_loss: "log_loss",
  brier_score: "brier_score",
  // It looks at the positive rows alone, from the top.
  average_precision: null,
  gini: "gini",
  ks: "ks",
  ks_statistic: "ks_statistic",
  kolmogorov_smirnov: "kolmogorov_smirnov",
  lift: null,
  gain: null,
  precision_at_k: null,
  recall_at_k: null,
};

/** By which power of a factor a metric grows when truth and predictions are multiplied by it. */
const DEGREES: Readonly<Record<string, number>> = {
  mean_absolute_error: 1,
  mean_squared_error: 2,
  root_mean_squared_error: 1,
  median_absolute_error: 1,
  max_error: 1,
  mean_absolute_percentage_error: 0,
  symmetric_mean_absolute_percentage_error: 0,
  smape: 0,
  mean_error: 1,
  r2: 0,
  explained_variance: 0,
  mean_pinball_loss: 1,
  pinball_loss: 1,
  interval_coverage: 0,
  mean_interval_width: 1,
};

/** Below it the floor of MAPE plays a part, which has a size of its own. */
const FLOORED = 2 ** -40;
const FACTOR = 4;

const LAWS: readonly Law[] = [
  ...(["binary", "multiclass", "regression"] as const).flatMap((task): readonly Law[] => [
    {
      title: "rows in another order",
      task,
      change: (sample, order) => take(sample, order),
      was: same,
    },
    {
      title: "every row twice, as its double weight",
      task,
      change: (sample, order) => take(sample, [...order, ...order]),
      // Among k rows there are twice as few of them then.
      was: (asked, { sample }) => {
        if (task === "binary" && asked.parameters.k !== undefined) return null;
        // Half of the standard error is gone, and the interval with it.
        return sample.weight === null ? null : times(asked, COUNTS.has(asked.name) ? 2 : 1);
      },
    },
  ]),
  {
    title: "scores by rank, for what looks at their order alone",
    task: "binary",
    change: (sample) => (sample.task === "binary" ? { ...sample, score: ranksOf(sample.score!) } : sample),
    was: (asked) =>
      reads("binary", asked) === "score" && !ON_PROBABILITIES.has(asked.name) ? same(asked) : null,
  },
  {
    title: "classes in each other's place",
    task: "binary",
    change: (sample) => (sample.task === "binary" ? changedPlaces(sample) : sample),
    was: ({ name, parameters }, { sample }) => {
      const [no, yes] = sample.task === "binary" ? sample.classes : ["", ""];
      const other = (named: string | undefined) => (named === no ? yes : no);
      if (name === "confusion_matrix") {
        const cell = { actual: other(parameters.actual), predicted: other(parameters.predicted) };
        return same({ name, parameters: cell });
      }
      if (takes("binary", name, "class")) {
        if (parameters.average !== undefined) return same({ name, parameters });
        return same({ name, parameters: { ...parameters, class: other(parameters.class ?? yes) } });
      }
      if (ON_PROBABILITIES.has(name) && sample.task === "binary" && !isMirrored(sample)) return null;
      const partner = CHANGED_PLACES[name] ?? null;
      return partner === null ? null : same({ name: partner, parameters });
    },
  },
  {
    title: "classes listed the other way round",
    task: "multiclass",
    change: (sample) => (sample.task === "multiclass" ? relisted(sample) : sample),
    // Of tied classes the later in the list ranks first.
    was: (asked) => (asked.name === "top_k_accuracy" ? null : same(asked)),
  },
  {
    title: `truth and predictions times ${FACTOR}`,
    task: "regression",
    change: (sample) => (sample.task === "regression" ? scaled(sample) : sample),
    was: (asked, { sample }) => {
      const floored = sample.task === "regression" && sample.truth.some((value) => Math.abs(value) < FLOORED);
      if (asked.name === "mean_absolute_percentage_error" && floored) return null;
      return times(asked, FACTOR ** DEGREES[asked.name]!);
    },
  },
];

describe.each(LAWS)("$task metrics, $title", (law) => {
  const stored = storedSamples(law.task);
  // Squares of numbers near the ends of what a number holds are lost on one side.
  const fit = stored.filter(
    ({ name }) => law.task !== "regression" || !/denormal|large|tiny|infinite/.test(name),
  );

  it("are what they should be, with their intervals", () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.constantFrom(...fit), fc.infiniteStream(fc.nat()), (one, keys) => {
        const changed = law.change(one.sample, shuffled(linesOf(one.sample), keys));
        const wrong = one.asked.flatMap((asked) => {
          const was = law.was(asked, one);
          if (was === null) return [];
          compared++;
          const says = difference(
            outcomeOf(was.asked, one.sample),
            outcomeOf(asked, changed),
            was.turned,
            1e-9,
          );
          return says === null
            ? []
            : [`${asked.name} ${JSON.stringify(asked.parameters)} of ${one.name}: ${says}`];
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60, seed: 20240501 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

describe("a metric that comes later says what these changes do to it", () => {
  it("classes in each other's place: a line in CHANGED_PLACES", () => {
    const unsaid = metricsOf("binary").filter(
      ({ name, takes }) => !takes.includes("class") && !takes.includes("actual") && !(name in CHANGED_PLACES),
    );
    expect(unsaid.map(({ name }) => name)).toEqual([]);
  });

  it("truth and predictions multiplied: a line in DEGREES", () => {
    expect(metricsOf("regression").flatMap(({ name }) => (name in DEGREES ? [] : [name]))).toEqual([]);
  });
});

function reads(task: Task, { name }: Asked): string | undefined {
  return metricsOf(task).find((metric) => metric.name === name)?.reads;
}

function takes(task: Task, name: string, setting: string): boolean {
  const taken: readonly string[] = metricsOf(task).find((metric) => metric.name === name)?.takes ?? [];
  return taken.includes(setting);
}

/** Each score's place among the different ones, times 3, less 7. */
function ranksOf(score: Float64Array): Float64Array {
  const places = new Map(
    [...new Set(score.map((value) => value + 0))].sort((a, b) => a - b).map((value, place) => [value, place]),
  );
  return score.map((value) => 3 * places.get(value + 0)! - 7);
}

function changedPlaces(sample: BinarySample): BinarySample {
  const other = (column: Uint8Array) => column.map((one) => 1 - one);
  const top = isMirrored(sample) ? 1 : 0;
  return {
    ...sample,
    positive: other(sample.positive),
    decision: sample.decision && other(sample.decision),
    score: sample.score!.map((score) => top - score),
  };
}

/** Whether one less the scores are probabilities as well: one less 1e-300 is 1, so that ties would come of it. */
function isMirrored({ score }: BinarySample): boolean {
  const apart = new Set(score!.map((one) => 1 - one)).size === new Set(score!).size;
  return apart && score!.every((one) => one >= 0 && one <= 1);
}

function relisted(sample: Extract<Sample, { task: "multiclass" }>): Sample {
  const last = sample.classes.length - 1;
  return {
    ...sample,
    classes: sample.classes.toReversed(),
    truth: sample.truth.map((index) => last - index),
    decision: sample.decision?.map((index) => last - index) ?? null,
    scores: sample.scores?.toReversed() ?? null,
  };
}

function scaled(sample: Extract<Sample, { task: "regression" }>): Sample {
  const larger = (values: Float64Array) => values.map((value) => FACTOR * value);
  const { truth, prediction, bounds } = sample;
  return {
    ...sample,
    truth: larger(truth),
    prediction: prediction && larger(prediction),
    bounds: bounds ? { lower: larger(bounds.lower), upper: larger(bounds.upper) } : null,
  };
}

function shuffled(length: number, keys: Iterable<number>): readonly number[] {
  const stream = keys[Symbol.iterator]();
  return [...Array(length).keys()]
    .map((row) => ({ row, key: Number(stream.next().value) }))
    .sort((left, right) => left.key - right.key)
    .map(({ row }) => row);
}
