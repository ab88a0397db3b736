import { lineMap } from "../documents/lines.ts";

/** Line and column, from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Finds where a place of a scalar's text stands in the YAML that it was written in, by where the scalar begins. */
export type Placing = (scalar: TextPlace, text: string, offset: number) => TextPlace;

export function placingIn(yaml: string): Placing {
  const lines = lineMap(yaml);
  return ({ line, column }, text, offset) => {
    const start = lines.offsetOf(line, column);
    const found = walk(yaml, contentStart(yaml, start), text, offset);
    return found === null ? { line, column } : lines.at(found);
  };
}

/** The text of a block begins on the line after its `|` or `>`, a quoted one after its quote. */
function contentStart(yaml: string, start: number): number {
  const first = yaml[start];
  if (first === "|" || first === ">") return yaml.indexOf("\n", start) + 1;
  return first === '"' || first === "'" ? start + 1 : start;
}

/**
 * The text and its YAML side by side. They differ in white space, where lines are folded or indented, and in the
 * backslash or the second quote that stands before a quote.
 */
function walk(yaml: string, from: number, text: string, offset: number): number | null {
  let at = from;
  for (let index = 0; index < text.length; index++) {
    const char = text[index]!;
    if (/\s/.test(char)) continue;
    while (at < yaml.length && /\s/.test(yaml[at]!)) at++;
    if (yaml[at] !== char && (yaml[at] === "\\" || yaml[at] === "'")) at++;
    if (yaml[at] === char && char === "'" && yaml[at + 1] === "'" && text[index + 1] !== "'") at++;
    if (yaml[at] !== char) return null;
    if (index >= offset) return at;
    at++;
  }
  return text.trim() === "" ? null : at;
}
