import type { AlertCondition, AlertFact } from "../../output/fact.ts";

/** What a cloud's alarm compares, with null for what is known only when it is deployed. */
export interface Comparand {
  readonly metric: string | null;
  /** How the metric's samples become one value; a count of them says nothing about their size. */
  readonly statistic: string | null;
  readonly operator: AlertCondition["operator"] | null;
  /** `moving`: it is learnt from the past. */
  readonly threshold: number | "moving" | null;
  readonly window: number | null;
}

const COUNTS = /^(?:sample_?count|count)$/i;

/** All have to hold. What cannot be read of one is told only when nothing else can be read either. */
export function conditionsOf(comparands: readonly Comparand[]): Pick<AlertFact, "conditions" | "unread"> {
  const read = comparands.map(conditionOf);
  const conditions = read.filter((each) => typeof each !== "string");
  const [reason = "it compares nothing"] = read.filter((each) => typeof each === "string");
  return { conditions, unread: conditions.length > 0 ? null : reason };
}

function conditionOf({ metric, statistic, operator, threshold, window }: Comparand): AlertCondition | string {
  if (metric === null) return "its metric is known only when it is deployed";
  if (operator === null)
    return "how it compares is known only when it is deployed, or is no known comparison";
  if (threshold === null) return "its threshold is known only when it is deployed";
  const counted = statistic !== null && COUNTS.test(statistic);
  return {
    metric: counted ? `count(${metric})` : metric,
    operator,
    threshold: threshold === "moving" ? null : threshold,
    window,
  };
}
