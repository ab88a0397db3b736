import { errorLaws } from "./error-laws.ts";
import { explainedLaws } from "./explained-laws.ts";
import type { Finding } from "./finding.ts";
import { firstBy } from "./quantity.ts";
import { contradiction } from "./relation.ts";
import type { Resolved } from "./resolved.ts";
import { isCount } from "./whole-count.ts";

/** What is known of the rows that regression numbers are of. */
export interface RegressionFacts {
  readonly task: "regression";
  /** Rows; null when not known. */
  readonly n: number | null;
}

/** The inequalities between means, medians and maxima of errors, two or three numbers at a time. */
export function regressionFindings(facts: RegressionFacts, all: readonly Resolved[]): Finding[] {
  const n = facts.n !== null && isCount(facts.n) && facts.n > 0 ? facts.n : null;
  const named = firstBy(all, ({ name }) => name);
  return [...contradiction(all), ...errorLaws(named, n), ...explainedLaws(named, n)];
}
