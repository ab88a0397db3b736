import { type Mutant, within } from "./mutant.ts";

const CALIBRATION = ["__tests__/statistics/calibration"];
const DISTRIBUTION = ["__tests__/statistics/distribution"];
const GROUPS = ["__tests__/statistics/groups"];
const CONSISTENCY = ["__tests__/statistics/consistency"];
const SETTLE = ["__tests__/measurement/settle.test.ts"];
const NUMERAL = ["__tests__/tables/numeral.test.ts"];
const CSV = ["__tests__/tables/csv.test.ts"];
const HOSTILE = ["__tests__/tables/csv-hostile.test.ts"];

/** In calibration, change, groups, numbers that cannot be true, claims against results, and reading. */
export const OF_EVIDENCE: readonly Mutant[] = [
  ...within("src/statistics/calibration/bin-finder.ts", CALIBRATION, [
    {
      text: "edges[middle]! < probability",
      planted: "edges[middle]! <= probability",
      breaks: "a score on a bin's edge falls in the next bin",
    },
  ]),
  ...within("src/statistics/calibration/calibration-error.ts", CALIBRATION, [
    {
      text: "sum.add(bin.weight *",
      planted: "sum.add(bin.rows *",
      breaks: "the calibration error counts rows, not weight",
    },
  ]),
  ...within("src/statistics/calibration/spiegelhalter.ts", CALIBRATION, [
    {
      text: "share * (share / rows) * (1 - 2 * forecast) ** 2",
      planted: "share * (1 - 2 * forecast) ** 2",
      breaks: "Spiegelhalter's variance does not square the weights",
    },
  ]),
  ...within("src/statistics/calibration/logistic-fit.ts", CALIBRATION, [
    {
      text: "interceptVariance - 2 * shift",
      planted: "interceptVariance + 2 * shift",
      breaks: "the intercept's variance is moved the wrong way",
    },
  ]),
  ...within("src/statistics/calibration/brier-decomposition.ts", CALIBRATION, [
    {
      text: "(2 * covariance.value)",
      planted: "covariance.value",
      breaks: "the covariance within bins counts once",
    },
  ]),
  ...within("src/statistics/distribution/population-stability.ts", DISTRIBUTION, [
    {
      text: "Math.max(SMALLEST_SHARE, counts.current[bin]! / rows.current)",
      planted: "counts.current[bin]! / rows.current",
      breaks: "PSI of an empty bin has no floor",
    },
  ]),
  ...within("src/statistics/distribution/jensen-shannon.ts", DISTRIBUTION, [
    {
      text: "total.value / 2 / Math.LN2",
      planted: "total.value / 2",
      breaks: "Jensen and Shannon's divergence is in nats",
    },
  ]),
  ...within("src/statistics/distribution/kolmogorov-smirnov.ts", DISTRIBUTION, [
    {
      text: "Math.abs(drawn * m - alsoDrawn * n)",
      planted: "drawn * m - alsoDrawn * n",
      breaks: "Kolmogorov and Smirnov's statistic is one-sided",
    },
  ]),
  ...within("src/statistics/distribution/homogeneity.ts", DISTRIBUTION, [
    {
      text: "const freedom = categories - 1;",
      planted: "const freedom = categories;",
      breaks: "chi-square has a degree of freedom too many",
    },
    {
      text: "square - (categories - 1) / (all - 1)",
      planted: "square - (categories - 1) / all",
      breaks: "Cramér's V is corrected by n, not n - 1",
    },
  ]),
  ...within("src/statistics/distribution/bins.ts", DISTRIBUTION, [
    {
      text: "Math.ceil((part * rows) / k)",
      planted: "Math.ceil((part * rows) / k) - (part > 1 ? 1 : 0)",
      breaks: "bins end one row early",
    },
  ]),
  ...within("src/statistics/groups/difference.ts", GROUPS, [
    {
      text: "overall - lowest.share > highest.share - overall ? lowest : highest",
      planted: "overall - lowest.share < highest.share - overall ? lowest : highest",
      breaks: "the group nearest to overall is taken for the farthest",
    },
  ]),
  ...within("src/statistics/groups/ratio.ts", GROUPS, [
    {
      text: "value: lowest.share / highest.share",
      planted: "value: highest.share / lowest.share",
      breaks: "a disparity ratio is upside down",
    },
  ]),
  ...within("src/statistics/consistency/window.ts", CONSISTENCY, [
    {
      text: "const rounded = unit / 2 + NOISE",
      planted: "const rounded = unit / 4 + NOISE",
      breaks: "GRIM allows half of a rounding",
    },
    {
      text: "low: value - (value > 0 ? rounded : cutOff)",
      planted: "low: value - (value > 0 ? cutOff : rounded)",
      breaks: "positive numbers are cut off upwards",
    },
  ]),
  ...within("src/statistics/consistency/whole-count.ts", CONSISTENCY, [
    {
      text: "return near / n >= low ? near : near + 1;",
      planted: "return near + 1;",
      breaks: "a count that fits exactly is passed over",
    },
  ]),
  ...within("src/statistics/consistency/f-law.ts", CONSISTENCY, [
    {
      text: "(square * p! + r!)",
      planted: "(p! + square * r!)",
      breaks: "F-beta weighs precision, not recall",
    },
  ]),
  ...within("src/statistics/consistency/error-laws.ts", CONSISTENCY, [
    {
      text: "(Math.floor(n / 2) + 1) / n",
      planted: "Math.ceil(n / 2) / n",
      breaks: "the upper half leaves out a middle row",
    },
  ]),
  ...within("src/measurement/settle.ts", SETTLE, [
    {
      text: "const half = 0.5 * 10 ** -decimals",
      planted: "const half = 10 ** -decimals",
      breaks: "a claim may miss by a whole unit",
    },
    {
      text: "decimals: claim.decimals + 2",
      planted: "decimals: claim.decimals",
      breaks: "percent keep the decimals of a fraction",
    },
    {
      text: "lost >= 0 && lost <",
      planted: "Math.abs(lost) <",
      breaks: "a number cut off may have been raised",
    },
  ]),
  ...within("src/tables/numeral.ts", NUMERAL, [
    {
      text: "const HEAD_DIGITS = 15",
      planted: "const HEAD_DIGITS = 17",
      breaks: "seventeen digits are taken for exact",
    },
    {
      text: "high - back - productError(first, divisor, back) + low",
      planted: "high - back + low",
      breaks: "a long number's remainder is rounded before it is used",
    },
  ]),
  ...within("src/tables/csv/cell.ts", CSV, [
    { text: "if (byte === QUOTE) at++;", planted: "", breaks: "doubled quotes stay doubled" },
  ]),
  ...within("src/tables/csv/parser.ts", CSV, [
    {
      text: "start === end && quoting === 0",
      planted: "start === end",
      breaks: "a quoted empty cell is missing",
    },
  ]),
  ...within("src/tables/csv/record.ts", HOSTILE, [
    {
      text: 'plain[bytes[at]!] === 1) this.problem = "text-after-quote";',
      planted: "plain[bytes[at]!] === 2) this.problem = null;",
      breaks: "text behind a closing quote is dropped",
    },
    {
      text: "(at + 1 >= end || bytes[at + 1] !== QUOTE) return at",
      planted: "(at + 1 >= end || bytes[at + 1] !== QUOTE || this.doubled) return at",
      breaks: "a second doubled quote closes its cell",
    },
  ]),
  ...within("src/tables/csv/skip.ts", HOSTILE, [
    {
      text: 'byte === QUOTE && this.place !== "plain"',
      planted: "byte === QUOTE",
      breaks: "a quote within a cell that is passed over opens quotes",
    },
  ]),
];
