import { readFix } from "../../../rules/paste.ts";
import { escapeTerminal } from "../../escape/terminal.ts";
import type { ConditionReport, FindingReport } from "../../report.ts";
import { conditionWords } from "../conditions.ts";
import { distinct, type Group, type Said, sharedFix } from "../groups.ts";
import { holds } from "../order.ts";
import { ownTermWords, type SharedTerms } from "../terms.ts";
import { count, standing } from "../words.ts";
import { type Page, placeText } from "./page.ts";
import { dotted, hang, withWholeCode } from "./wrap.ts";

const INDENT = "    ";
const LONGEST_LINE = 400;

/** What a finding is told beside: what its model says for all of them. */
export interface Told {
  readonly shared: SharedTerms | null;
  readonly conditions: ReadonlyMap<string, ConditionReport>;
  readonly withWhy: boolean;
}

/** The rule once, then what is wrong and where, why anyone cares (when `withWhy`), and the fix. */
export function groupText(group: Group, page: Page, told: Told): readonly string[] {
  const fix = sharedFix(group);
  const items = distinct(group);
  const open = group[0].disposition === "open";
  const why = open && told.withWhy ? labelled("why", group[0].why, page, page.style.faint) : [];
  const suffixes = items.map(({ finding }) => suffix(finding, told));
  const sameSuffix = suffixes.every((one) => one === suffixes[0]);
  const last = items.length - 1;
  return [
    ...headingText(group, page),
    ...items.flatMap((said, index) => [
      ...(index > 0 && fix === null ? [""] : []),
      ...wrongText(said, items[index - 1], page),
      ...((fix === null ? index === 0 : index === last) ? why : []),
      ...(open && (fix === null || index === last) ? fixText(said.finding.fix, page) : []),
      ...(!sameSuffix || index === last ? suffixText(suffixes[index] ?? "", page) : []),
    ]),
  ];
}

/** The rule once, and where. */
export function groupPlaces(group: Group, page: Page): readonly string[] {
  return [
    ...headingText(group, page),
    ...group.map(({ at }) => `${INDENT}${page.style.faint(placeText(at))}`),
  ];
}

function headingText([first]: Group, { style, width }: Page): readonly string[] {
  const paint = first.disposition === "open" ? style.severity(first.severity) : style.faint;
  const sign = `${mark(first)} ${first.severity.padEnd(8)}`;
  const head = `  ${sign}  `;
  const note = standing(first);
  const says = note === null ? first.rule : `${first.rule} (${note})`;
  const [line = "", ...rest] = hang(head, escapeTerminal(says), width, style.strong);
  return [`  ${paint(sign)}  ${line.slice(head.length)}`, ...rest];
}

/** Where, unless the finding above stands there too, and what. */
function wrongText({ finding, times }: Said, above: Said | undefined, { style, width }: Page) {
  const paint = finding.disposition === "open" ? undefined : style.faint;
  const place = placeText(finding.at);
  const says = `${withWholeCode(escapeTerminal(finding.says))}${times === 1 ? "" : ` (${count(times, "finding")})`}`;
  return [
    ...(above !== undefined && placeText(above.finding.at) === place
      ? []
      : [`${INDENT}${style.faint(place)}`]),
    ...hang(INDENT, says, width, paint),
  ];
}

/** The sentence, and under it the lines to paste, which are never broken. */
function fixText(fix: string, page: Page): readonly string[] {
  const { says, lines } = readFix(fix);
  const { style } = page;
  return [
    ...labelled("fix", lines.length === 0 ? says : `${says}:`, page, style.fix),
    ...lines.map((line) => {
      const margin = /^ {0,40}/.exec(line)?.[0] ?? "";
      const text = escapeTerminal(line, LONGEST_LINE);
      return text === "" ? "" : `${INDENT}       ${margin}${style.fix(text)}`;
    }),
  ];
}

function labelled(
  label: string,
  text: string,
  page: Page,
  paint: (text: string) => string,
): readonly string[] {
  return hang(`${INDENT}${label}  `, withWholeCode(escapeTerminal(text)), page.width, paint).map(
    (line, index) => (index === 0 ? line.replace(label, () => paint(label)) : line),
  );
}

function mark(finding: FindingReport): string {
  if (holds(finding)) return "✗";
  if (finding.disposition !== "open") return "·";
  return finding.outcome === "cannot-tell" ? "?" : "!";
}

function suffix(finding: FindingReport, { shared, conditions }: Told): string {
  const condition = conditionWords(conditions.get(finding.id));
  const words = [...(condition === null ? [] : [condition]), ...ownTermWords(finding, shared)];
  return dotted(words.map((word) => escapeTerminal(word, 120)));
}

function suffixText(text: string, { style, width }: Page): readonly string[] {
  return text === "" ? [] : hang(INDENT, text, width, style.faint);
}
