import { escapeMarkdown, escapeMarkdownCode, escapeMarkdownProse } from "../../escape/markdown.ts";
import type { FindingReport } from "../../report.ts";
import { standing } from "../words.ts";
import { stanza } from "./blocks.ts";
import { type Page, placeMarkdown } from "./page.ts";

/** What is wrong and where, why anyone cares, and the fix, as one list item's text. */
export function findingMarkdown(finding: FindingReport, page: Page, withWhy: boolean): string {
  const { text } = page.detail;
  return stanza([
    heading(finding, page),
    escapeMarkdownProse(finding.says, text),
    withWhy ? `Why: ${escapeMarkdownProse(finding.why, text)}` : null,
    finding.disposition === "open" ? `**Fix:** ${escapeMarkdownProse(finding.fix, text)}` : null,
    terms(finding),
  ]);
}

/** The finding in one line. */
export function findingLine(finding: FindingReport, page: Page): string {
  return `${heading(finding, page)} ${escapeMarkdownProse(finding.says, page.detail.text)}`;
}

function heading(finding: FindingReport, page: Page): string {
  const note = standing(finding);
  const rule = escapeMarkdownCode(finding.rule, 100);
  return `**${finding.severity}** ${rule} ${placeMarkdown(finding.at, page)}${note === null ? "" : ` (${note})`}`;
}

function terms({ exception, owner, due, escalateTo }: FindingReport): string {
  return [
    exception === null ? null : `exception ${escapeMarkdownCode(exception, 100)}`,
    owner === null ? null : `owner ${escapeMarkdown(owner, 100)}`,
    due === null ? null : `due ${escapeMarkdown(due, 40)}`,
    escalateTo === null ? null : `escalates to ${escapeMarkdown(escalateTo, 100)}`,
  ]
    .filter((term) => term !== null)
    .join(" · ");
}
