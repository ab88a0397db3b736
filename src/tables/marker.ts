import { asciiText } from "./numeral.ts";

/** What a cell that is no numeral stands for in a number column. */
export type Marker = "missing" | "invalid" | "non-finite" | "true" | "false";

const LONGEST = 16;

/** pandas' default missing values, less those that write out a NaN: a NaN among scores is a finding. */
const MISSING = new Set(["", "#N/A", "#N/A N/A", "#NA", "<NA>", "N/A", "NA", "NULL", "None", "n/a", "null"]);
const NON_FINITE = /^[+-]?(nan|inf|infinity|1\.#(ind|qnan|inf))$/i;
const TRUE = new Set(["true", "True", "TRUE"]);
const FALSE = new Set(["false", "False", "FALSE"]);

export function markerOf(bytes: Uint8Array, start: number, end: number): Marker {
  if (start === end) return "missing";
  if (end - start > 4 * LONGEST) return isBlankRun(bytes, start, end) ? "missing" : "invalid";
  const text = asciiText(bytes, start, end).replace(/^[ \t]+|[ \t]+$/g, "");
  if (MISSING.has(text)) return "missing";
  if (TRUE.has(text)) return "true";
  if (FALSE.has(text)) return "false";
  return NON_FINITE.test(text) ? "non-finite" : "invalid";
}

function isBlankRun(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 0x20 && bytes[at] !== 0x09) return false;
  return true;
}
