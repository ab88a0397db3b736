import { serialise } from "../escape/json.ts";
import type { Coverage } from "./coverage.ts";

/** The coverage as its schema says it: the same report gives the same bytes. */
export function coverageJson(coverage: Coverage): string {
  return serialise(coverage);
}
