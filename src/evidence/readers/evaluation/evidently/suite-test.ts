import type { CheckFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";

/** One test of a suite, in whichever of Evidently's forms it was written. */
export interface SuiteTest {
  readonly name: string;
  readonly group: string | null;
  readonly column: string | null;
  readonly outcome: CheckFact["outcome"];
  readonly value: number | null;
  readonly threshold: number | null;
  /** Whether it passes by its own numbers; null where they do not tell. */
  readonly holds: boolean | null;
  readonly at: Json;
}

export function outcomeOf(status: Json): SuiteTest["outcome"] {
  switch (status.text()) {
    case "SUCCESS":
      return "passed";
    case "FAIL":
      return "failed";
    case "WARNING":
      return "warned";
    case "SKIPPED":
      return "skipped";
    default:
      return "error";
  }
}

/** Methods that give a p-value find drift below their threshold, distances at it and above. */
export function isDrift(score: number, threshold: number, method: string): boolean {
  return method.includes("p_value") ? score < threshold : score >= threshold;
}
