import { atPointer } from "./lookup.ts";
import { pointerKeys } from "./pointer.ts";
import { shorten } from "./schema-words.ts";
import type { Value } from "./value.ts";

/** What a pointer leads to, in words: "`rows`", "the 2nd entry of `owners`", "the entry `roc_auc` of `metrics`"; "" for the root. */
export function subjectAt(pointer: string, root: Value): string {
  const keys = pointerKeys(pointer);
  const last = keys.findLastIndex((key) => !/^\d+$/.test(key));
  const [index, ...inner] = keys.slice(last + 1);
  const list = keys[last] === undefined ? "" : `\`${nameAt(keys, last)}\``;
  if (index === undefined) return list;
  const own = inner.length === 0 ? ownName(atPointer(root, pointer)) : null;
  const entry = own === null ? `the ${ordinal(Number(index) + 1)} entry` : `the entry \`${own}\``;
  const outer = list === "" ? entry : `${entry} of ${list}`;
  return inner.reduce((whole, at) => `the ${ordinal(Number(at) + 1)} item of ${whole}`, outer);
}

function nameAt(keys: readonly string[], index: number): string {
  return shorten(keys[index] ?? "").replaceAll("`", "'");
}

/** As its author calls it. */
function ownName(value: Value | null): string | null {
  if (value?.kind !== "map") return null;
  for (const key of ["id", "name"]) {
    const named = value.entries.get(key)?.value;
    if (named?.kind === "scalar" && typeof named.value === "string" && named.value.trim() !== "")
      return shorten(named.value.trim()).replaceAll("`", "'");
  }
  return null;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(place: number): string {
  const tens = place % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending}`;
}
