import type { AlertCondition } from "../../evidence/output/fact.ts";
import type { Candidate } from "./alerts.ts";
import type { Watched } from "./watched.ts";

/** Why an alert does not do for a metric. The further along, the less is left to mend. */
export interface Shortcoming {
  readonly step: number;
  readonly outcome: "finding" | "cannot-tell";
  readonly says: string;
  readonly fix: string;
}

/** Null where the alert can be read, is on, and fires on the bad side, no later than it must. */
export function shortcoming({ shown, conditions }: Candidate, watched: Watched): Shortcoming | null {
  const { unread, enabled } = shown.fact;
  const finding = (step: number, says: string, fix: string): Shortcoming => ({
    step,
    outcome: "finding",
    says,
    fix,
  });
  if (unread !== null || conditions.length === 0) {
    const why = unread ?? "it compares nothing";
    return finding(
      1,
      `its condition cannot be read: ${why}`,
      "write a condition that compares the metric with a number",
    );
  }
  if (!enabled) return finding(2, "it is switched off", "switch it on");
  const { bad, limits, metric } = watched;
  const right = conditions.filter(({ operator }) => bad === null || sideOf(operator) === bad);
  const [wrong] = conditions;
  if (right.length === 0 && wrong) {
    const says = `it fires when the metric is ${wrong.operator} ${wrong.threshold ?? "another series"}, and ${bad} its limit is where it is bad`;
    return finding(3, says, `fire when the metric is ${bad === "below" ? "<" : ">"} its limit`);
  }
  const compared = right.flatMap(({ threshold }) => (threshold === null ? [] : [asShare(threshold, metric)]));
  const [limit] = bad === "below" ? limits.toSorted((a, b) => b - a) : limits.toSorted((a, b) => a - b);
  if (limit === undefined || bad === null) return null;
  const [first] = compared;
  if (first === undefined) {
    const says = `it compares the metric with another series, and the limit is ${limit}`;
    return { step: 4, outcome: "cannot-tell", says, fix: `compare the metric with ${limit}` };
  }
  const inTime = compared.some((threshold) => (bad === "below" ? threshold >= limit : threshold <= limit));
  if (inTime) return null;
  return finding(
    4,
    `it fires at ${first}, later than the limit of ${limit}`,
    `set its threshold to ${limit}`,
  );
}

function sideOf(operator: AlertCondition["operator"]): "below" | "above" | null {
  switch (operator) {
    case "<":
    case "<=":
      return "below";
    case ">":
    case ">=":
      return "above";
    case "==":
    case "!=":
      return null;
  }
}

/** Percent of a metric that cannot be above 1. */
function asShare(threshold: number, metric: Watched["metric"]): number {
  const bounded = metric !== null && metric.range[0] >= -1 && metric.range[1] <= 1;
  return bounded && Math.abs(threshold) > 1 ? threshold / 100 : threshold;
}
