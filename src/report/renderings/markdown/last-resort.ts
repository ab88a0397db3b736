import { grouped } from "../../escape/grouped.ts";
import { escapeMarkdownCellCode } from "../../escape/markdown.ts";
import type { FindingReport, Report } from "../../report.ts";
import { holds, modelsInScope, worstFirst } from "../order.ts";
import { count, countsByRule } from "../words.ts";
import { blocks, type Column, table } from "./blocks.ts";
import { findingLine } from "./finding.ts";
import { footerMarkdown, opening } from "./overview.ts";
import type { Page } from "./page.ts";
import { bytesOf } from "./size.ts";

const RULES_SHOWN = 40;
/** Room for the blank lines and for the line that says how many are not listed. */
const SLACK = 200;

/** When what holds does not fit in a line each: as many as fit, then how many there are by rule. */
export function lastResortMarkdown(report: Report, page: Page, limit: number): string {
  const holding = modelsInScope(report).flatMap((model) => worstFirst(model.findings).filter(holds));
  const blind = report.notices.filter(({ blocking }) => blocking).length;
  const also = blind === 0 ? "" : `, and ${count(blind, "thing")} could not be looked at`;
  const says = `**${count(holding.length, "finding holds", "findings hold")}${also}: too many to list here.** ${POINTER}`;
  const figures = byRule(holding);
  const footer = footerMarkdown(report);
  const fixed = blocks([opening(report), says, figures, footer]);
  if (bytesOf(fixed) + SLACK > limit) return `${blocks([opening(report), says])}\n`;
  const lines = fitting(holding, page, limit - bytesOf(fixed) - SLACK);
  const left = holding.length - lines.length;
  return `${blocks([opening(report), says, lines.join("\n"), `${grouped(left)} more not listed. By rule:`, figures, footer])}\n`;
}

const POINTER = "All of them are in the JSON report of this run and, where it fits, in the job summary.";

const COLUMNS: readonly Column<readonly [string, number]>[] = [
  { title: "Rule", cell: ([rule]) => escapeMarkdownCellCode(rule, 100) },
  { title: "Holds", align: "right", cell: ([, n]) => grouped(n) },
];

function byRule(findings: readonly FindingReport[]): string {
  const rules = countsByRule(findings);
  const rest = rules.slice(RULES_SHOWN).reduce((sum, [, n]) => sum + n, 0);
  const restLine =
    rest === 0 ? null : `And ${count(rest, "finding")} of ${rules.length - RULES_SHOWN} rules more.`;
  return blocks([table(COLUMNS, rules.slice(0, RULES_SHOWN)), restLine]);
}

function fitting(findings: readonly FindingReport[], page: Page, room: number): readonly string[] {
  const lines: string[] = [];
  let used = 0;
  for (const finding of findings) {
    const line = `- ${findingLine(finding, page)}`;
    used += bytesOf(line) + 1;
    if (used > room) break;
    lines.push(line);
  }
  return lines;
}
