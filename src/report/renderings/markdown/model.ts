import { grouped } from "../../escape/grouped.ts";
import { escapeMarkdown } from "../../escape/markdown.ts";
import type { ConditionReport, ModelReport } from "../../report.ts";
import { conditionsOf } from "../conditions.ts";
import { sharedTerms, sharedTermWords } from "../terms.ts";
import { recommendationTitle, stageWords } from "../words.ts";
import { backgroundMarkdown } from "./background.ts";
import { blocks, bullets } from "./blocks.ts";
import { claimsMarkdown } from "./claims.ts";
import { findingsMarkdown } from "./findings.ts";
import { type Page, pathMarkdown } from "./page.ts";

const ITEMS_SHOWN = 50;

export function modelMarkdown(model: ModelReport, page: Page): string {
  const version = model.version === null ? "" : ` ${model.version}`;
  const title = escapeMarkdown(`${model.id}${version}`, 120);
  return blocks([
    `### ${recommendationTitle(model.recommendation)}: ${title}`,
    about(model, page),
    section("Conditions", capped(conditionsOf(model).others.map(conditionMarkdown))),
    findingsMarkdown(model, page),
    page.detail.questions
      ? section(
          "Ways out",
          model.waysOut.map(({ says }) => escapeMarkdown(says)),
        )
      : null,
    claimsMarkdown(model, page),
    page.detail.questions
      ? section(
          "Questions for the reviewer",
          model.questions.map((question) => escapeMarkdown(question)),
        )
      : null,
    backgroundMarkdown(model, page),
  ]);
}

function about(model: ModelReport, page: Page): string {
  const { effective, declared, computed, because } = model.tier;
  const differing =
    declared !== null && computed !== null && declared !== computed ? `, declared ${declared}` : "";
  const shared = page.detail.holding === "full" ? sharedTerms(model.findings) : null;
  const reasons = because.length === 0 ? "" : `: ${escapeMarkdown(because.join("; "), 400)}`;
  return [
    pathMarkdown(model.path, page),
    model.name === null ? null : escapeMarkdown(model.name, 120),
    model.task,
    stageWords(model),
    model.change,
    `tier **${effective}**${differing}${reasons}`,
    ...(shared === null ? [] : sharedTermWords(shared).map((word) => escapeMarkdown(word, 120))),
  ]
    .filter((fact) => fact !== null)
    .join(" · ");
}

function conditionMarkdown(condition: ConditionReport): string {
  const terms = [
    condition.blocks === "date" ? null : `before ${condition.blocks}`,
    condition.due === null ? null : `due ${escapeMarkdown(condition.due, 40)}`,
    condition.owner === null ? null : escapeMarkdown(condition.owner, 100),
  ].filter((term) => term !== null);
  return `${escapeMarkdown(condition.text)}${terms.length === 0 ? "" : ` (${terms.join(", ")})`}`;
}

function capped(items: readonly string[]): readonly string[] {
  const left = items.length - ITEMS_SHOWN;
  return left > 0 ? [...items.slice(0, ITEMS_SHOWN), `${grouped(left)} more in the JSON report`] : items;
}

function section(title: string, items: readonly string[]): string | null {
  return items.length === 0 ? null : `**${title}**\n\n${bullets(items)}`;
}
