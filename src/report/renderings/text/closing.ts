import { grouped } from "../../escape/grouped.ts";
import { escapeTerminal } from "../../escape/terminal.ts";
import type { ModelReport, Report } from "../../report.ts";
import { holds, modelsInScope, reasonsToHold, worstFirst } from "../order.ts";
import { ADVISORY, claimsIn, claimWords, count, findingWords, scopeWords } from "../words.ts";
import { bannerText } from "./banner.ts";
import type { Page } from "./page.ts";
import { columnsOf, dotted, hang } from "./wrap.ts";

const MODELS_SHOWN = 10;
const RULES_SHOWN = 3;
const NAME_COLUMNS = 28;

/** The recommendation over all models in one line, and what to do next. */
export function closingText(report: Report, page: Page): readonly string[] {
  const figures = [findingWords(report.summary), claimWords(claimsIn(report.summary))];
  return [
    "",
    page.style.faint("─".repeat(page.width)),
    ...bannerText(report.recommendation, scopeWords(report.summary), page),
    ...hang("", dotted(figures), page.width),
    ...(report.advisory && report.recommendation === "hold" ? hang("", ADVISORY, page.width) : []),
    "",
    ...next(report, page),
  ];
}

function next(report: Report, page: Page): readonly string[] {
  switch (report.recommendation) {
    case "hold":
      return liftTheHold(report, page);
    case "approve-with-conditions":
      return advice(meetTheConditions(report), page);
    case "approve":
      return advice("Nothing to fix. This is a recommendation; an accountable person decides.", page);
    case null:
      return advice(nothingJudged(report), page);
  }
}

function nothingJudged({ models, commit }: Report): string {
  if (models.length === 0) return "Write a model card: the run shows one to begin with.";
  const since = commit.base === null ? "" : ` since ${commit.base.slice(0, 7)}`;
  return `No model was touched${since}. Compare with nothing, and every model is judged.`;
}

function advice(says: string, page: Page): readonly string[] {
  return hang("Next  ", says, page.width);
}

function meetTheConditions(report: Report): string {
  const conditions = report.models.flatMap((model) => model.conditions);
  const [first] = conditions
    .map((condition) => condition.due)
    .filter((due) => due !== null)
    .toSorted();
  const one = conditions.length === 1;
  const due = first === undefined ? "" : `, ${one ? "" : "the first "}due ${escapeTerminal(first)}`;
  const agree = one
    ? `Agree to the condition above${due}, or fix what it stands for.`
    : `Agree to the ${count(conditions.length, "condition")} above${due}, or fix what they stand for.`;
  return `${agree} This is a recommendation; an accountable person decides.`;
}

/** Where the fixes are: the fixes themselves stand under what they mend. */
function liftTheHold(report: Report, page: Page): readonly string[] {
  const reasons = reasonsToHold(report).length;
  const marked = reasons === 1 ? "finding" : count(reasons, "finding");
  const blind = report.notices.filter(({ blocking }) => blocking).length;
  const held = modelsInScope(report).filter(({ findings }) => findings.some(holds));
  const rows = [
    ...(blind === 0 ? [] : [row("outside any model", blind, "could not be looked at")]),
    ...held.slice(0, MODELS_SHOWN).map(heldRow),
  ];
  const several = rows.length > 1;
  const heading = hang(
    "Next  ",
    `To lift the hold, mend the ${marked} marked ✗ above${several ? ":" : "."}`,
    page.width,
  );
  if (!several) return heading;
  const left = held.length - MODELS_SHOWN;
  return [
    ...heading,
    ...rowLines(rows, page),
    ...(left > 0 ? [page.style.faint(`  … and ${count(left, "more model")} on hold above`)] : []),
  ];
}

/** In columns; a name that is wider than its column has a line of its own. */
function rowLines(rows: readonly Row[], { style, width }: Page): readonly string[] {
  const short = rows.map(({ name }) => columnsOf(name)).filter((columns) => columns <= NAME_COLUMNS);
  const names = Math.max(0, ...short);
  const counts = Math.max(...rows.map(({ n }) => n.length));
  return rows.flatMap(({ name, n, what }) => {
    const blank = names - columnsOf(name);
    const own = blank < 0 ? [`  ${name}`] : [];
    const head = `  ${blank < 0 ? " ".repeat(names) : name + " ".repeat(blank)}  ${n.padStart(counts)}  `;
    return [...own, ...hang(head, what, width, style.faint)];
  });
}

function heldRow({ id, findings }: ModelReport): Row {
  const rules = [
    ...new Set(
      worstFirst(findings)
        .filter(holds)
        .map(({ rule }) => rule),
    ),
  ];
  const named = rules.slice(0, RULES_SHOWN).map((rule) => escapeTerminal(rule, 100));
  const left = rules.length - named.length;
  const rest = left > 0 ? [`and ${count(left, "more rule")}`] : [];
  return row(escapeTerminal(id, 100), findings.filter(holds).length, [...named, ...rest].join(", "));
}

interface Row {
  readonly name: string;
  readonly n: string;
  readonly what: string;
}

function row(name: string, n: number, what: string): Row {
  return { name, n: grouped(n), what };
}
