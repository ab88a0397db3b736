import { escapeMarkdown, escapeMarkdownCode } from "../escape/markdown.ts";
import { blocks, bullets } from "../renderings/markdown/blocks.ts";
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
import { shiftMarkdown } from "./shift-markdown.ts";

const NAME = 200;
const TEXT = 400;

/** The comparison as a page. */
export function policyDiffMarkdown(diff: PolicyDiff): string {
  const title = `## Policy ${escapeMarkdown(comparedWords(diff.before), NAME)} → ${escapeMarkdown(comparedWords(diff.after), NAME)}`;
  const page = blocks([
    title,
    countWords(diff),
    bullets(diff.shifts.slice(0, SHIFTS_SHOWN).map((shift) => shiftMarkdown(shift, TEXT))),
    leftWords(diff.shifts.length, SHIFTS_SHOWN),
    diff.against === null ? null : againstMarkdown(diff.against),
  ]);
  return `${page}\n`;
}

function againstMarkdown(against: readonly ModelContrast[]): string {
  const models = differing(against);
  return blocks([
    `### ${againstWords(against)}`,
    ...models.slice(0, MODELS_SHOWN).map(modelMarkdown),
    leftWords(models.length, MODELS_SHOWN),
  ]);
}

function modelMarkdown(one: ModelContrast): string {
  const changes = changesOf(one);
  const items = changes.slice(0, FINDINGS_SHOWN).map(({ how, finding }) => {
    const says = `${escapeMarkdown(finding.rule, NAME)} ${how}: ${escapeMarkdown(finding.says, TEXT)}`;
    return `${says} ${escapeMarkdownCode(finding.at, NAME)}`;
  });
  return blocks([
    `**${escapeMarkdown(one.model, NAME)}**: ${outlookWords(one.before, one.after)}`,
    bullets(items),
    leftWords(changes.length, FINDINGS_SHOWN),
  ]);
}
