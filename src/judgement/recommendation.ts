import type { Finding } from "./finding.ts";

/** From best to worst. The machine recommends; a decision is what an accountable person records. */
export const RECOMMENDATIONS = ["approve", "approve-with-conditions", "hold"] as const;

export type Recommendation = (typeof RECOMMENDATIONS)[number];

export function recommendationRank(recommendation: Recommendation): number {
  return RECOMMENDATIONS.indexOf(recommendation);
}

/** Hold for anything open that blocks; conditions for anything open below it, information aside. */
export function recommend(findings: readonly Pick<Finding, "severity" | "blocking">[]): Recommendation {
  if (findings.some((finding) => finding.blocking)) return "hold";
  return findings.some((finding) => finding.severity !== "info") ? "approve-with-conditions" : "approve";
}
