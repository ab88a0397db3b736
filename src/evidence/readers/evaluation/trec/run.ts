import { isDecimal, linesIn } from "./words.ts";

/** The documents found for each query, the best first. */
export interface Run {
  readonly tag: string | null;
  readonly ranked: ReadonlyMap<string, readonly string[]>;
}

interface Found {
  readonly document: string;
  readonly score: number;
}

/**
 * `query Q0 document rank score tag`, by the score, which trec_eval keeps as a 4-byte float, and documents of one score
 * from the last name to the first; the written rank is passed over.
 * @throws RangeError when a line is none, or finds a document again
 */
export function runIn(text: string, path: string): Run {
  const found = new Map<string, Map<string, Found>>();
  let tag: string | null = null;
  for (const { number, fields } of linesIn(text)) {
    const [query = "", , document = "", , score = "", name = ""] = fields;
    if (fields.length !== 6 || !isDecimal(score))
      throw new RangeError(`line ${number} of ${path} is no \`query Q0 document rank score tag\``);
    const documents = found.get(query) ?? new Map<string, Found>();
    if (documents.has(document))
      throw new RangeError(`line ${number} of ${path} finds ${document.slice(0, 80)} again`);
    documents.set(document, { document, score: Math.fround(Number(score)) });
    found.set(query, documents);
    tag ??= name;
  }
  const ranked = new Map<string, readonly string[]>();
  for (const [query, documents] of found)
    ranked.set(
      query,
      [...documents.values()].sort(byScore).map(({ document }) => document),
    );
  return { tag, ranked };
}

function byScore(one: Found, other: Found): number {
  if (one.score !== other.score) return other.score - one.score;
  return one.document < other.document ? 1 : -1;
}
