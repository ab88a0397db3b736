import { isCutOff, type Reading, tolerance } from "../../measurement/settle.ts";
import type { Subject } from "../subject.ts";
import { factsOf, type ShownFact } from "../tool-outputs.ts";
import { compare, type Meaning, meaningOfFact } from "./meaning.ts";

/** A number that a tool states, and what it is of. */
export interface ToolNumber {
  readonly shown: ShownFact<"metric">;
  readonly meaning: Meaning;
}

/** What one file says of a claim: a number, two, or none. */
export interface FileNumber {
  readonly path: string;
  readonly tool: string;
  readonly at: ShownFact<"metric">["fact"]["at"];
  /** As a fraction where a bounded metric was written in percent; null where it wrote NaN or nothing. */
  readonly value: number | null;
  readonly agrees: boolean;
  /** It states the number more than once, and not the same. */
  readonly several: boolean;
}

/** More numbers of one name than these are a history of runs, and which of them is meant cannot be told. */
export const MOST_OF_A_NAME = 500;

export function toolNumbers({ after }: Subject): ReadonlyMap<string, readonly ToolNumber[]> {
  const byName = new Map<string, ToolNumber[]>();
  for (const shown of factsOf(after, "metric")) {
    const meaning = meaningOfFact(shown, after.model);
    const known = byName.get(meaning.name);
    if (known) known.push({ shown, meaning });
    else if (meaning.name !== "") byName.set(meaning.name, [{ shown, meaning }]);
  }
  return byName;
}

/** The numbers that are of just this; where there is none, those that may be. */
export function fitting(
  meaning: Meaning,
  numbers: readonly ToolNumber[],
): { readonly sure: boolean; readonly numbers: readonly ToolNumber[] } {
  const perhaps: ToolNumber[] = [];
  const same: ToolNumber[] = [];
  for (const number of numbers) {
    const how = compare(meaning, number.meaning);
    if (how === "same") same.push(number);
    else if (how === "perhaps") perhaps.push(number);
  }
  return same.length > 0 ? { sure: true, numbers: same } : { sure: false, numbers: perhaps };
}

export function byFile(numbers: readonly ToolNumber[], reading: Reading): FileNumber[] {
  const files = new Map<string, FileNumber>();
  for (const { shown, meaning } of numbers) {
    const value = fraction(shown.fact.value, meaning);
    const agrees = value !== null && isReported(value, reading, shown.fact.decimals);
    const { path } = shown.file;
    const known = files.get(path);
    const several = known !== undefined && (known.several || known.agrees !== agrees);
    if (!known || several)
      files.set(path, { path, tool: shown.output.tool, at: shown.fact.at, value, agrees, several });
  }
  return [...files.values()];
}

function fraction(value: number | null, { metric }: Meaning): number | null {
  if (value === null || metric === null) return value;
  const bounded = metric.range[0] >= -1 && metric.range[1] <= 1;
  return bounded && Math.abs(value) > 1 ? value / 100 : value;
}

/** The card's last digit counts, and the tool's where it printed fewer. */
function isReported(value: number, { reported, decimals }: Reading, printed: number | undefined): boolean {
  const own = printed === undefined ? 0 : tolerance(value, printed);
  const near = Math.abs(reported - value) <= Math.max(tolerance(reported, decimals), own);
  return near || isCutOff(value, reported, decimals);
}
