import { escapeTerminal } from "../../escape/terminal.ts";
import type { Report } from "../../report.ts";
import { type Reason, reasonsToHold } from "../order.ts";
import { ADVISORY, claimsIn, claimWords, count, findingWords, scopeWords } from "../words.ts";
import { bannerText } from "./banner.ts";
import { type Page, placeText } from "./page.ts";
import { hang } from "./wrap.ts";

const STEPS_SHOWN = 5;

/** The recommendation over all models in one line, and what to do next. */
export function closingText(report: Report, page: Page): readonly string[] {
  return [
    "",
    page.style.faint("─".repeat(page.width)),
    ...bannerText(report.recommendation, scopeWords(report.summary), page),
    ...hang("", findingWords(report.summary), page.width),
    ...hang("", claimWords(claimsIn(report.summary)), page.width),
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
      return advice("No model is in scope, so there was nothing to judge.", page);
  }
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
  const due = first === undefined ? "" : `, the first due ${escapeTerminal(first)}`;
  return `Agree to the ${count(conditions.length, "condition")} above${due}, or fix what they stand for. This is a recommendation; an accountable person decides.`;
}

function liftTheHold(report: Report, page: Page): readonly string[] {
  const holding = reasonsToHold(report);
  const heading = `Next, to lift the hold (${count(holding.length, "fix", "fixes")})`;
  const left = holding.length - STEPS_SHOWN;
  return [
    page.style.strong(heading),
    ...holding.slice(0, STEPS_SHOWN).flatMap((reason, index) => step(reason, index + 1, page)),
    ...(left > 0 ? [page.style.faint(`  … and ${count(left, "more fix", "more fixes")} above (✗)`)] : []),
  ];
}

function step(reason: Reason, number: number, page: Page): readonly string[] {
  return [
    ...hang(`  ${number}. `, escapeTerminal(reason.fix, 300), page.width),
    ...(reason.at === null ? [] : [`     ${page.style.faint(placeText(reason.at))}`]),
  ];
}
