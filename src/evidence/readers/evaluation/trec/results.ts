import type { Place } from "../../../../documents/place.ts";
import { isDecimal, linesIn } from "./words.ts";

/** A line of what trec_eval or ir_measures printed. */
export interface Result {
  readonly measure: string;
  /** Null for all queries. */
  readonly query: string | null;
  readonly value: number;
  readonly decimals: number;
  readonly at: Place;
}

/** `measure query value` of trec_eval, `query measure value` or `measure value` of ir_measures. */
export function resultsIn(text: string, path: string): readonly Result[] {
  if (!text.endsWith("\n")) throw new RangeError(`${path} ends within a line`);
  const results: Result[] = [];
  for (const { number, fields } of linesIn(text)) {
    const [first = "", second = "", third = ""] = fields;
    if (first === "runid") continue;
    const value = fields.length === 2 ? second : third;
    if (fields.length < 2 || fields.length > 3 || !isDecimal(value))
      throw new RangeError(`line ${number} of ${path} is no \`measure query value\``);
    const isQueryFirst = fields.length === 3 && /@\d|^(?:AP|RR|nDCG|Rprec|NumQ)$/.test(second);
    const query = fields.length === 2 ? "all" : isQueryFirst ? first : second;
    results.push({
      measure: isQueryFirst ? second : first,
      query: query === "all" ? null : query,
      value: Number(value),
      decimals: value.split(".")[1]?.length ?? 0,
      at: { path, line: number, column: 1, pointer: "" },
    });
  }
  return results;
}
