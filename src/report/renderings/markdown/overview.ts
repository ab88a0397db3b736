import { escapeMarkdown, escapeMarkdownCode, escapeMarkdownProse } from "../../escape/markdown.ts";
import type { ModelReport, Report } from "../../report.ts";
import { holds, modelsInScope, type Reason, reasonsToHold } from "../order.ts";
import {
  ADVISORY,
  capitalised,
  claimsIn,
  claimsOf,
  claimWords,
  count,
  findingWords,
  recommendationTitle,
  scopeWords,
  shareWords,
} from "../words.ts";
import { blocks, type Column, table } from "./blocks.ts";
import { type Page, placeMarkdown } from "./page.ts";

/** By which the comment is found again. */
export const MARKER = "<!-- effective-challenge -->";

const MODELS_SHOWN = 50;
const STEPS_SHOWN = 5;

/** The recommendation, the figures, every judged model in a line and what to do next. */
export function overviewMarkdown(report: Report, page: Page): string {
  const models = modelsInScope(report);
  const left = models.length - MODELS_SHOWN;
  return blocks([
    opening(report),
    models.length > 1 ? table(COLUMNS, models.slice(0, MODELS_SHOWN)) : null,
    left > 0 ? `And ${count(left, "model")} more, none worse than these.` : null,
    next(report, page),
  ]);
}

/** Marker, recommendation and figures: what is never dropped. */
export function opening({ recommendation, summary, advisory }: Report): string {
  return blocks([
    MARKER,
    `## ${recommendationTitle(recommendation)}`,
    `**${scopeWords(summary)}.** ${capitalised(findingWords(summary))}. ${capitalised(claimWords(claimsIn(summary)))}.`,
    advisory && recommendation === "hold" ? ADVISORY : null,
  ]);
}

export function footerMarkdown({ tool, policy, asOf, commit }: Report): string {
  const facts = [
    `${tool.name} ${tool.version}`,
    `policy ${policy.name} ${policy.version}`,
    `as of ${asOf}`,
  ].map((fact) => escapeMarkdown(fact, 200));
  const at = commit.head === null ? [] : [`commit ${escapeMarkdownCode(commit.head.slice(0, 7))}`];
  return `---\n\n${[...facts, ...at].join(" · ")}. A recommendation; an accountable person decides.`;
}

const COLUMNS: readonly Column<ModelReport>[] = [
  { title: "Model", cell: (model) => escapeMarkdown(model.id, 100) },
  { title: "Recommendation", cell: (model) => recommendationTitle(model.recommendation) },
  { title: "Tier", cell: (model) => model.tier.effective },
  { title: "Holds it", align: "right", cell: (model) => String(model.findings.filter(holds).length) },
  { title: "Findings", align: "right", cell: (model) => String(model.findings.length) },
  { title: "Claims", cell: (model) => shareWords(claimsOf(model)) },
];

function next(report: Report, page: Page): string | null {
  if (page.detail.holding === "line") return null;
  const reasons = reasonsToHold(report);
  if (reasons.length === 0) return null;
  const left = reasons.length - STEPS_SHOWN;
  return blocks([
    "**What to do next**, to lift the hold",
    reasons
      .slice(0, STEPS_SHOWN)
      .map((reason, index) => `${index + 1}. ${step(reason, page)}`)
      .join("\n"),
    left > 0 ? `And ${count(left, "fix", "fixes")} more, each under what it mends.` : null,
  ]);
}

function step({ fix, at }: Reason, page: Page): string {
  const says = escapeMarkdownProse(fix, Math.min(300, page.detail.text));
  return at === null ? says : `${says} ${placeMarkdown(at, page)}`;
}
