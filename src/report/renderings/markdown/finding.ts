import { readFix } from "../../../rules/paste.ts";
import {
  escapeMarkdown,
  escapeMarkdownCode,
  escapeMarkdownLines,
  escapeMarkdownProse,
} from "../../escape/markdown.ts";
import type { ConditionReport, FindingReport } from "../../report.ts";
import { conditionWords } from "../conditions.ts";
import { distinct, type Group, type Said, sharedFix } from "../groups.ts";
import { ownTermWords, type SharedTerms } from "../terms.ts";
import { count, standing } from "../words.ts";
import { stanza } from "./blocks.ts";
import { type Page, pathMarkdown, placeMarkdown } from "./page.ts";

/** What a finding is told beside: what its model says for all of them. */
export interface Told {
  readonly shared: SharedTerms | null;
  readonly conditions: ReadonlyMap<string, ConditionReport>;
  readonly withWhy: boolean;
}

/** What is wrong and where, why anyone cares, and the fix, as one list item; several places are a list in it. */
export function groupMarkdown(group: Group, page: Page, told: Told): string {
  const items = distinct(group);
  const [first] = items;
  const why = told.withWhy ? `Why: ${escapeMarkdownProse(group[0].why, page.detail.text)}` : null;
  if (first !== undefined && items.length === 1) {
    const { finding } = first;
    return stanza([
      `${heading(finding)} ${placeMarkdown(finding.at, page)}`,
      says(first, page),
      why,
      terms(finding, told),
      fix(finding, page, 1),
    ]);
  }
  const shared = sharedFix(group) === null ? null : fix(group[0], page, 1);
  const places = items.map((item) => {
    const { finding } = item;
    const own = shared === null ? fix(finding, page, 2) : null;
    const lines = [`${placeMarkdown(finding.at, page)} ${says(item, page)}`, terms(finding, told), own];
    return `  - ${stanza(lines, 2)}`;
  });
  return [stanza([heading(group[0]), why, shared]), ...places].join("\n");
}

/** The finding in one line. */
export function findingLine(finding: FindingReport, page: Page): string {
  const text = escapeMarkdownProse(finding.says, page.detail.text);
  return `${heading(finding)} ${placeMarkdown(finding.at, page)} ${text}`;
}

/** The rule, and by file the lines where it found something: what is left when nothing longer fits. */
export function groupLines(group: Group, page: Page): readonly string[] {
  const byPath = new Map<string, Map<number, number>>();
  for (const { at } of group) {
    const lines = byPath.get(at.path) ?? new Map<number, number>();
    byPath.set(at.path, lines.set(at.line, (lines.get(at.line) ?? 0) + 1));
  }
  return [...byPath].map(([path, lines]) => {
    const named = [...lines].map(([line, n]) => (n === 1 ? `${line}` : `${line} (${count(n, "finding")})`));
    return `${heading(group[0])} ${pathMarkdown(path, page)} ${lines.size === 1 ? "line" : "lines"} ${named.join(", ")}`;
  });
}

function heading(finding: FindingReport): string {
  const note = standing(finding);
  const rule = escapeMarkdownCode(finding.rule, 100);
  return `**${finding.severity}** ${rule}${note === null ? "" : ` (${note})`}`;
}

function says({ finding, times }: Said, { detail }: Page): string {
  const text = escapeMarkdownProse(finding.says, detail.text);
  return times === 1 ? text : `${text} (${count(times, "finding")})`;
}

/** The sentence, and under it the lines to paste in a block of their own, `depth` list items deep. */
function fix(finding: FindingReport, { detail }: Page, depth: number): string | null {
  if (finding.disposition !== "open") return null;
  const { says, language, lines } = readFix(finding.fix);
  const sentence = `**Fix:** ${escapeMarkdownProse(says, detail.text)}`;
  if (language === null) return sentence;
  return `${sentence}:\n${escapeMarkdownLines(lines, language, "  ".repeat(depth))}`;
}

function terms(finding: FindingReport, { shared, conditions }: Told): string {
  const condition = conditionWords(conditions.get(finding.id));
  return [...(condition === null ? [] : [condition]), ...ownTermWords(finding, shared)]
    .map((term) => escapeMarkdown(term, 100))
    .join(" · ");
}
