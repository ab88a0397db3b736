import { mayLoosen } from "../../policy/compare/shift.ts";
import { shiftWords } from "../../policy/compare/shift-words.ts";
import { escapeMarkdown, escapeMarkdownCode, escapeMarkdownLines } from "../escape/markdown.ts";
import { stanza } from "../renderings/markdown/blocks.ts";
import { placeWords, rewordedLines, type ShiftReport } from "./shift-report.ts";

/** Texts are longer than sentences: an expression of the longest that is allowed is shown whole where there is room. */
const TEXTS = 5;

/** One item of a list: the sentence, what is looser in bold, the lines of both sides, and the texts that changed. */
export function shiftMarkdown(shift: ShiftReport, limit: number): string {
  const words = escapeMarkdown(shiftWords(shift), limit);
  const places = escapeMarkdownCode(placeWords(shift), limit);
  const sentence = stanza([mayLoosen(shift) ? `**${words}**` : words, places]);
  const lines = rewordedLines(shift, TEXTS * limit);
  return lines.length === 0 ? sentence : `${sentence}\n${escapeMarkdownLines(lines, "diff", "  ")}`;
}
