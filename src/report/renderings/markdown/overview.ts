import { readFix } from "../../../rules/paste.ts";
import { grouped } from "../../escape/grouped.ts";
import { escapeMarkdown, escapeMarkdownCode, escapeMarkdownProse } from "../../escape/markdown.ts";
import type { ModelReport, PlaceReport, Report } from "../../report.ts";
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
const PLACES_SHOWN = 3;

/** The recommendation, the figures, every judged model in a line and what to do next. */
export function overviewMarkdown(report: Report, page: Page): string {
  const models = modelsInScope(report);
  const left = models.length - MODELS_SHOWN;
  return blocks([
    opening(report),
    models.length > 1 ? table(COLUMNS, models.slice(0, MODELS_SHOWN)) : null,
    left > 0 ? `And ${count(left, "more model")}, none worse than these.` : null,
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
  { title: "Claims reproduced", align: "right", cell: (model) => shareWords(claimsOf(model)) },
];

function next(report: Report, page: Page): string | null {
  const { detail } = page;
  if (detail.holding !== "full") return null;
  if (report.recommendation === "approve-with-conditions") return agree(report);
  if (report.recommendation === "approve") return NOTHING_TO_FIX;
  const steps = stepsOf(reasonsToHold(report));
  if (steps.length === 0) return null;
  const left = steps.length - STEPS_SHOWN;
  return blocks([
    "**What to do next**, to lift the hold",
    steps
      .slice(0, STEPS_SHOWN)
      .map((step, index) => `${index + 1}. ${stepMarkdown(step, page)}`)
      .join("\n"),
    left > 0 ? `And ${count(left, "more fix", "more fixes")}, each under what it mends.` : null,
  ]);
}

const NOTHING_TO_FIX = "**What to do next**: nothing to fix; an accountable person can approve.";

function agree({ models }: Report): string {
  const conditions = models.reduce((sum, model) => sum + model.conditions.length, 0);
  const says =
    conditions === 1
      ? "agree to the condition, or fix what it stands for"
      : `agree to the ${grouped(conditions)} conditions, or fix what they stand for`;
  return `**What to do next**: ${says}.`;
}

interface Step {
  readonly says: string;
  readonly fix: string;
  readonly places: readonly PlaceReport[];
}

/** One step for all that the same fix mends. */
function stepsOf(reasons: readonly Reason[]): readonly Step[] {
  const steps = new Map<string, { says: string; fix: string; places: PlaceReport[] }>();
  for (const { says, fix, at } of reasons) {
    const step = steps.get(fix) ?? { says, fix, places: [] };
    steps.set(fix, step);
    if (at !== null) step.places.push(at);
  }
  return [...steps.values()];
}

/** The fix; of one with lines to paste, what it mends. */
function stepMarkdown({ says, fix, places }: Step, page: Page): string {
  const { lines } = readFix(fix);
  const limit = Math.min(300, page.detail.text);
  const text = escapeMarkdownProse(lines.length === 0 ? fix : says, limit);
  const shown = [...new Set(places.map((at) => placeMarkdown(at, page)))];
  const left = shown.length - PLACES_SHOWN;
  return [
    lines.length === 0 ? text : `${text}; the lines to add are below`,
    shown.slice(0, PLACES_SHOWN).join(", "),
    left > 0 ? `and ${count(left, "more place")}` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
