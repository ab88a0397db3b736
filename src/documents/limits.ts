import type { Caps } from "../workspace/caps.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";

export function tooDeep(at: Place): Problem {
  const says = "maps and lists are nested too deeply to read";
  return { code: "too-deep", about: "nesting", at, says, fix: "flatten the document" };
}

export function tooManyValues(at: Place, caps: Caps): Problem {
  const says = `the document has more than ${caps.documentValues} values`;
  const fix = "split it, or move rows of data into a table file";
  return { code: "over-cap", about: "values", at, says, fix };
}

/** The end of what is said of a key that is written twice, where the document is read nevertheless. */
export const FIRST_COUNTS = "; only the first counts";

export function duplicateKey(key: string, first: Place, again: Place): Problem {
  const says = `\`${key}\` is written twice, first on line ${first.line}${FIRST_COUNTS}`;
  return { code: "duplicate-key", about: again.pointer, at: again, says, fix: "remove one of the two" };
}
