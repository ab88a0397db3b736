import stringWidth from "fast-string-width";
import { graphemesOf } from "../../escape/graphemes.ts";

// One column each: printable Latin, and the marks, Greek letters, lines and dots that the text itself draws.
const NARROW = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ffα-ω…–→⏎≤≥✗\u2500-\u259f\u2800-\u28ff]*$/;

/** A blank that no line is broken at; the text of a repository has none, because `visible` makes plain ones of them. */
const FIXED_BLANK = "\u00a0";
/** Where a word that is too wide may be broken after all: not before the dot between two facts. */
const LOOSE = /\u00a0(?!·)/;
const SHORT_CODE = /`[^`]{1,40}`/g;

/** The text as one word for `wrap` where it fits into a line: an interval, a date with what it is for. */
export function unbroken(text: string): string {
  return text.replaceAll(" ", FIXED_BLANK);
}

/** Facts one after the other, each whole, with no line that starts with the dot between them. */
export function dotted(facts: readonly string[]): string {
  return facts.map(unbroken).join(`${FIXED_BLANK}· `);
}

/** A sentence whose short pieces of code stay whole. */
export function withWholeCode(text: string): string {
  return text.replace(SHORT_CODE, unbroken);
}

/** Columns of a terminal that the text takes. */
export function columnsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** The text in lines of at most `width` columns, broken at blanks, and inside a word only where it must be. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of wordsOf(text, width)) {
    if (line !== "" && used + 1 + word.columns > width) {
      lines.push(line);
      line = word.text;
      used = word.columns;
    } else {
      used += word.columns + (line === "" ? 0 : 1);
      line = line === "" ? word.text : `${line} ${word.text}`;
    }
  }
  return [...lines, line].map((text) => text.replaceAll(FIXED_BLANK, " "));
}

/** Wrapped lines, the first after `head`, the others under where it ended; `paint` colours each line's text. */
export function hang(
  head: string,
  text: string,
  width: number,
  paint: (line: string) => string = (line) => line,
): readonly string[] {
  const indent = columnsOf(head);
  return wrap(text, Math.max(20, width - indent)).map(
    (line, index) => `${index === 0 ? head : " ".repeat(indent)}${paint(line)}`,
  );
}

interface Piece {
  readonly text: string;
  readonly columns: number;
}

function wordsOf(text: string, width: number): readonly Piece[] {
  return text
    .split(" ")
    .flatMap((word) => (columnsOf(word) > width ? word.split(LOOSE) : [word]))
    .flatMap((word) => pieces(word, width));
}

function pieces(word: string, width: number): readonly Piece[] {
  const whole = columnsOf(word);
  if (whole <= width) return [{ text: word, columns: whole }];
  const parts: Piece[] = [];
  let text = "";
  let columns = 0;
  for (const { segment } of graphemesOf(word)) {
    const size = columnsOf(segment);
    if (columns + size > width && text !== "") {
      parts.push({ text, columns });
      text = "";
      columns = 0;
    }
    text += segment;
    columns += size;
  }
  return [...parts, { text, columns }];
}
