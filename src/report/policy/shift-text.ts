import { EXPRESSION_CAPS } from "../../expressions/caps.ts";
import { mayLoosen } from "../../policy/compare/shift.ts";
import { shiftWords } from "../../policy/compare/shift-words.ts";
import { escapeTerminal, TEXT_LIMIT } from "../escape/terminal.ts";
import type { Page } from "../renderings/text/page.ts";
import { hang } from "../renderings/text/wrap.ts";
import { placeWords, rewordedLines, type ShiftReport } from "./shift-report.ts";

/** The sentence, what is looser in bold, then the lines of both sides and the texts that changed; expressions whole. */
export function shiftText(
  shift: ShiftReport,
  { width, style }: Page,
  indent = "",
  limit = TEXT_LIMIT,
): readonly string[] {
  const paint = mayLoosen(shift) ? style.strong : undefined;
  return [
    ...hang(indent, escapeTerminal(shiftWords(shift), limit), width, paint),
    ...hang(`${indent}  `, escapeTerminal(placeWords(shift), limit), width, style.faint),
    ...rewordedLines(shift, EXPRESSION_CAPS.text).flatMap((line) =>
      hang(`${indent}    `, escapeTerminal(line), width),
    ),
  ];
}
