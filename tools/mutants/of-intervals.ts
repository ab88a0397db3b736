import { type Mutant, within } from "./mutant.ts";

const GOLDENS = "__tests__/statistics/goldens.test.ts";
const INTERVALS = ["__tests__/statistics/intervals", GOLDENS];
const PROPORTIONS = ["__tests__/statistics/proportions/goldens.test.ts"];
const RESAMPLING = ["__tests__/statistics/resampling"];

/** In intervals, tests and resampling. */
export const OF_INTERVALS: readonly Mutant[] = [
  ...within("src/statistics/intervals/normal.ts", INTERVALS, [
    {
      text: "quantile((1 + confidence) / 2, 0, 1)",
      planted: "quantile(confidence, 0, 1)",
      breaks: "z is one-sided",
    },
  ]),
  ...within("src/statistics/intervals/wilson.ts", INTERVALS, [
    { text: "(z * z) / (2 * trials)", planted: "(z * z) / (4 * trials)", breaks: "Wilson's centre is off" },
    { text: "(z * z) / (4 * trials * trials)", planted: "0 * trials", breaks: "Wilson's reach is Wald's" },
  ]),
  ...within("src/statistics/intervals/clopper-pearson.ts", INTERVALS, [
    {
      text: "trials - successes + 1)",
      planted: "trials - successes)",
      breaks: "Clopper and Pearson's lower tail is off by one",
    },
  ]),
  ...within("src/statistics/intervals/student-t.ts", INTERVALS, [
    {
      text: "squares / (rows - 1) / rows",
      planted: "squares / rows / rows",
      breaks: "the standard error divides by n, not n - 1",
    },
    { text: "/ 2, rows - 1)", planted: "/ 2, rows)", breaks: "Student's t has a degree of freedom too many" },
  ]),
  ...within("src/statistics/intervals/delta.ts", INTERVALS, [
    {
      text: "(slopes[cell]! - mean) ** 2",
      planted: "slopes[cell]! ** 2",
      breaks: "the delta method's slopes are not centred",
    },
  ]),
  ...within("src/statistics/intervals/delong.ts", INTERVALS, [
    {
      text: "/ (allPositives - 1) / allPositives",
      planted: "/ allPositives / allPositives",
      breaks: "DeLong's variance divides by m, not m - 1",
    },
    {
      text: "1 - (positivesBelow + positives / 2) / allPositives - area",
      planted: "1 - (positivesBelow + positives) / allPositives - area",
      breaks: "a tie counts nothing for the negative rows",
    },
  ]),
  ...within(
    "src/statistics/comparison/placement-spread.ts",
    ["__tests__/statistics/comparison"],
    [
      {
        text: "squares[2].add(old * now)",
        planted: "squares[2].add(-old * now)",
        breaks: "DeLong's covariance has the wrong sign",
      },
      {
        text: "square.value / (rows - 1) / rows",
        planted: "square.value / rows / rows",
        breaks: "paired DeLong divides by n, not n - 1",
      },
    ],
  ),
  ...within(
    "src/statistics/comparison/placements.ts",
    ["__tests__/statistics/comparison"],
    [
      {
        text: "(negativesBelow + negativesTied / 2)",
        planted: "(negativesBelow + negativesTied)",
        breaks: "a tie counts whole in paired areas",
      },
    ],
  ),
  ...within(
    "src/statistics/comparison/mcnemar.ts",
    ["__tests__/statistics/comparison"],
    [
      {
        text: "tail + atMostBinomial(fewer - 1, differing, 0.5)",
        planted: "2 * tail",
        breaks: "McNemar's mid-p is the exact p",
      },
      {
        text: "(gap - 1) ** 2",
        planted: "(gap - 0.5) ** 2",
        breaks: "McNemar's continuity correction is half",
      },
    ],
  ),
  ...within(
    "src/statistics/comparison/tango.ts",
    ["__tests__/statistics/comparison"],
    [
      {
        text: "8 * rows * constant",
        planted: "4 * rows * constant",
        breaks: "Tango's quadratic has a wrong discriminant",
      },
    ],
  ),
  ...within(
    "src/statistics/comparison/paired-losses.ts",
    ["__tests__/statistics/comparison"],
    [
      {
        text: "loss - before[row]!)",
        planted: "before[row]! - loss)",
        breaks: "a change is before less after",
      },
    ],
  ),
  ...within("src/statistics/proportions/adjusted-p.ts", PROPORTIONS, [
    {
      text: "p[index]! * (p.length - rank)",
      planted: "p[index]! * (p.length - rank - 1)",
      breaks: "Holm's factor is off by one",
    },
    {
      text: "Math.max(largest, p[index]!",
      planted: "Math.max(0, p[index]!",
      breaks: "Holm's adjusted p-values fall again",
    },
    {
      text: "(rank + 1) / p.length",
      planted: "(rank + 2) / p.length",
      breaks: "Benjamini and Hochberg's rank is off by one",
    },
  ]),
  ...within("src/statistics/proportions/newcombe.ts", PROPORTIONS, [
    {
      text: "Math.hypot(first - of.low, from.high - second)",
      planted: "Math.hypot(first - of.low, second - from.low)",
      breaks: "Newcombe's lower end takes the wrong end of the other",
    },
  ]),
  ...within("src/statistics/proportions/difference-score.ts", PROPORTIONS, [
    {
      text: "(variance * all) / (all - 1)",
      planted: "variance",
      breaks: "Miettinen and Nurminen's factor N / (N - 1) is left out",
    },
  ]),
  ...within("src/statistics/proportions/ratio-score.ts", PROPORTIONS, [
    {
      text: "ratio * ratio * second",
      planted: "ratio * second",
      breaks: "the ratio is not squared in its variance",
    },
  ]),
  ...within("src/statistics/proportions/rows-to-show.ts", PROPORTIONS, [
    {
      text: "firstThat(shows, failures + 1)",
      planted: "firstThat(shows, failures + 1) + 1",
      breaks: "one row more is asked for than is needed",
    },
  ]),
  ...within("src/statistics/resampling/bounds.ts", RESAMPLING, [
    {
      text: "1 - acceleration * shifted",
      planted: "1 + acceleration * shifted",
      breaks: "BCa's acceleration has the wrong sign",
    },
    {
      text: "replicate === value ? 0.5 : 0",
      planted: "replicate === value ? 1 : 0",
      breaks: "BCa's bias counts ties whole",
    },
  ]),
  ...within("src/statistics/resampling/acceleration.ts", RESAMPLING, [
    {
      text: "(squares * Math.sqrt(squares)) / 6",
      planted: "(squares * Math.sqrt(squares)) / 3",
      breaks: "the acceleration is a third of the skewness",
    },
  ]),
  ...within("src/statistics/resampling/quantile.ts", RESAMPLING, [
    {
      text: "share * (ascending.length - 1)",
      planted: "share * ascending.length",
      breaks: "quantiles of replicates are off by one place",
    },
  ]),
  ...within("src/statistics/resampling/sfc64.ts", RESAMPLING, [
    { text: "(TWO_32 - limit) % limit", planted: "0 * limit", breaks: "drawn rows favour some numbers" },
  ]),
  ...within("src/statistics/resampling/area.ts", RESAMPLING, [
    {
      text: "won -= (up * (all - up)) / 2;\n  }\n  return won / positives / negatives;\n}\n\nfunction weighted",
      planted: "}\n  return won / positives / negatives;\n}\n\nfunction weighted",
      breaks: "a tie counts whole in resampled areas",
    },
  ]),
];
