import type { Json } from "../../../output/json.ts";
import type { Aggregate, Shortfall } from "../../../output/output.ts";

const SEVERITIES = ["HIGH", "MEDIUM", "LOW", "UNDEFINED"] as const;

/**
 * Bandit counts what it found before it leaves out what it was told not to show: a file with fewer results than
 * that is a part, and one with more does not come from it.
 */
export function countedBySeverity(
  run: Json,
  scanner: string,
): { readonly aggregates: readonly Aggregate[]; readonly incomplete: readonly Shortfall[] } {
  const totals = run.get("properties", "metrics", "_totals");
  const shown = new Map<string, number>();
  let rows = 0;
  for (const result of run.get("results").items()) {
    const severity = result.get("properties", "issue_severity").text();
    if (severity === null || result.get("suppressions").size > 0) continue;
    shown.set(severity, (shown.get(severity) ?? 0) + 1);
    rows++;
  }
  const aggregates: Aggregate[] = [];
  const incomplete: Shortfall[] = [];
  for (const severity of SEVERITIES) {
    const stated = totals.get(`SEVERITY.${severity}`);
    const counted = stated.number();
    if (counted === null) continue;
    const recomputed = shown.get(severity) ?? 0;
    if (recomputed < counted) {
      const says = `${scanner} counted ${counted} issues of severity ${severity.toLowerCase()}, and the file shows ${recomputed}`;
      const fix = "run the scanner without leaving out issues by severity or confidence";
      incomplete.push({ code: "limited", says, fix, at: stated.at });
    }
    const isPart = recomputed < counted;
    aggregates.push({
      name: `issues|${severity}`,
      stated: counted,
      recomputed: isPart ? null : recomputed,
      because: isPart ? "the file shows only some of them" : null,
      tolerance: 0,
      rows,
      at: stated.at,
    });
  }
  return { aggregates, incomplete };
}
