import { recommendationRank } from "../../judgement/recommendation.ts";
import { SEVERITIES } from "../../policy/severity.ts";
import type {
  ClaimReport,
  FindingReport,
  ModelReport,
  NoticeReport,
  Recommendation,
  Report,
} from "../report.ts";

const DISPOSITIONS: readonly FindingReport["disposition"][] = ["open", "known", "accepted"];
const STATUSES: readonly ClaimReport["status"][] = ["impossible", "differs", "unsupported", "reproduced"];

export type Reason = Pick<NoticeReport, "says" | "fix" | "at">;

/** It is one of the reasons why its model is on hold. */
export function holds(finding: FindingReport): boolean {
  return finding.blocking && finding.disposition === "open";
}

/** What holds first, then open before known before accepted, then by severity; else as reported. */
export function worstFirst(findings: readonly FindingReport[]): readonly FindingReport[] {
  return findings.toSorted(
    (a, b) =>
      Number(holds(b)) - Number(holds(a)) ||
      DISPOSITIONS.indexOf(a.disposition) - DISPOSITIONS.indexOf(b.disposition) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** Every reason of the hold: what could not be looked at, then what holds each model, worst first. */
export function reasonsToHold(report: Report): readonly Reason[] {
  return [
    ...blockingFirst(report.notices).filter(({ blocking }) => blocking),
    ...modelsInScope(report).flatMap((model) => worstFirst(model.findings).filter(holds)),
  ];
}

/** Notices that hold the run first; else as reported. */
export function blockingFirst(notices: readonly NoticeReport[]): readonly NoticeReport[] {
  return notices.toSorted((a, b) => Number(b.blocking) - Number(a.blocking));
}

/** What did not reproduce first; else as reported. */
export function doubtfulFirst(claims: readonly ClaimReport[]): readonly ClaimReport[] {
  return claims.toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
}

/** The judged models, the worst recommendation first; else as reported. */
export function modelsInScope(report: Report): readonly ModelReport[] {
  return report.models
    .filter((model) => model.inScope)
    .toSorted((a, b) => rank(b.recommendation) - rank(a.recommendation));
}

export function modelsOutOfScope(report: Report): readonly ModelReport[] {
  return report.models.filter((model) => !model.inScope);
}

function rank(recommendation: Recommendation | null): number {
  return recommendation === null ? -1 : recommendationRank(recommendation);
}
