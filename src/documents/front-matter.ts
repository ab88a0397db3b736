/** A YAML block between `---` lines at the very top of a text. */
export interface FrontMatter {
  readonly text: string;
  /** The 1-based line on which the YAML starts. */
  readonly firstLine: number;
  /** The offset at which the Markdown after it starts. */
  readonly end: number;
}

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /^---[ \t]*(?:\r\n|\n|\r|$(?![\s\S]))/gm;

export function frontMatter(text: string): FrontMatter | null {
  const opening = OPENING.exec(text);
  if (!opening) return null;
  const start = opening[0].length;
  CLOSING.lastIndex = start;
  const closing = CLOSING.exec(text);
  if (!closing) return null;
  return { text: text.slice(start, closing.index), firstLine: 2, end: closing.index + closing[0].length };
}
