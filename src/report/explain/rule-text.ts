import { TIERS, type Tier } from "../../inventory/vocabulary.ts";
import { withoutCommands } from "../escape/commands.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { ShownValue } from "../policy/shown-value.ts";
import { originText, valueText } from "../policy/value-text.ts";
import { NARROWEST, type Page, WIDEST } from "../renderings/text/page.ts";
import { styleOf } from "../renderings/text/style.ts";
import { hang, withWholeCode } from "../renderings/text/wrap.ts";
import type { TextOptions } from "../renderings/text.ts";
import type { ExplainedText } from "./definition.ts";
import type { ExplainedForce, ExplainedParameter, ExplainedRule } from "./rule.ts";

const INDENT = "  ";
const LONGEST = 2_000;

/** A rule's page for a terminal, with what the policy in force makes of it. */
export function explainedRuleText(explained: ExplainedRule, { width, colour }: TextOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  const { rule, question, why, judges, policy, remedy } = explained;
  const lines = [
    ...hang("", escapeTerminal(rule), page.width, page.style.strong),
    ...paragraph(question, page),
    "",
    ...paragraph(why, page),
    ...(judges === "removed" ? paragraph("It judges models whose card a change takes away.", page) : []),
    ...section(`Under the policy ${policy.name} ${policy.version}`, page),
    ...TIERS.flatMap((tier) => forceText(tier, explained.tiers[tier], page)),
    ...parametersText(explained, page),
    ...(explained.definition === null
      ? [
          ...section("To fix", page),
          ...paragraph(remedy.says, page, INDENT),
          ...copyText(remedy.yaml, page.style.fix),
        ]
      : definitionText(explained.definition, page)),
    ...section("Controls", page),
    ...explained.controls.flatMap(({ id, group, verified, statement }) =>
      paragraph(`${id} (${group}, ${verified}): ${statement}`, page, INDENT),
    ),
    ...(explained.page === null ? [] : ["", `An example that fails, and what mends it: ${explained.page}`]),
  ];
  // Each text was escaped alone; two colons can still meet where one ends and the next begins.
  return `${lines.map(withoutCommands).join("\n")}\n`;
}

function section(title: string, page: Page): readonly string[] {
  return ["", ...hang("", escapeTerminal(title, 200), page.width, page.style.strong)];
}

function paragraph(text: string, page: Page, indent = ""): readonly string[] {
  return hang(indent, withWholeCode(escapeTerminal(text, LONGEST)), page.width);
}

function definitionText(texts: readonly ExplainedText[], page: Page): readonly string[] {
  return [
    ...section("As the policy writes it", page),
    ...texts.flatMap(({ key, text, at }) => [
      ...hang(INDENT, `${key} (${escapeTerminal(at)})`, page.width, page.style.faint),
      ...copyText(text),
    ]),
  ];
}

/** Text to copy: its own blanks at the start of a line mean something, and no line of it is broken. */
function copyText(text: string, paint = (line: string) => line): readonly string[] {
  const lines = text.trim().split("\n").filter(Boolean);
  return lines.map((line) => {
    const margin = /^ {0,40}/.exec(line)?.[0] ?? "";
    return `${INDENT}${INDENT}${margin}${paint(escapeTerminal(line, LONGEST))}`;
  });
}

const TIER_COLUMN = Math.max(...TIERS.map((tier) => tier.length)) + 2;

function forceText(tier: Tier, { severity, due, holds }: ExplainedForce, page: Page): readonly string[] {
  const from = due.value === "development" ? "" : ` from ${String(due.value)} on${originText(due)}`;
  const effect =
    holds.length === 0 ? "a finding holds at no stage" : `a finding holds in ${holds.join(", ")}`;
  const words =
    severity.value === "off"
      ? `off${originText(severity)}`
      : `${String(severity.value)}${originText(severity)}${from}; ${effect}`;
  return hang(`${INDENT}${tier.padEnd(TIER_COLUMN)}`, words, page.width);
}

function parametersText({ parameters, tiers }: ExplainedRule, page: Page): readonly string[] {
  if (parameters.length === 0) return [];
  const asked = TIERS.filter((tier) => tiers[tier].severity.value !== "off");
  return [
    ...section("Parameters, in production", page),
    ...parameters.flatMap((parameter) => parameterText(parameter, asked, page)),
  ];
}

function parameterText(
  { name, description, stricter, effective, ...own }: ExplainedParameter,
  asked: readonly Tier[],
  page: Page,
): readonly string[] {
  const alike = new Map<string, { readonly value: ShownValue; readonly tiers: Tier[] }>();
  for (const tier of asked) {
    const value = effective[tier];
    const key = JSON.stringify(value);
    const known = alike.get(key);
    if (known) known.tiers.push(tier);
    else alike.set(key, { value, tiers: [tier] });
  }
  const values = [...alike.values()];
  const head = `${escapeTerminal(description, LONGEST)} Stricter: ${stricter}.`;
  return [
    ...hang(`${INDENT}${escapeTerminal(name)}: `, withWholeCode(head), page.width),
    ...(values.length === 0 ? [`${INDENT}${INDENT}default ${valueText(own.default)}`] : []),
    ...values.flatMap(({ value, tiers }) =>
      hang(
        `${INDENT}${INDENT}${tiers.join(", ")}: `,
        `${valueText(value.value)}${originText(value)}`,
        page.width,
      ),
    ),
  ];
}
