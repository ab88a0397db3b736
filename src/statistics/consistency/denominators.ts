/** How a metric's overall value comes of its slices' values. */
export interface Denominator {
  /**
   * "share": a count of rows over a count of rows; "mean": a mean over rows; "squares": the root of a mean;
   * "between": between the slices', by no weights that are counts of rows; "largest": the largest of them.
   */
  readonly kind: "share" | "mean" | "squares" | "between" | "largest";
  readonly says: string;
  /** It is over all rows, whatever their class. */
  readonly isOverRows?: true;
}

const share = (of: string): Denominator => ({ kind: "share", says: `a share of ${of}` });
const SHARE_OF_ROWS: Denominator = { ...share("rows"), isOverRows: true };
const ROWS: Denominator = { kind: "mean", says: "a mean over rows", isOverRows: true };
const F_COUNTS =
  "a ratio of counts, (1 + b²) TP over (1 + b²) TP + b² FN + FP, so between its slices' values";

/** The metrics whose overall value the slices' bound, and what their denominators count. All others can escape. */
export const DENOMINATORS: ReadonlyMap<string, Denominator> = new Map<string, Denominator>([
  ["accuracy", SHARE_OF_ROWS],
  ["top_k_accuracy", SHARE_OF_ROWS],
  ["prevalence", SHARE_OF_ROWS],
  ["recall", share("the rows truly of the class")],
  ["false_negative_rate", share("the rows truly of the class")],
  ["specificity", share("the rows truly negative")],
  ["false_positive_rate", share("the rows truly negative")],
  ["precision", share("the rows decided to be of the class")],
  ["negative_predictive_value", share("the rows decided to be negative")],
  ["fbeta", { kind: "between", says: F_COUNTS }],
  [
    "jaccard",
    { kind: "between", says: "a ratio of counts, TP over TP + FP + FN, so between its slices' values" },
  ],
  ["log_loss", ROWS],
  ["brier_score", ROWS],
  ["mean_absolute_error", ROWS],
  ["mean_squared_error", ROWS],
  ["mean_absolute_percentage_error", ROWS],
  ["mean_error", ROWS],
  ["root_mean_squared_error", { kind: "squares", says: "the root of a mean over rows", isOverRows: true }],
  ["median_absolute_error", { kind: "between", says: "a median, so between its slices' medians" }],
  ["max_error", { kind: "largest", says: "the largest of its slices' values" }],
]);
