/** How an interval was made, named as statsmodels, SciPy or the paper's authors name it. */
export type IntervalMethod =
  | "wilson"
  | "clopper-pearson"
  | "delong"
  | "student-t"
  | "delta"
  | "wald"
  | "newcombe"
  | "miettinen-nurminen"
  | "koopman"
  | "tango"
  | "bootstrap-percentile"
  | "bootstrap-bca";

/** A two-sided confidence interval and the method that gave it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  readonly method: IntervalMethod;
}

/**
 * A metric's value, or why it has none: undefined is a value with a reason, never 0, NaN or infinite.
 * `n` is the number of rows that the sample has, not of lines that stand for several, whatever part of them the metric's denominator is.
 */
export type Outcome =
  | { readonly kind: "value"; readonly value: number; readonly n: number; readonly interval: Interval | null }
  | { readonly kind: "undefined"; readonly reason: string; readonly n: number };
