import { plain } from "../../documents/plain.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Mapping, Value } from "../../documents/value.ts";
import { without, withValueAt } from "./overlay.ts";

/** A test, or one of those that a test with `each` stands for. */
export interface Variation {
  /** The values that tell it from the others; empty for a test that stands alone. */
  readonly label: string;
  readonly test: Mapping;
}

/** More than these of one file are no table that anyone reads. */
export const MOST_TRIALS = 5_000;

/** All that the cards of one file may hold together: a large card in many tests would take minutes. */
export const MOST_VALUES = 2_000_000;

/** One for each combination of the values under `each`. */
export function variationsOf(test: Mapping): readonly Variation[] | Problem {
  const each = test.entries.get("each")?.value;
  let variations: readonly Variation[] = [{ label: "", test: without(test, "each") }];
  if (each?.kind !== "map") return variations;
  const size = sizeOf(test);
  for (const { key, keyAt, value } of each.entries.values()) {
    if (value.kind !== "list") continue;
    const count = variations.length * value.items.length;
    if (count > MOST_TRIALS) return tooMany(key, keyAt, `${MOST_TRIALS} tests`);
    if (count * size > MOST_VALUES) return tooMany(key, keyAt, `${MOST_VALUES} values`);
    const next: Variation[] = [];
    for (const item of value.items) {
      for (const { label, test: before } of variations) {
        const varied = withValueAt(before, key.split("."), item);
        if (varied === null) return notThere(key, keyAt);
        next.push({ label: label === "" ? shown(item) : `${label}, ${shown(item)}`, test: varied });
      }
    }
    variations = next;
  }
  return variations;
}

/** How many values there are in one. */
export function sizeOf(value: Value): number {
  switch (value.kind) {
    case "scalar":
      return 1;
    case "list":
      return value.items.reduce((size, item) => size + sizeOf(item), 1);
    case "map":
      return [...value.entries.values()].reduce((size, entry) => size + sizeOf(entry.value), 1);
  }
}

function tooMany(about: string, at: Problem["at"], what: string): Problem {
  const says = `this test stands for more than ${what}`;
  return { code: "too-many-tests", about, at, says, fix: "give fewer values" };
}

function notThere(key: string, at: Problem["at"]): Problem {
  const says = `\`${key.slice(0, 80)}\` leads through something that is no map`;
  const fix = "name the card under `cards`, and let the test's card start with `extends:`";
  return { code: "no-place", about: key, at, says, fix };
}

function shown(value: Value): string {
  const text = value.kind === "scalar" ? value.raw : JSON.stringify(plain(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
