import type { Log, ReportingDescriptor, Result, Suppression } from "sarif";
import type { Severity } from "../../policy/severity.ts";
import { readFix } from "../../rules/paste.ts";
import { serialise } from "../escape/json.ts";
import { escapeSarif } from "../escape/sarif.ts";
import { escapePath } from "../escape/uri.ts";
import type { FindingReport, Report } from "../report.ts";
import { worstFirst } from "./order.ts";

/** What a rule says of itself. */
export interface RuleDescription {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  readonly controls: readonly string[];
  /** The rule's page. */
  readonly url: string;
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const LEVEL: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

/**
 * SARIF 2.1.0: one run, the rules that ran or found, one result a finding. A cannot-tell is a result of kind
 * `fail` like any other: kind `open` would have to carry the level `none`, and evidence that is missing would
 * then gate less than evidence that is bad.
 */
export function renderSarif(report: Report, rules: readonly RuleDescription[]): string {
  const descriptors = descriptorsOf(report, rules);
  const index = new Map(descriptors.map(({ id }, position) => [id, position]));
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: report.tool.name, version: report.tool.version, rules: [...descriptors] } },
        columnKind: "utf16CodeUnits",
        results: report.models.flatMap((model) =>
          worstFirst(model.findings).map((finding) =>
            resultOf(finding, model.id, index.get(finding.rule) ?? -1),
          ),
        ),
      },
    ],
  };
  return serialise(log);
}

function descriptorsOf(report: Report, rules: readonly RuleDescription[]): readonly ReportingDescriptor[] {
  const used = new Set(
    report.models.flatMap((model) => [...model.checks, ...model.findings].map(({ rule }) => rule)),
  );
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return [...used].toSorted().map((id) => {
    const rule = known.get(id);
    if (rule === undefined) return { id };
    return {
      id,
      shortDescription: { text: escapeSarif(rule.question) },
      fullDescription: { text: escapeSarif(rule.why) },
      helpUri: rule.url,
      properties: { tags: [...rule.controls] },
    };
  });
}

function resultOf(finding: FindingReport, model: string, ruleIndex: number): Result {
  const doubt = finding.outcome === "cannot-tell" ? "Cannot tell. " : "";
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: "fail",
    level: LEVEL[finding.severity],
    message: { text: `${doubt}${escapeSarif(finding.says)}\n\nFix: ${fixMessage(finding.fix)}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: escapePath(finding.at.path), uriBaseId: "SRCROOT" },
          region: { startLine: finding.at.line, startColumn: finding.at.column },
        },
      },
    ],
    // GitHub knows a result again by this name alone, and would merge the findings on one line without it.
    partialFingerprints: { primaryLocationLineHash: finding.id, "findingId/v1": finding.id },
    ...(finding.disposition === "accepted" ? { suppressions: [acceptance(finding)] } : {}),
    properties: {
      tags: [...finding.controls],
      model: escapeSarif(model),
      severity: finding.severity,
      outcome: finding.outcome,
      disposition: finding.disposition,
      blocking: finding.blocking,
    },
  };
}

/** The sentence, and each line to paste on a line of its own. */
function fixMessage(fix: string): string {
  const { says, lines } = readFix(fix);
  if (lines.length === 0) return escapeSarif(says);
  const pasted = lines.map((line) => `${/^ {0,40}/.exec(line)?.[0] ?? ""}${escapeSarif(line)}`);
  return [`${escapeSarif(says)}:`, "", ...pasted].join("\n");
}

function acceptance(finding: FindingReport): Suppression {
  const exception =
    finding.exception === null ? "an exception" : `exception ${escapeSarif(finding.exception)}`;
  return { kind: "external", status: "accepted", justification: `Accepted under ${exception}.` };
}
