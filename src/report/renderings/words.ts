import { grouped } from "../escape/grouped.ts";
import type { FindingReport, ModelReport, Recommendation, SummaryReport } from "../report.ts";

/** `1 finding`, `1,200 findings`; the plural is given where an s does not make it. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(n)} ${n === 1 ? noun : plural}`;
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

/** `3 of 4 models judged: 1 on hold, 1 to approve with conditions, 1 to approve`; of one model, its banner says it. */
export function scopeWords(summary: SummaryReport): string {
  const parts = [
    [summary.hold, "on hold"],
    [summary.approveWithConditions, "to approve with conditions"],
    [summary.approve, "to approve"],
  ] as const;
  const split = parts.filter(([n]) => n > 0).map(([n, words]) => `${grouped(n)} ${words}`);
  const scope = summary.inScope === summary.models ? "" : ` of ${grouped(summary.models)}`;
  const models = summary.models === 1 ? "model" : "models";
  const says = `${grouped(summary.inScope)}${scope} ${models} judged`;
  return summary.inScope > 1 ? `${says}: ${split.join(", ")}` : says;
}

/** `12 findings (2 critical, 10 high), 3 of them cannot tell`. */
export function findingWords(summary: SummaryReport): string {
  const split = Object.entries(summary.findings).filter(([, n]) => n > 0);
  const total = split.reduce((sum, [, n]) => sum + n, 0);
  if (total === 0) return "no findings";
  const severities = split
    .map(([severity, n]) => (n === total ? severity : `${grouped(n)} ${severity}`))
    .join(", ");
  const only = split.length === 1 && total > 1 ? `all ${severities}` : severities;
  return `${count(total, "finding")} (${only})${blindWords(summary.cannotTell, total)}`;
}

function blindWords(blind: number, total: number): string {
  if (blind === 0) return "";
  if (total === 1) return ", which cannot tell";
  return `, ${blind === total ? "all" : grouped(blind)} of them cannot tell`;
}

/** `14 findings, 5 of which hold it`. */
export function holdingWords(holding: number, total: number): string {
  if (total === 0) return "no findings";
  const findings = count(total, "finding");
  if (holding === 0) return findings;
  if (total === 1) return `${findings}, which holds it`;
  if (holding === total) return `${findings}, ${total === 2 ? "both" : "all"} of which hold it`;
  return `${findings}, ${grouped(holding)} of which ${holding === 1 ? "holds" : "hold"} it`;
}

export const ADVISORY = "Advisory: this hold is shown and does not fail the run.";

interface Share {
  readonly reproduced: number;
  readonly total: number;
}

/** `14 of 17 claims reproduced`. */
export function claimWords({ reproduced, total }: Share): string {
  if (total === 0) return "no claims";
  if (total === 1) return reproduced === 1 ? "1 claim reproduced" : "1 claim, not reproduced";
  if (reproduced === 0) return `none of ${count(total, "claim")} reproduced`;
  return `${grouped(reproduced)} of ${count(total, "claim")} reproduced`;
}

/** `14 of 17`, where it is clear what of. */
export function shareWords({ reproduced, total }: Share): string {
  return total === 0 ? "–" : `${grouped(reproduced)} of ${grouped(total)}`;
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

/** `production`, or `development, judged as production`. */
export function stageWords({ lifecycle, stage }: ModelReport): string {
  if (lifecycle === stage) return stage;
  return lifecycle === null ? `judged as ${stage}` : `${lifecycle}, judged as ${stage}`;
}
