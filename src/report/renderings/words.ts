import type { FindingReport, ModelReport, Recommendation, SummaryReport } from "../report.ts";

/** `1 finding`, `1,200 findings`; the plural is given where an s does not make it. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(n)} ${n === 1 ? noun : plural}`;
}

export function grouped(n: number): string {
  return n.toLocaleString("en-US");
}

export function recommendationWords(recommendation: Recommendation | null): string {
  switch (recommendation) {
    case "approve":
      return "approve";
    case "approve-with-conditions":
      return "approve with conditions";
    case "hold":
      return "hold";
    case null:
      return "nothing to judge";
  }
}

/** As `recommendationWords`, at the start of a line. */
export function recommendationTitle(recommendation: Recommendation | null): string {
  return capitalised(recommendationWords(recommendation));
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a reader should know of a finding beside its severity; null when there is nothing. */
export function standing(finding: FindingReport): string | null {
  const parts = [
    finding.outcome === "cannot-tell" ? "cannot tell" : null,
    finding.disposition === "open" ? null : finding.disposition,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(", ");
}

/** `3 models in scope: 1 on hold, 1 with conditions, 1 approved`. */
export function scopeWords(summary: SummaryReport): string {
  const parts = [
    [summary.hold, "hold"],
    [summary.approveWithConditions, "approve with conditions"],
    [summary.approve, "approve"],
  ] as const;
  const split = parts.filter(([n]) => n > 0).map(([n, words]) => `${grouped(n)} ${words}`);
  const scope = summary.inScope === summary.models ? "" : ` of ${grouped(summary.models)}`;
  const models = summary.inScope === 1 && scope === "" ? "model" : "models";
  return `${grouped(summary.inScope)}${scope} ${models} judged${split.length > 0 ? `: ${split.join(", ")}` : ""}`;
}

/** `12 findings (2 critical, 5 high), 3 of them cannot tell`. */
export function findingWords(summary: SummaryReport): string {
  const split = Object.entries(summary.findings).filter(([, n]) => n > 0);
  const total = split.reduce((sum, [, n]) => sum + n, 0);
  if (total === 0) return "no findings";
  const severities = split.map(([severity, n]) => `${grouped(n)} ${severity}`).join(", ");
  const blind = summary.cannotTell > 0 ? `, ${grouped(summary.cannotTell)} cannot tell` : "";
  return `${count(total, "finding")} (${severities})${blind}`;
}

export const ADVISORY = "Advisory: this hold is shown and does not fail the run.";

interface Share {
  readonly reproduced: number;
  readonly total: number;
}

/** `14 of 17 claims reproduced`. */
export function claimWords({ reproduced, total }: Share): string {
  return total === 0 ? "no claims" : `${grouped(reproduced)} of ${count(total, "claim")} reproduced`;
}

/** `14 of 17 reproduced`, where it is clear what of. */
export function shareWords({ reproduced, total }: Share): string {
  return total === 0 ? "none" : `${grouped(reproduced)} of ${grouped(total)} reproduced`;
}

export function claimsOf(model: ModelReport): Share {
  const reproduced = model.claims.filter((claim) => claim.status === "reproduced").length;
  return { reproduced, total: model.claims.length };
}

export function claimsIn({ claims }: SummaryReport): Share {
  const total = Object.values(claims).reduce((sum, n) => sum + n, 0);
  return { reproduced: claims.reproduced, total };
}

/** Rules with how many findings each has, most first. */
export function countsByRule(findings: readonly FindingReport[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
