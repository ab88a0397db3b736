import { mayLoosen } from "../../policy/compare/shift.ts";
import { shiftWords } from "../../policy/compare/shift-words.ts";
import { escapeMarkdown, escapeMarkdownCode } from "../escape/markdown.ts";
import { stanza } from "../renderings/markdown/blocks.ts";
import { placeWords, type ShiftReport } from "./shift-report.ts";

/** One item of a list: the sentence, what is looser in bold, and the lines of both sides. */
export function shiftMarkdown(shift: ShiftReport, limit: number): string {
  const words = escapeMarkdown(shiftWords(shift), limit);
  return stanza([mayLoosen(shift) ? `**${words}**` : words, escapeMarkdownCode(placeWords(shift), limit)]);
}
