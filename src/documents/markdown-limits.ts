/** Bounds found by measuring the parser on hostile text: within them no text takes it longer than about a second. */
const MOST_CHARACTERS = 512 * 1024;
const MOST_LINES = 10_000;
const MOST_CELLS = 40_000;
const MOST_CONTAINERS = 12_000;
const DEEPEST = 40;
/** The parser's work grows with the square of each of these within one block, so their squares are what is summed. */
const MOST_WORK = 1_000_000;
const WEIGHTS = {
  emphasis: 1 / 4,
  brackets: 1 / 8,
  nested: 1 / 4,
  lazy: 1,
  underlines: 2,
  inContainer: 0,
} as const;

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/y;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;
const MARKERS = />|[-*+]|\d{1,9}[.)]/g;
const UNDERLINE = /^[ >]*(?:=+|-+)[ \t]*$/;

type Counts = { -readonly [kind in keyof typeof WEIGHTS]: number };

export interface Hostile {
  readonly says: string;
  readonly offset: number;
}

/** Why a text would take too long to parse as Markdown, and where, or null. One pass over its lines. */
export function hostileMarkup(text: string): Hostile | null {
  if (text.length > MOST_CHARACTERS) return tooMuch(`${MOST_CHARACTERS} characters of Markdown`, 0);
  const totals = { lines: 0, cells: 0, containers: 0, work: 0 };
  let block = noCounts();
  for (const { line, offset } of linesOf(text)) {
    totals.lines += 1;
    totals.cells += count(line, /\|/g);
    if (line.trim() === "") {
      totals.work += workOf(block);
      block = { ...noCounts(), underlines: block.underlines };
    } else {
      const containers = containersOf(line);
      const depth = containers === 0 ? 0 : containers + indentOf(line) / 2;
      if (depth > DEEPEST) return { says: `lists and quotes are nested more than ${DEEPEST} deep`, offset };
      totals.containers += containers;
      add(line, containers, block);
    }
    if (totals.lines > MOST_LINES) return tooMuch(`${MOST_LINES} lines of Markdown`, offset);
    if (totals.cells > MOST_CELLS) return tooMuch(`${MOST_CELLS} table cells`, offset);
    if (totals.containers > MOST_CONTAINERS)
      return tooMuch(`${MOST_CONTAINERS} list items and quotes`, offset);
    if (totals.work + workOf(block) > MOST_WORK)
      return { says: "one block has more markup than can be read in good time", offset };
  }
  return null;
}

function* linesOf(text: string): Generator<{ line: string; offset: number }, void> {
  for (let offset = 0; offset < text.length; ) {
    LINE.lastIndex = offset;
    const [whole, line = ""] = LINE.exec(text) ?? [""];
    yield { line, offset };
    offset += Math.max(whole.length, 1);
  }
}

function containersOf(line: string): number {
  return count(CONTAINERS.exec(line)?.[0] ?? "", MARKERS);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function add(line: string, containers: number, block: Counts): void {
  block.emphasis += count(line, /\*+|(?<!\w)_+|_+(?!\w)/g);
  block.brackets += count(line, /[[\]]/g);
  block.nested += Math.max(containers - 1, 0);
  if (containers > 0) block.inContainer = 1;
  else if (indentOf(line) === 0) block.lazy += block.inContainer;
  if (UNDERLINE.test(line)) block.underlines += 1;
}

function workOf(counts: Counts): number {
  const kinds = Object.keys(WEIGHTS) as (keyof Counts)[];
  return kinds.reduce((sum, kind) => sum + (counts[kind] * WEIGHTS[kind]) ** 2, 0);
}

function noCounts(): Counts {
  return { emphasis: 0, brackets: 0, nested: 0, lazy: 0, underlines: 0, inContainer: 0 };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

function tooMuch(what: string, offset: number): Hostile {
  return { says: `the text has more than ${what}`, offset };
}
