import { escapeTerminal } from "../../escape/terminal.ts";
import type { CheckReport, ConditionReport, ModelReport } from "../../report.ts";
import { holds } from "../order.ts";
import { claimsOf, claimWords, count } from "../words.ts";
import { bannerText } from "./banner.ts";
import { claimsText } from "./claims.ts";
import { findingsText } from "./findings.ts";
import type { Page } from "./page.ts";
import { hang } from "./wrap.ts";

const INDENT = "  ";

/** A model to approve in three lines; any other with what is wrong, its claims and what to ask. */
export function modelText(model: ModelReport, page: Page, explained: Set<string>): readonly string[] {
  const version = model.version === null ? "" : ` ${model.version}`;
  const title = escapeTerminal(`${model.id}${version}`, 120);
  const head = [
    ...bannerText(model.recommendation, title, page, page.style.strong),
    `${INDENT}${page.style.faint(escapeTerminal(model.path))}`,
  ];
  if (model.recommendation === "approve") {
    return [...head, ...hang(INDENT, `tier ${model.tier.effective} · ${countWords(model)}`, page.width)];
  }
  return [
    ...head,
    ...about(model, page),
    ...list("Conditions", model.conditions.map(conditionWords), page),
    ...findingsText(model.findings, page, explained),
    ...claimsText(model.claims, page),
    ...list("Ask", model.questions, page),
  ];
}

function about(model: ModelReport, page: Page): readonly string[] {
  const name = model.name === null ? null : escapeTerminal(model.name, 100);
  const facts = [name, model.task, model.lifecycle, model.change].filter((fact) => fact !== null);
  return [
    ...(facts.length === 0 ? [] : hang(INDENT, facts.join(" · "), page.width)),
    ...hang(INDENT, tierWords(model), page.width),
    ...hang(INDENT, countWords(model), page.width),
  ];
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

function countWords(model: ModelReport): string {
  const { findings, checks } = model;
  const holding = findings.filter(holds).length;
  return [
    findings.length === 0
      ? "no findings"
      : `${count(findings.length, "finding")}${holding > 0 ? `, ${holding} hold it` : ""}`,
    claimWords(claimsOf(model)),
    checkWords(checks),
  ].join(" · ");
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

function conditionWords(condition: ConditionReport): string {
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
