import { escapeTerminal } from "../escape/terminal.ts";
import { NARROWEST, type Page, WIDEST } from "../renderings/text/page.ts";
import { styleOf } from "../renderings/text/style.ts";
import { dotted, hang } from "../renderings/text/wrap.ts";
import type { TextOptions } from "../renderings/text.ts";
import type { ShownPolicy, ShownRule } from "./shown.ts";
import type { ShownTerms } from "./shown-terms.ts";
import type { ShownValue } from "./shown-value.ts";
import { originText, valueText } from "./value-text.ts";

const INDENT = "  ";

/** The effective policy for a terminal: each value with the line that says it. */
export function shownPolicyText(shown: ShownPolicy, { width, colour }: TextOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  const { name, version, tier, stage, files } = shown;
  const standing = (kind: ShownRule["standing"]) => shown.rules.filter((rule) => rule.standing === kind);
  const lines = [
    ...hang(
      "",
      dotted([`policy ${escapeTerminal(`${name} ${version}`, 200)}`, tier, stage]),
      page.width,
      page.style.strong,
    ),
    ...hang("", `of ${files.map((path) => escapeTerminal(path)).join(", ")}`, page.width, page.style.faint),
    "",
    ...termsText(shown.terms, page),
    ...(shown.requiresNothing ? ["", "Nothing is required of such a model: no rule is in force."] : []),
    ...standing("in-force").flatMap((rule) => ["", ...ruleText(rule, page)]),
    ...list(
      "Not due yet",
      standing("not-due").map(({ rule, due }) => `${rule} from ${String(due.value)} on${originText(due)}`),
      page,
    ),
    ...list(
      "Off",
      standing("off").map(({ rule, severity }) => `${rule}${originText(severity)}`),
      page,
    ),
    ...list(
      "Without effect, because another file asks for more",
      shown.rules.flatMap(({ rule, withoutEffect }) =>
        withoutEffect.map(
          ({ key, value, at }) => `${rule} ${key}: ${valueText(value)} (${escapeTerminal(at)})`,
        ),
      ),
      page,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function termsText(terms: ShownTerms, page: Page): readonly string[] {
  const { blocking, remediationDays, accept, escalate, escalateFamilies } = terms;
  const line = (text: string) => hang("", text, page.width);
  const said = (value: ShownValue) => `${valueText(value.value)}${originText(value)}`;
  const roles = (of: ShownTerms["escalate"], family: string) =>
    Object.entries(of).flatMap(([severity, role]) =>
      line(`escalated${family}: ${severity} to ${said(role)}`),
    );
  return [
    ...line(`A finding of ${valueText(blocking.value)} or worse holds the model${originText(blocking)}.`),
    ...Object.entries(remediationDays).flatMap(([severity, days]) =>
      line(`to close: ${severity} in ${daysText(days)}`),
    ),
    ...Object.entries(accept).flatMap(([severity, { by, days }]) =>
      line(`may be accepted: ${severity} by ${said(by)} for ${daysText(days)}`),
    ),
    ...(Object.keys(accept).length === 0 ? line("No one may accept a finding.") : []),
    ...roles(escalate, ""),
    ...Object.entries(escalateFamilies).flatMap(([family, of]) => roles(of, ` of ${escapeTerminal(family)}`)),
  ];
}

function daysText(days: ShownValue): string {
  return `${valueText(days.value)} days${originText(days)}`;
}

function ruleText({ rule, severity, due, parameters }: ShownRule, page: Page): readonly string[] {
  const grade = String(severity.value);
  const values = Object.entries(parameters).map(([name, value]) => [name, value] as const);
  const rows = due.from.length > 0 ? [["due", due] as const, ...values] : values;
  return [
    ...hang("", `${rule} ${grade}${originText(severity)}`, page.width, page.style.strong),
    ...rows.flatMap(([name, value]) =>
      hang(`${INDENT}${name}: `, `${valueText(value.value)}${originText(value)}`, page.width),
    ),
  ];
}

function list(title: string, items: readonly string[], page: Page): readonly string[] {
  if (items.length === 0) return [];
  return [
    "",
    ...hang("", title, page.width, page.style.strong),
    ...items.flatMap((item) => hang(INDENT, item, page.width)),
  ];
}
