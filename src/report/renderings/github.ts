import { SEVERITIES } from "../../policy/severity.ts";
import { readFix } from "../../rules/paste.ts";
import {
  escapeCommandMessage,
  escapeCommandPath,
  escapeCommandProperty,
} from "../escape/workflow-command.ts";
import type { FindingReport, NoticeReport, Report } from "../report.ts";
import { holds } from "./order.ts";
import { count } from "./words.ts";

export interface AnnotationLimits {
  /** Most `::error` lines; GitHub shows ten a step. */
  readonly errors: number;
  /** Most `::warning` lines; GitHub shows ten a step. */
  readonly warnings: number;
}

export interface Annotations {
  /** Workflow commands, one a line, worst first. */
  readonly lines: readonly string[];
  readonly withheld: number;
}

const TITLE_LIMIT = 200;
const TEXT_LIMIT = 600;

/** The annotations as a text of whole lines; empty when there is nothing to annotate. */
export function renderGithub(report: Report, limits: AnnotationLimits): string {
  return renderAnnotations(report, limits)
    .lines.map((line) => `${line}\n`)
    .join("");
}

/** What holds as errors, what else is open as warnings, in both what could not be read first; the rest is counted. */
export function renderAnnotations(report: Report, limits: AnnotationLimits): Annotations {
  const open = report.models
    .flatMap((model) => model.findings)
    .filter((finding) => finding.disposition === "open")
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const errors = [...report.notices.filter(({ blocking }) => blocking), ...open.filter(holds)];
  const warnings = [
    ...report.notices.filter(({ blocking }) => !blocking),
    ...open.filter((finding) => !holds(finding)),
  ];
  const shown = [
    ...errors.slice(0, limits.errors).map((item) => command("error", item)),
    ...warnings.slice(0, limits.warnings).map((item) => command("warning", item)),
  ];
  const withheld = errors.length + warnings.length - shown.length;
  if (withheld === 0) return { lines: shown, withheld };
  return {
    lines: [...shown, withheldCommand(withheld, Math.max(0, errors.length - limits.errors))],
    withheld,
  };
}

function command(level: "error" | "warning", item: FindingReport | NoticeReport): string {
  const { at } = item;
  const place =
    at === null ? [] : [`file=${escapeCommandPath(at.path)}`, `line=${at.line}`, `col=${at.column}`];
  const properties = [...place, `title=${escapeCommandProperty(title(item), TITLE_LIMIT)}`].join(",");
  const says = escapeCommandMessage(item.says, TEXT_LIMIT);
  return `::${level} ${properties}::${says}%0AFix: ${fixMessage(item.fix)}`;
}

/** The sentence, and each line to paste on a line of its own. */
function fixMessage(fix: string): string {
  const { says, lines } = readFix(fix);
  const sentence = escapeCommandMessage(says, TEXT_LIMIT);
  if (lines.length === 0) return sentence;
  const pasted = lines.map((line) => {
    const margin = /^ {0,40}/.exec(line)?.[0] ?? "";
    return `${margin}${escapeCommandMessage(line, TEXT_LIMIT)}`;
  });
  return [`${sentence}:`, ...pasted].join("%0A");
}

function title(item: FindingReport | NoticeReport): string {
  if (!("rule" in item)) return "effective-challenge";
  return `${item.severity}: ${item.rule}${item.outcome === "cannot-tell" ? " (cannot tell)" : ""}`;
}

function withheldCommand(withheld: number, holding: number): string {
  const among = holding === 0 ? "" : `, ${holding} of them among what holds`;
  const says = `${count(withheld, "annotation")} withheld${among}: GitHub shows ten of each level a step. The summary and the report list all.`;
  return `::notice title=effective-challenge::${says}`;
}
