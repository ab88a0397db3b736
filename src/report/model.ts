import type { OutputState } from "../evidence/output/output-state.ts";
import { resolveIn } from "../inventory/resolve.ts";
import type { Finding } from "../judgement/finding.ts";
import type { Judged, JudgedCase, Listed } from "../judgement/judged.ts";
import { atLeastAsSevere } from "../policy/severity.ts";
import { readFix } from "../rules/paste.ts";
import { claimReports, measurementReports } from "./claims.ts";
import { addDays } from "./due.ts";
import { questionsFor } from "./questions.ts";
import type { CheckReport, ConditionReport, EvidenceReport, FindingReport, ModelReport } from "./report.ts";
import { waysOutReports } from "./ways-out.ts";

export function modelReport(judged: JudgedCase, asOf: string): ModelReport {
  switch (judged.kind) {
    case "judged":
      return judgedReport(judged, asOf);
    case "listed":
      return listedReport(judged);
  }
}

function listedReport(listed: Listed): ModelReport {
  return {
    ...headOf(listed, listed),
    inScope: false,
    recommendation: null,
    conditions: [],
    claims: [],
    measurements: [],
    curves: [],
    evidence: [],
    checks: [],
    findings: [],
    waysOut: [],
    questions: [],
  };
}

function judgedReport(judged: Judged, asOf: string): ModelReport {
  const { judgement, subject } = judged;
  const findings = judgement.findings.map((finding) => findingReport(finding, judged, asOf));
  const conditions =
    judgement.recommendation === "approve-with-conditions" ? conditionsFor(findings, judged) : [];
  return {
    ...headOf(judged, subject),
    inScope: true,
    recommendation: judgement.recommendation,
    conditions,
    claims: subject.removed ? [] : claimReports(judged),
    measurements: measurementReports(judged),
    curves: [],
    evidence: subject.removed ? [] : evidenceReports(judged),
    checks: judgement.checks.map(
      ({ rule, outcome, checked }): CheckReport => ({
        rule: rule.id,
        controls: rule.controls,
        outcome,
        checked,
      }),
    ),
    findings,
    waysOut: waysOutReports(judged),
    questions: questionsFor(judged),
  };
}

function headOf(judged: JudgedCase, { tiering, stage }: Pick<Listed, "tiering" | "stage">) {
  const dossier = judged.case.after ?? judged.case.before;
  if (!dossier) throw new TypeError("a case has a dossier on one side at least");
  const { model, card } = dossier;
  const { declared, computed, effective, because } = tiering;
  return {
    id: model.id.value,
    name: model.name?.value ?? null,
    path: card.path,
    version: model.version?.value ?? null,
    task: model.task?.value ?? null,
    lifecycle: model.lifecycle?.value ?? null,
    stage,
    change: judged.change,
    tier: { declared, computed, effective, because },
  };
}

function findingReport(
  finding: Finding,
  { judgement, subject, effective }: Judged,
  asOf: string,
): FindingReport {
  const { id, rule, severity, outcome, about, says, fix, at, blocking } = finding;
  const met = judgement.checks.find((check) => check.rule.id === rule)?.rule;
  const days = effective.remediationDays[severity];
  return {
    id,
    rule,
    severity,
    outcome,
    disposition: "open",
    about,
    says,
    why: met?.why ?? "",
    fix,
    at,
    controls: met?.controls ?? [],
    owner: ownerOf(subject),
    due: days === undefined ? null : addDays(asOf, days),
    escalateTo: effective.escalateTo(finding.rule, severity),
    exception: null,
    blocking,
  };
}

/** The developer answers for a finding, or whoever is named first. */
function ownerOf({ after }: Judged["subject"]): string | null {
  const { owners } = after.model;
  const owner =
    owners.find(({ role, name }) => role?.value === "developer" && name) ?? owners.find(({ name }) => name);
  return owner?.name?.value ?? null;
}

/** What would hold the model in production has to be done before the deploy; the rest by its date. */
function conditionsFor(findings: readonly FindingReport[], { effective }: Judged): ConditionReport[] {
  const limit = effective.blockingInProduction;
  return findings
    .filter((finding) => finding.severity !== "info")
    .map(({ id, fix, says, owner, due, severity }) => ({
      id,
      text: `${says}: ${readFix(fix).says}`,
      owner,
      due,
      blocks: atLeastAsSevere(severity, limit) ? "deploy" : "date",
    }));
}

function evidenceReports({ subject, measured }: Judged): EvidenceReport[] {
  const { model, card, tables, files } = subject.after;
  const named = [
    ...tables.flatMap((table) =>
      table.files.map((path) => ({ id: table.id, kind: table.kind, path, ...NO_TOOL })),
    ),
    ...files.map(({ id, kind, path, output }) => ({ id, kind, path, ...writtenBy(output) })),
    ...model.artifacts.flatMap(({ path }) =>
      path
        ? [{ id: path.value, kind: "artifact", path: resolveIn(card.folder, path.value), ...NO_TOOL }]
        : [],
    ),
  ];
  return named.map(({ id, kind, path, tool, producedAt }) => {
    const digest = measured.of({ kind: "digest", path });
    const known = digest.kind === "digest" ? digest : null;
    return {
      id,
      path,
      kind,
      tool,
      sha256: known?.sha256 ?? null,
      bytes: known?.bytes ?? null,
      producedAt,
      origin: "committed",
    };
  });
}

const NO_TOOL: Pick<EvidenceReport, "tool" | "producedAt"> = { tool: null, producedAt: null };

function writtenBy(output: OutputState): typeof NO_TOOL {
  switch (output.kind) {
    case "output":
      return { tool: output.output.tool, producedAt: output.output.producedAt };
    case "unparsed":
      return { tool: output.tool, producedAt: null };
    case "unknown":
    case "unopened":
      return NO_TOOL;
  }
}
