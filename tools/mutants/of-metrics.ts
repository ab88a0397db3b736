import { type Mutant, within } from "./mutant.ts";

const GOLDENS = ["__tests__/statistics/goldens.test.ts"];

/** In the metrics of the catalogue. */
export const OF_METRICS: readonly Mutant[] = [
  ...within(
    "src/statistics/sum.ts",
    ["__tests__/statistics/sum.test.ts", ...GOLDENS],
    [
      {
        text: "return Number.isFinite(this.#total) ? this.#total + this.#lost : this.#total;",
        planted: "return this.#total;",
        breaks: "sums are not compensated",
      },
    ],
  ),
  ...within("src/statistics/ranking/area.ts", GOLDENS, [
    {
      text: "(negativesBelow.value + ties.negatives / 2)",
      planted: "negativesBelow.value",
      breaks: "a tie of weights counts nothing in the area, not half",
    },
    {
      text: "ups * (2 * below + downs)",
      planted: "ups * 2 * below",
      breaks: "a tie of rows counts nothing in the area, not half",
    },
  ]),
  ...within(
    "src/statistics/ranking/ascending.ts",
    ["__tests__/statistics/ranking"],
    [
      {
        text: "negative ? ~words[first!]!",
        planted: "negative ? words[first!]!",
        breaks: "negative scores that are nearly alike rank the wrong way",
      },
    ],
  ),
  ...within("src/statistics/ranking/average-precision.ts", GOLDENS, [
    {
      text: "(ties.positives * found.value)",
      planted: "(ties.positives * (found.value - ties.positives))",
      breaks: "average precision leaves out the threshold's own weight",
    },
    {
      text: "ups * (found / (last.length - place))",
      planted: "ups * ((found - ups) / (last.length - place))",
      breaks: "average precision leaves out the threshold's own rows",
    },
  ]),
  ...within(
    "src/statistics/moments.ts",
    ["__tests__/statistics/intervals", ...GOLDENS],
    [
      {
        text: "((apart * apart * this.rows) / (this.rows + rows)) * rows",
        planted: "0",
        breaks: "the spread of losses leaves out how far blocks lie apart",
      },
    ],
  ),
  ...within(
    "src/statistics/moments.ts",
    ["__tests__/measurement/analysis/segments.test.ts"],
    [
      {
        text: "total.add(mean * rows);",
        planted: "total.add(mean * some[0]!.rows);",
        breaks: "the means of groups that are put together count alike",
      },
    ],
  ),
  ...within(
    "src/statistics/classification/counts-by-group.ts",
    ["__tests__/measurement/analysis/segments.test.ts"],
    [
      {
        text: "some.reduce((sum, counts) => sum + counts[cell]!, 0)",
        planted: "some[0]![cell]!",
        breaks: "a group that is put together has the confusion matrix of its first part",
      },
    ],
  ),
  ...within(
    "src/statistics/ranking/ranked-groups.ts",
    ["__tests__/statistics/ranking"],
    [
      {
        text: "if (latest[group] === scores) lastIn[at - 1] = 0;",
        planted: "",
        breaks: "equal scores of a group are no ties",
      },
      {
        text: "lastIn[at] = 1;",
        planted: "",
        breaks: "a group's ties are those of whatever stood in its room before",
      },
    ],
  ),
  ...within(
    "src/statistics/curves/roc-curve.ts",
    ["__tests__/statistics/curves", "__tests__/measurement/analysis"],
    [{ text: "curve.x[0] = 0;", planted: "", breaks: "a ROC curve begins where another in its room did" }],
  ),
  ...within(
    "src/statistics/curves/gain-curve.ts",
    ["__tests__/statistics/curves", "__tests__/measurement/analysis"],
    [{ text: "curve.y[0] = 0;", planted: "", breaks: "a gain curve begins where another in its room did" }],
  ),
  ...within(
    "src/statistics/probability/probabilities.ts",
    ["__tests__/statistics/part.test.ts", "__tests__/measurement/analysis/segments.test.ts"],
    [
      {
        text: "(part !== null && sound.has(part.whole))",
        planted: "part !== null",
        breaks: "the scores of a group are probabilities, whatever they are",
      },
    ],
  ),
  ...within("src/statistics/ranking/top-k-accuracy.ts", GOLDENS, [
    {
      text: "rankOf(truth[row]!, scores, row) < k",
      planted: "rankOf(truth[row]!, scores, row) <= k",
      breaks: "the k + 1 largest scores are looked at",
    },
    { text: "other > index", planted: "other < index", breaks: "of tied classes the earlier ranks first" },
  ]),
  ...within("src/statistics/ranking/roc-auc-ovr.ts", GOLDENS, [
    {
      text: "byRows ? weightOf(sample, index) : 1",
      planted: "byRows ? 1 : 1",
      breaks: "the weighted one-vs-rest area is the macro one",
    },
  ]),
  ...within("src/statistics/probability/log-loss.ts", GOLDENS, [
    {
      text: "Math.max(probability, Number.EPSILON)",
      planted: "Math.max(probability, 1e-15)",
      breaks: "log loss clips at 1e-15",
    },
  ]),
  ...within("src/statistics/probability/brier-score.ts", GOLDENS, [
    {
      text: "(probability[start + index]! - positive[start + index]!) ** 2",
      planted: "Math.abs(probability[start + index]! - positive[start + index]!)",
      breaks: "the Brier score is not squared",
    },
  ]),
  ...within("src/statistics/classification/matthews.ts", GOLDENS, [
    {
      text: "- dot(truth, predicted);",
      planted: "- dot(truth, truth);",
      breaks: "Matthews's numerator takes the truth's margin twice",
    },
  ]),
  ...within("src/statistics/classification/kappa.ts", GOLDENS, [
    {
      text: "(total - predicted[index]!)",
      planted: "(total - truth[index]!)",
      breaks: "kappa expects by one margin, which is Scott's pi",
    },
  ]),
  ...within("src/statistics/classification/rates.ts", GOLDENS, [
    {
      text: "oneClass(PRECISION, tally, NEGATIVE, confidence)",
      planted: "oneClass(RECALL, tally, NEGATIVE, confidence)",
      breaks: "negative predictive value is specificity",
    },
  ]),
  ...within("src/statistics/classification/class-ratio.ts", GOLDENS, [
    {
      text: "truth: beta * beta, correct: 0",
      planted: "truth: beta, correct: 0",
      breaks: "beta is not squared",
    },
    {
      text: "correct: -1,",
      planted: "correct: 0,",
      breaks: "Jaccard counts the correct rows twice below the line",
    },
  ]),
  ...within("src/statistics/classification/average.ts", GOLDENS, [
    {
      text: "sum += tally.truth[index]! * value",
      planted: "sum += tally.predicted[index]! * value",
      breaks: "weighted averages weigh by decisions",
    },
    {
      text: "tally.truth[index]! > 0 || tally.predicted[index]! > 0",
      planted: "tally.truth[index]! > 0",
      breaks: "macro averages leave out classes that are only decided for",
    },
  ]),
  ...within("src/statistics/regression/extreme-errors.ts", GOLDENS, [
    {
      text: "middleOf(sorted[middle - 1]!, upper)",
      planted: "upper",
      breaks: "the median of an even number of rows is the upper one",
    },
    {
      text: "<= half + rounding",
      planted: "<= half - rounding",
      breaks: "half of the weight does not count as half",
    },
  ]),
  ...within("src/statistics/regression/mean-errors.ts", GOLDENS, [
    {
      text: "(truth, prediction) => prediction - truth)",
      planted: "(truth, prediction) => truth - prediction)",
      breaks: "the mean error has the wrong sign",
    },
    {
      text: "Math.max(Math.abs(truth), Number.EPSILON)",
      planted: "Math.max(Math.abs(prediction), Number.EPSILON)",
      breaks: "MAPE is a share of the prediction",
    },
  ]),
  ...within("src/statistics/regression/explained.ts", GOLDENS, [
    {
      text: "squaresAround(errors, sample.weight)",
      planted: "errors.map((error) => error ** 2)",
      breaks: "explained variance is R²",
    },
    {
      text: "return around(roughly, meanOf(roughly, weight))",
      planted: "return roughly",
      breaks: "values far from zero are centred once",
    },
  ]),
  ...within(
    "src/statistics/definition.ts",
    ["__tests__/statistics/degenerate.test.ts"],
    [
      {
        text: "!Number.isFinite(estimate.value)",
        planted: "Number.isNaN(estimate.value)",
        breaks: "an infinite result is a value",
      },
      {
        text: "Number.isFinite(interval.low) && Number.isFinite(interval.high) ? interval : null",
        planted: "interval",
        breaks: "an interval has an infinite end",
      },
      {
        text: "!(interval.confidence > 0 && interval.confidence < 1)",
        planted: "!(interval.confidence >= 0)",
        breaks: "there is an interval at a confidence of 1",
      },
    ],
  ),
  ...within(
    "src/statistics/classification/rates.ts",
    ["__tests__/statistics/symmetries.test.ts"],
    [
      {
        text: "errorRate(tally, POSITIVE, NEGATIVE, confidence)",
        planted: "errorRate(tally, POSITIVE, POSITIVE, confidence)",
        breaks: "the false negative rate is recall",
      },
    ],
  ),
  ...within(
    "src/statistics/regression/squared-errors.ts",
    ["__tests__/statistics/symmetries.test.ts"],
    [
      {
        text: "low: Math.sqrt(interval.low)",
        planted: "low: interval.low",
        breaks: "RMSE's lower end is that of the squares",
      },
    ],
  ),
];
