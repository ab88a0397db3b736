import { escapeTerminal } from "../escape/terminal.ts";
import { NARROWEST, type Page, WIDEST } from "../renderings/text/page.ts";
import { styleOf } from "../renderings/text/style.ts";
import { dotted, hang } from "../renderings/text/wrap.ts";
import type { TextOptions } from "../renderings/text.ts";
import type { ModelContrast, PolicyDiff } from "./diff.ts";
import {
  againstWords,
  changesOf,
  comparedWords,
  countWords,
  differing,
  FINDINGS_SHOWN,
  leftWords,
  MODELS_SHOWN,
  outlookWords,
  SHIFTS_SHOWN,
} from "./diff-words.ts";
import { shiftText } from "./shift-text.ts";

const NAME = 200;

/** The comparison for a terminal: each shift one sentence, with its lines below. */
export function policyDiffText(diff: PolicyDiff, { width, colour }: TextOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  const title = `policy ${escapeTerminal(comparedWords(diff.before), NAME)} → ${escapeTerminal(comparedWords(diff.after), NAME)}`;
  const lines = [
    ...hang("", title, page.width, page.style.strong),
    ...hang("", countWords(diff), page.width),
    ...diff.shifts.slice(0, SHIFTS_SHOWN).flatMap((shift) => ["", ...shiftText(shift, page)]),
    ...left(diff.shifts.length, SHIFTS_SHOWN),
    ...(diff.against === null ? [] : againstText(diff.against, page)),
  ];
  return `${lines.join("\n")}\n`;
}

function againstText(against: readonly ModelContrast[], page: Page): readonly string[] {
  const models = differing(against);
  return [
    "",
    ...hang("", againstWords(against), page.width, page.style.strong),
    ...models.slice(0, MODELS_SHOWN).flatMap((one) => ["", ...modelText(one, page)]),
    ...left(models.length, MODELS_SHOWN),
  ];
}

function modelText(one: ModelContrast, { width, style }: Page): readonly string[] {
  const changes = changesOf(one);
  const head = [escapeTerminal(one.model, NAME), outlookWords(one.before, one.after)];
  return [
    ...hang("", dotted(head), width, style.strong),
    ...changes
      .slice(0, FINDINGS_SHOWN)
      .flatMap(({ how, finding }) => [
        ...hang("  ", `${finding.rule} ${how}: ${escapeTerminal(finding.says, 400)}`, width),
        ...hang("    ", escapeTerminal(finding.at), width, style.faint),
      ]),
    ...left(changes.length, FINDINGS_SHOWN),
  ];
}

function left(total: number, shown: number): readonly string[] {
  const words = leftWords(total, shown);
  return words === null ? [] : ["", words];
}
