import { escapeTerminal } from "../../escape/terminal.ts";
import type { ModelReport } from "../../report.ts";
import type { Page } from "./page.ts";
import { hang } from "./wrap.ts";

/** Each question once, and of which models when it is not asked of all of them. */
export function questionsText(models: readonly ModelReport[], page: Page): readonly string[] {
  const asked = new Map<string, string[]>();
  for (const { id, questions } of models) {
    for (const question of questions) asked.set(question, [...(asked.get(question) ?? []), id]);
  }
  if (asked.size === 0) return [];
  return [
    "",
    page.style.strong("Ask"),
    ...[...asked].flatMap(([question, ids]) => [
      ...hang("  - ", escapeTerminal(question), page.width),
      ...(ids.length === models.length ? [] : ofWhom(ids, page)),
    ]),
  ];
}

const NAMES_SHOWN = 5;

function ofWhom(ids: readonly string[], page: Page): readonly string[] {
  const names = ids.slice(0, NAMES_SHOWN).map((id) => escapeTerminal(id, 60));
  const left = ids.length - names.length;
  const rest = left > 0 ? ` and ${left} more` : "";
  return hang("    ", `of ${names.join(", ")}${rest}`, page.width, page.style.faint);
}
