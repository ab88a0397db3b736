import type { Report } from "./report.ts";

type Section = Pick<Report, "split" | "slice">;

const LONGEST_HEADING = 200;
const SPLITS: Readonly<Record<string, string>> = {
  train: "train",
  training: "train",
  val: "validation",
  valid: "validation",
  validation: "validation",
  test: "test",
  testing: "test",
};

/** The last line with words before a report; empty when there is none. */
export function headingOf(before: readonly string[]): string {
  for (let index = before.length - 1; index >= 0; index--) {
    const line = before[index]?.slice(0, LONGEST_HEADING) ?? "";
    const words = line.split(/[\s#*=:-]/).filter((word) => word !== "");
    if (words.length > 0) return line.replace(/^[\s#*=-]{0,40}/, "").trim();
  }
  return "";
}

/**
 * A heading names the split by a word for one. Among several reports, `sex = female` names a slice, and any other
 * heading sets its report apart from the others, because nothing says that it is of all rows.
 */
export function sectionOf(heading: string, several: boolean): Section {
  const splits = new Set(
    heading
      .toLowerCase()
      .split(/[^a-z]/)
      .flatMap((word) => (Object.hasOwn(SPLITS, word) ? [SPLITS[word] ?? word] : [])),
  );
  const [split = null] = splits;
  if (split !== null && splits.size === 1) return { split, slice: {} };
  return { split: null, slice: several && heading !== "" ? sliceOf(heading) : {} };
}

function sliceOf(heading: string): Section["slice"] {
  const sign = heading.search(/[=:]/);
  const name = heading.slice(0, Math.max(sign, 0)).trim();
  const value = heading
    .slice(sign)
    .replace(/^[=:]{1,2}/, "")
    .replace(/[=*-]{0,40}$/, "")
    .trim();
  return name === "" || value === "" ? { heading } : Object.fromEntries([[name, value]]);
}
