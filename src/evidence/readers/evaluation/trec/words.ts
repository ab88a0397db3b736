/** A line's fields, with its number. */
export interface Line {
  readonly number: number;
  readonly fields: readonly string[];
}

const LONGEST_LINE = 2000;

/** The lines of a file of fields between blanks. @throws RangeError when a line is no such line */
export function* linesIn(text: string): Generator<Line> {
  let number = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    number++;
    if (end - start > LONGEST_LINE)
      throw new RangeError(`line ${number} is longer than ${LONGEST_LINE} characters`);
    const fields = text
      .slice(start, end)
      .split(/[\t\r ]/)
      .filter((field) => field !== "");
    if (fields.length > 0) yield { number, fields };
    start = end + 1;
  }
}

export type Kind = "qrels" | "run" | "results";

const WHOLE = /^-?\d{1,9}$/;
const DECIMAL = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const MEASURE = /^[A-Za-z][\w@().=,-]{0,60}$/;
const LINES_LOOKED_AT = 20;

/** What each of the first lines of a text is; null for anything else. */
export function kindsOf(text: string): ReadonlySet<Kind | null> {
  const kinds = new Set<Kind | null>();
  let looked = 0;
  try {
    for (const { fields } of linesIn(text.slice(0, LINES_LOOKED_AT * LONGEST_LINE))) {
      kinds.add(kindOfLine(fields));
      if (++looked === LINES_LOOKED_AT) break;
    }
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    kinds.add(null);
  }
  return kinds;
}

/** What a text is, when its first lines are all of one kind. */
export function kindOf(text: string): Kind | null {
  const kinds = kindsOf(text);
  const [kind = null] = kinds;
  return kinds.size === 1 ? kind : null;
}

function kindOfLine(fields: readonly string[]): Kind | null {
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = fields;
  if (first === "runid") return "results";
  if (fields.length === 6 && second === "Q0" && WHOLE.test(fourth) && DECIMAL.test(fifth)) return "run";
  if (fields.length === 4 && (second === "0" || second === "Q0") && WHOLE.test(fourth)) return "qrels";
  if (fields.length === 3 && MEASURE.test(first) && DECIMAL.test(third)) return "results";
  return fields.length === 2 && MEASURE.test(first) && DECIMAL.test(second) ? "results" : null;
}

export function isDecimal(field: string): boolean {
  return DECIMAL.test(field) && Number.isFinite(Number(field));
}

export function isWhole(field: string): boolean {
  return WHOLE.test(field);
}
