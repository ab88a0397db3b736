import { withoutCommands } from "../escape/commands.ts";
import { grouped } from "../escape/grouped.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import { NARROWEST, type Page, placeText, WIDEST } from "../renderings/text/page.ts";
import { type Style, styleOf } from "../renderings/text/style.ts";
import { dotted, hang } from "../renderings/text/wrap.ts";
import {
  type ControlCoverage,
  type Coverage,
  type ItemCoverage,
  type ModelCoverage,
  STATES,
} from "./coverage.ts";
import type { RuleCoverage } from "./rule-coverage.ts";
import { countWords, MEANING, ruleWords, settled, standingWords, unclaimedWords } from "./words.ts";

export interface CoverageTextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

const FINDINGS_SHOWN = 3;
const LONGEST_REASON = 300;

/** The coverage for a terminal: for each model the items, what is wrong first. */
export function coverageText(coverage: Coverage, { width, colour }: CoverageTextOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  const lines = [
    ...heading(coverage, page),
    ...coverage.models.flatMap((model) => ["", ...modelText(model, page)]),
    "",
    ...hang("", unclaimedWords(coverage), page.width),
    ...hang("", MEANING, page.width, page.style.faint),
    ...hang("", coverage.framework.note, page.width, page.style.faint),
  ];
  // Each text was escaped alone; two colons can still meet where one text ends and our own begins.
  return `${lines.map(withoutCommands).join("\n")}\n`;
}

function heading({ tool, framework, policy, asOf, stage, commit }: Coverage, page: Page): readonly string[] {
  const facts = [
    `${tool.name} ${tool.version}`,
    `${framework.name} (${framework.edition})`,
    `policy ${policy.name} ${policy.version}`,
    stage === null ? null : `for ${stage}`,
    `as of ${asOf}`,
    commit.base === null ? null : `compared with ${commit.base.slice(0, 7)}`,
  ].filter((fact) => fact !== null);
  return hang("", dotted(facts.map((fact) => escapeTerminal(fact, 200))), page.width, page.style.faint);
}

function modelText(model: ModelCoverage, page: Page): readonly string[] {
  const { style, width } = page;
  const title = escapeTerminal(`${model.id}${model.version === null ? "" : ` ${model.version}`}`, 120);
  const about = [escapeTerminal(model.path), `tier ${model.tier}`, model.stage];
  const counts = countWords(model.counts);
  return [
    ...hang("", title, width, style.strong),
    ...hang("  ", dotted(about), width),
    ...hang("  ", model.inScope ? counts : `not judged: the change does not touch it; ${counts}`, width),
    ...(model.inScope ? inOrder(model.items).flatMap((item) => ["", ...itemText(item, page)]) : []),
  ];
}

/** What is wrong first, each state in the framework's own order. */
function inOrder(items: readonly ItemCoverage[]): readonly ItemCoverage[] {
  return STATES.flatMap((state) => items.filter((item) => item.state === state));
}

function itemText(item: ItemCoverage, page: Page): readonly string[] {
  const { style, width } = page;
  const checked = item.controls.filter(({ rules }) => rules.length > 0);
  const left = item.controls.filter(({ rules }) => rules.length === 0).map(({ id }) => id);
  const head = `${standingWords(item).toUpperCase()}  ${item.id}`;
  return [
    ...hang("  ", `${head}: ${item.title}`, width, paintOf(item, style)),
    ...checked.flatMap((control) => controlText(control, page)),
    ...(left.length === 0 ? [] : hang("    ", `no rule checks ${left.join(", ")}`, width, style.faint)),
  ];
}

function paintOf({ state, accepted }: ItemCoverage, style: Style): (text: string) => string {
  switch (state) {
    case "not-met":
      return accepted ? style.status("unsupported") : style.status("differs");
    case "cannot-tell":
      return style.status("unsupported");
    case "not-automated":
      return style.faint;
    case "met":
      return style.status("reproduced");
  }
}

function controlText(control: ControlCoverage, page: Page): readonly string[] {
  const says = `${control.statement} (${standingWords(control)})`;
  return [
    ...hang(`    ${control.id}  `, says, page.width),
    ...control.rules.flatMap((rule) => ruleText(rule, page)),
  ];
}

function ruleText(coverage: RuleCoverage, { width, style }: Page): readonly string[] {
  const { rule, because, findings } = coverage;
  const says = `${rule}: ${ruleWords(
    coverage,
    because.map((one) => escapeTerminal(one, LONGEST_REASON)),
  )}`;
  const shown = findings.slice(0, FINDINGS_SHOWN);
  const more = findings.length - shown.length;
  return [
    ...hang("      ", escapeTerminal(says), width, style.faint),
    ...shown.flatMap((finding) => [
      ...hang("        ", escapeTerminal(`${finding.severity}: ${finding.says}${settled(finding)}`), width),
      `        ${style.faint(placeText(finding.at))}`,
    ]),
    ...(more > 0
      ? hang("        ", `… ${grouped(more)} more; --format json lists them.`, width, style.faint)
      : []),
  ];
}
