import { escapeTerminal } from "../escape/terminal.ts";
import { NARROWEST, type Page, WIDEST } from "../renderings/text/page.ts";
import { styleOf } from "../renderings/text/style.ts";
import { dotted, hang } from "../renderings/text/wrap.ts";
import type { TextOptions } from "../renderings/text.ts";
import type { ShownPolicy, ShownRule } from "./shown.ts";
import { originText, valueText } from "./value-text.ts";

const INDENT = "  ";

/** The effective policy for a terminal: each value with the line that says it. */
export function shownPolicyText(shown: ShownPolicy, { width, colour }: TextOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  const { name, version, tier, stage, files, blocking } = shown;
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
    ...hang("", `A finding of ${blocking} or worse holds the model.`, page.width),
    ...terms(shown, page),
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

function terms({ remediationDays, accept }: ShownPolicy, page: Page): readonly string[] {
  const days = Object.entries(remediationDays).map(([severity, count]) => `${severity} in ${count} days`);
  const who = Object.entries(accept).map(
    ([severity, { by, days }]) => `${severity} by ${by} for ${days} days`,
  );
  return [
    ...(days.length > 0 ? hang("", `To close: ${days.join(", ")}.`, page.width) : []),
    ...(who.length > 0 ? hang("", `May be accepted: ${escapeTerminal(who.join(", "))}.`, page.width) : []),
  ];
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
