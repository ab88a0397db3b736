import stringWidth from "string-width";

// One column each: printable Latin, and the marks that the text itself draws.
const NARROW = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff…–→⏎─✗]*$/;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns of a terminal that the text takes. */
export function columnsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** The text in lines of at most `width` columns, broken at blanks, and inside a word only where it must be. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ").flatMap((word) => pieces(word, width))) {
    if (line !== "" && used + 1 + word.columns > width) {
      lines.push(line);
      line = word.text;
      used = word.columns;
    } else {
      used += word.columns + (line === "" ? 0 : 1);
      line = line === "" ? word.text : `${line} ${word.text}`;
    }
  }
  return [...lines, line];
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

function pieces(word: string, width: number): readonly Piece[] {
  if (word.length <= width && NARROW.test(word)) return [{ text: word, columns: word.length }];
  const parts: Piece[] = [];
  let text = "";
  let columns = 0;
  for (const { segment } of graphemes.segment(word)) {
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
