import type { TextColumn } from "./table.ts";

/** A set of the language holds no more than 2^24. */
const SET_SIZE = 2 ** 23;

/** How many distinct texts occur in both columns. Linear in the distinct texts, not in the rows. */
export function overlap(left: TextColumn, right: TextColumn): number {
  const [fewer, more] = left.dictionary.length <= right.dictionary.length ? [left, right] : [right, left];
  return amongst(more.dictionary, fewer.dictionary);
}

/** How many of the texts are among the others. */
export function amongst(texts: readonly string[], others: readonly string[]): number {
  let count = 0;
  for (let from = 0; from < others.length; from += SET_SIZE) {
    const known = new Set(others.slice(from, from + SET_SIZE));
    for (const text of texts) if (known.has(text)) count++;
  }
  return count;
}

export interface Duplicates {
  /** Distinct texts that more than one row has. */
  readonly values: number;
  /** Rows that have a text which an earlier row has too. */
  readonly rows: number;
}

/** Texts that occur in several rows; missing cells are like no other cell. */
export function duplicates({ codes, dictionary }: TextColumn): Duplicates {
  const seen = new Uint8Array(dictionary.length);
  let values = 0;
  let rows = 0;
  for (const code of codes) {
    if (code < 0) continue;
    if (seen[code] !== 0) rows++;
    if (seen[code] === 1) values++;
    seen[code] = seen[code] === 0 ? 1 : 2;
  }
  return { values, rows };
}
