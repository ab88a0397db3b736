import { escapeTerminal } from "../../escape/terminal.ts";
import { shiftText } from "../../policy/shift-text.ts";
import type { ModelReport, Report } from "../../report.ts";
import { blockingFirst, modelsOutOfScope } from "../order.ts";
import { count, recommendationWords } from "../words.ts";
import { type Page, placeText } from "./page.ts";
import { hang } from "./wrap.ts";

const NAMES_SHOWN = 5;
const ITEMS_SHOWN = 20;
/** Longest sentence of a policy's change, in UTF-16 units. */
const SENTENCE = 400;

/** What the report says beside its judged models: notices, a changed policy, the models out of scope. */
export function outsideText(report: Report, page: Page): readonly string[] {
  return [
    ...notices(report, page),
    ...policyChange(report, page),
    ...untouched(modelsOutOfScope(report), page),
  ];
}

function notices({ notices }: Report, page: Page): readonly string[] {
  if (notices.length === 0) return [];
  const { style, width } = page;
  return [
    "",
    style.strong("Outside any model"),
    ...blockingFirst(notices)
      .slice(0, ITEMS_SHOWN)
      .flatMap((notice) => [
        ...hang(notice.blocking ? "  ✗ " : "  ! ", escapeTerminal(notice.says), width),
        ...(notice.at === null ? [] : [`    ${style.faint(placeText(notice.at))}`]),
        ...hang("    fix  ", escapeTerminal(notice.fix), width, style.fix),
      ]),
    ...more(notices.length, page),
  ];
}

function policyChange({ policyChange }: Report, page: Page): readonly string[] {
  if (policyChange === null) return [];
  const { style, width } = page;
  const { path, shifts = [], changes, simulated } = policyChange;
  return [
    "",
    ...hang(
      "",
      `Policy changed in ${escapeTerminal(path)}, in force once it is on the base`,
      width,
      style.strong,
    ),
    ...shifts.slice(0, ITEMS_SHOWN).flatMap((shift) => shiftText(shift, page, "  ", SENTENCE)),
    ...more(shifts.length, page),
    ...changes.slice(0, ITEMS_SHOWN).flatMap((change) => {
      const before = change.before === null ? "absent" : escapeTerminal(change.before, 80);
      const after = change.after === null ? "absent" : escapeTerminal(change.after, 80);
      return hang("  ", `${escapeTerminal(change.pointer, 200)}: ${before} → ${after}`, width);
    }),
    ...more(changes.length, page),
    ...simulated.slice(0, ITEMS_SHOWN).flatMap(({ model, now, then }) => {
      const says = `${escapeTerminal(model, 100)} would go from ${recommendationWords(now)} to ${recommendationWords(then)}`;
      return hang("  ", says, width);
    }),
    ...more(simulated.length, page),
  ];
}

function untouched(models: readonly ModelReport[], page: Page): readonly string[] {
  if (models.length === 0) return [];
  const names = models.slice(0, NAMES_SHOWN).map((model) => escapeTerminal(model.id, 60));
  const left = models.length - names.length;
  const rest = left > 0 ? ` and ${left} more` : "";
  const says = `Not in scope, not judged: ${names.join(", ")}${rest} (${count(models.length, "model")}).`;
  return ["", ...hang("", says, page.width, page.style.faint)];
}

function more(total: number, page: Page): readonly string[] {
  if (total <= ITEMS_SHOWN) return [];
  return [`  ${page.style.faint(`… ${total - ITEMS_SHOWN} more; --format json lists them.`)}`];
}
