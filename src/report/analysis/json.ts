import type { Analysis } from "../../measurement/analysis/analysis.ts";
import { serialise } from "../escape/json.ts";

/** The analysis as its schema says it: the same file and options give the same bytes. */
export function analysisJson(analysis: Analysis): string {
  return serialise(analysis);
}
