import type { JudgedCase } from "../judgement/judged.ts";
import { type Recommendation, recommendationRank } from "../judgement/recommendation.ts";
import { SEVERITIES, type Severity } from "../policy/severity.ts";
import { modelReport } from "./model.ts";
import {
  type ClaimStatus,
  type ModelReport,
  REPORT_SCHEMA,
  type Report,
  type SummaryReport,
} from "./report.ts";

export type Frontmatter = Omit<Report, "schema" | "recommendation" | "models" | "summary">;

/** The audit record of one run. */
export function assembleReport(front: Frontmatter, judged: readonly JudgedCase[]): Report {
  const models = judged.map((one) => modelReport(one, front.asOf));
  const { tool, asOf, commit, policy, stage, advisory, policyChange, notices } = front;
  return {
    schema: REPORT_SCHEMA,
    tool,
    asOf,
    commit,
    policy,
    stage,
    advisory,
    recommendation: notices.some(({ blocking }) => blocking) ? "hold" : worst(models),
    models,
    policyChange,
    notices,
    summary: summarise(models),
  };
}

function worst(models: readonly ModelReport[]): Recommendation | null {
  const given = models.flatMap(({ recommendation }) => recommendation ?? []);
  return given.sort((a, b) => recommendationRank(b) - recommendationRank(a))[0] ?? null;
}

function summarise(models: readonly ModelReport[]): SummaryReport {
  const findings = models.flatMap((model) => model.findings);
  const claims = models.flatMap((model) => model.claims);
  const with_ = (recommendation: Recommendation) =>
    models.filter((model) => model.recommendation === recommendation).length;
  const statuses: readonly ClaimStatus[] = ["reproduced", "differs", "unsupported", "impossible"];
  return {
    models: models.length,
    inScope: models.filter((model) => model.inScope).length,
    approve: with_("approve"),
    approveWithConditions: with_("approve-with-conditions"),
    hold: with_("hold"),
    claims: tally(
      statuses,
      claims.map(({ status }) => status),
    ),
    findings: tally<Severity>(
      SEVERITIES,
      findings.map(({ severity }) => severity),
    ),
    cannotTell: findings.filter(({ outcome }) => outcome === "cannot-tell").length,
  };
}

function tally<W extends string>(words: readonly W[], met: readonly W[]): Record<W, number> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<W, number>;
  for (const word of met) counts[word]++;
  return counts;
}
