import { escapeTerminal } from "../../escape/terminal.ts";
import type { CheckReport, ConditionReport, ModelReport } from "../../report.ts";
import { conditionsOf } from "../conditions.ts";
import { holds } from "../order.ts";
import { type SharedTerms, sharedTerms, sharedTermWords } from "../terms.ts";
import { claimsOf, claimWords, count, holdingWords, stageWords } from "../words.ts";
import { bannerText } from "./banner.ts";
import { claimsText } from "./claims.ts";
import { findingsText } from "./findings.ts";
import type { Page } from "./page.ts";
import { dotted, hang } from "./wrap.ts";

const INDENT = "  ";

/** A model to approve in three lines; any other with what is wrong, its claims and what to ask. */
export function modelText(model: ModelReport, page: Page, told: ToldBefore): readonly string[] {
  const version = model.version === null ? "" : ` ${model.version}`;
  const title = escapeTerminal(`${model.id}${version}`, 120);
  const head = [
    ...bannerText(model.recommendation, title, page, page.style.strong),
    `${INDENT}${page.style.faint(escapeTerminal(model.path))}`,
  ];
  if (model.recommendation === "approve") {
    return [...head, ...facts([`tier ${model.tier.effective}`, ...countWords(model)], page)];
  }
  const shared = sharedTerms(model.findings);
  const conditions = conditionsOf(model);
  return [
    ...head,
    ...about(model, shared, page),
    ...list("Conditions", conditions.others.map(apartWords), page),
    ...findingsText(model.findings, page, { shared, conditions: conditions.of }, told.rules),
    ...list(
      "Ways out",
      model.waysOut.map(({ says }) => says),
      page,
    ),
    ...claimsText(model.claims, page),
    ...list("Ask", told.questions ? model.questions : [], page),
  ];
}

/** What the page has told, or will, in one place for all models. */
export interface ToldBefore {
  /** Rules that were explained; each model adds its own. */
  readonly rules: Set<string>;
  /** The questions stand with the model. */
  readonly questions: boolean;
}

function about(model: ModelReport, shared: SharedTerms | null, page: Page): readonly string[] {
  const { name, id, task, change } = model;
  const named = name === null || bare(name) === bare(id) ? null : escapeTerminal(name, 100);
  return [
    ...facts([named, task, stageWords(model), change], page),
    ...hang(INDENT, tierWords(model), page.width),
    ...facts(countWords(model), page),
    ...facts(toolWords(model), page),
    ...facts(shared === null ? [] : sharedTermWords(shared).map((word) => escapeTerminal(word, 120)), page),
  ];
}

/** What a name and the id made of it have in common. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function facts(words: readonly (string | null)[], { width }: Page): readonly string[] {
  const said = words.filter((word) => word !== null);
  return said.length === 0 ? [] : hang(INDENT, dotted(said), width);
}

function tierWords({ tier }: ModelReport): string {
  const { effective, declared, computed } = tier;
  const differing =
    declared === null
      ? ", none declared"
      : declared !== computed && computed !== null
        ? `, declared ${declared}`
        : "";
  const because = tier.because.length === 0 ? "" : `: ${escapeTerminal(tier.because.join("; "), 400)}`;
  return `tier ${effective}${differing}${because}`;
}

function countWords(model: ModelReport): readonly string[] {
  const { findings, checks } = model;
  return [
    holdingWords(findings.filter(holds).length, findings.length),
    claimWords(claimsOf(model)),
    checkWords(checks),
  ];
}

const TOOLS_SHOWN = 6;

/** Whose files were read, and the day of the newest of each. */
function toolWords({ evidence }: ModelReport): readonly string[] {
  const newest = new Map<string, string>();
  for (const { tool, producedAt } of evidence) {
    if (tool === null) continue;
    const day = producedAt?.slice(0, 10) ?? "";
    const known = newest.get(tool) ?? "";
    newest.set(tool, day > known ? day : known);
  }
  const tools = [...newest].map(([tool, day]) => escapeTerminal(day === "" ? tool : `${tool} ${day}`, 60));
  const more = tools.length > TOOLS_SHOWN ? [`${tools.length - TOOLS_SHOWN} more`] : [];
  return tools.length === 0 ? [] : [`shown by ${[...tools.slice(0, TOOLS_SHOWN), ...more].join(", ")}`];
}

function checkWords(checks: readonly CheckReport[]): string {
  const parts = [
    ["fine", "fine"],
    ["finding", "with findings"],
    ["cannot-tell", "cannot tell"],
    ["not-applicable", "not applicable"],
  ] as const;
  const split = parts
    .map(([outcome, words]) => [checks.filter((check) => check.outcome === outcome).length, words] as const)
    .filter(([n]) => n > 0)
    .map(([n, words]) => `${n} ${words}`);
  return `${count(checks.length, "check")}${split.length === 0 ? "" : `: ${split.join(", ")}`}`;
}

function apartWords(condition: ConditionReport): string {
  const terms = [
    condition.blocks === "date" ? null : `before ${condition.blocks}`,
    condition.due === null ? null : `due ${condition.due}`,
    condition.owner,
  ].filter((term) => term !== null);
  return terms.length === 0 ? condition.text : `${condition.text} (${terms.join(", ")})`;
}

function list(heading: string, items: readonly string[], page: Page): readonly string[] {
  if (items.length === 0) return [];
  return [
    "",
    `${INDENT}${page.style.strong(heading)}`,
    ...items.flatMap((item) => hang(`${INDENT}- `, escapeTerminal(item), page.width)),
  ];
}
