import { escapeTerminal } from "../../escape/terminal.ts";
import type { FindingReport } from "../../report.ts";
import { holds } from "../order.ts";
import { standing } from "../words.ts";
import { type Page, placeText } from "./page.ts";
import { hang } from "./wrap.ts";

const INDENT = "    ";

/** What is wrong and where, and under it why anyone cares (when `withWhy`) and the fix. */
export function findingText(finding: FindingReport, page: Page, withWhy: boolean): readonly string[] {
  const { style, width } = page;
  const open = finding.disposition === "open";
  const suffix = [standing(finding), terms(finding)]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
  const lines = [...findingLines(finding, page)];
  lines.push(...hang(INDENT, escapeTerminal(finding.says), width, open ? undefined : style.faint));
  if (open && withWhy) lines.push(...labelled("why", finding.why, page, style.faint));
  if (open) lines.push(...labelled("fix", finding.fix, page, style.fix));
  if (suffix !== "") lines.push(...hang(INDENT, suffix, width, style.faint));
  return lines;
}

/** Its severity, its rule and where it is. */
export function findingLines(finding: FindingReport, { style, width }: Page): readonly string[] {
  const paint = finding.disposition === "open" ? style.severity(finding.severity) : style.faint;
  const sign = `${mark(finding)} ${finding.severity.padEnd(8)}`;
  const head = `  ${sign}  `;
  const [first = "", ...rest] = hang(head, escapeTerminal(finding.rule), width, style.strong);
  return [
    `  ${paint(sign)}  ${first.slice(head.length)}`,
    ...rest,
    `${INDENT}${style.faint(placeText(finding.at))}`,
  ];
}

function labelled(
  label: string,
  text: string,
  page: Page,
  paint: (text: string) => string,
): readonly string[] {
  return hang(`${INDENT}${label}  `, escapeTerminal(text), page.width, paint).map((line, index) =>
    index === 0 ? line.replace(label, () => paint(label)) : line,
  );
}

function mark(finding: FindingReport): string {
  if (holds(finding)) return "✗";
  if (finding.disposition !== "open") return "·";
  return finding.outcome === "cannot-tell" ? "?" : "!";
}

function terms(finding: FindingReport): string {
  const { exception, owner, due, escalateTo } = finding;
  const parts = [
    exception === null ? null : `exception ${exception}`,
    owner === null ? null : `owner ${owner}`,
    due === null ? null : `due ${due}`,
    escalateTo === null ? null : `escalates to ${escalateTo}`,
  ];
  return parts
    .filter((part) => part !== null)
    .map((part) => escapeTerminal(part, 120))
    .join(" · ");
}
