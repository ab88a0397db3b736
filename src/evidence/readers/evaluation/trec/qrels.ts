import { isWhole, linesIn } from "./words.ts";

/** How relevant each judged document is, by query: above 0 is relevant. */
export type Qrels = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** `query 0 document relevance`. @throws RangeError when a line is none, or judges a document again */
export function qrelsIn(text: string, path: string): Qrels {
  const qrels = new Map<string, Map<string, number>>();
  for (const { number, fields } of linesIn(text)) {
    const [query = "", , document = "", relevance = ""] = fields;
    if (fields.length !== 4 || !isWhole(relevance))
      throw new RangeError(`line ${number} of ${path} is no \`query 0 document relevance\``);
    const judged = qrels.get(query) ?? new Map<string, number>();
    if (judged.has(document))
      throw new RangeError(`line ${number} of ${path} judges ${document.slice(0, 80)} again`);
    judged.set(document, Number(relevance));
    qrels.set(query, judged);
  }
  return qrels;
}
