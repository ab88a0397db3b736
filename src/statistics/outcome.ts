/** A two-sided confidence interval and the method that gave it, named as statsmodels or SciPy name it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  readonly method: "wilson" | "clopper-pearson" | "delong" | "student-t" | "delta";
}

/** A metric's value, or why it has none: undefined is a value with a reason, never 0 and never NaN. */
export type Outcome =
  | { readonly kind: "value"; readonly value: number; readonly n: number; readonly interval: Interval | null }
  | { readonly kind: "undefined"; readonly reason: string; readonly n: number };
