import { textOf } from "../../documents/text-of.ts";
import type { List, Mapping, Scalar, Value } from "../../documents/value.ts";
import { readNumber } from "../number.ts";
import { isPlaceholder } from "../placeholder.ts";
import type { Sourced } from "../sourced.ts";

/** Readers of one key of a map. Whatever has the wrong type is null here: the schema's problems tell of it. */
export function mapAt(map: Mapping | null, key: string): Mapping | null {
  const value = valueAt(map, key);
  return value?.kind === "map" ? value : null;
}

export function listAt(map: Mapping | null, key: string): List | null {
  const value = valueAt(map, key);
  return value?.kind === "list" ? value : null;
}

export function mapsAt(map: Mapping | null, key: string): Mapping[] {
  return (listAt(map, key)?.items ?? []).filter((item) => item.kind === "map");
}

export function scalarAt(map: Mapping | null, key: string): Scalar | null {
  const value = valueAt(map, key);
  return value?.kind === "scalar" && value.value !== null ? value : null;
}

/** Text for people, or a path: numbers as they were written, placeholders as nothing. */
export function textAt(map: Mapping | null, key: string): Sourced<string> | null {
  const text = nameAt(map, key);
  return text && !isPlaceholder(text.value) ? text : null;
}

/** A name of something in the data, where "unknown" or "NA" may be real. */
export function nameAt(map: Mapping | null, key: string): Sourced<string> | null {
  const scalar = scalarAt(map, key);
  return scalar && named(scalar);
}

export function namesAt(map: Mapping | null, key: string): Sourced<string>[] {
  return (listAt(map, key)?.items ?? []).flatMap((item) => {
    const name = item.kind === "scalar" && item.value !== null ? named(item) : null;
    return name ? [name] : [];
  });
}

export function wordAt<Word extends string>(
  map: Mapping | null,
  key: string,
  words: readonly Word[],
): Sourced<Word> | null {
  const scalar = scalarAt(map, key);
  const word = scalar && words.find((known) => known === textOf(scalar).trim());
  return scalar && word ? { value: word, raw: scalar.raw, at: scalar.at } : null;
}

export function flagAt(map: Mapping | null, key: string): Sourced<boolean> | null {
  const scalar = scalarAt(map, key);
  return scalar && typeof scalar.value === "boolean"
    ? { value: scalar.value, raw: scalar.raw, at: scalar.at }
    : null;
}

/** A number, or text that is one; "35%" is 0.35. */
export function numberAt(map: Mapping | null, key: string): Sourced<number> | null {
  const scalar = scalarAt(map, key);
  const value = scalar && numberOf(scalar);
  return scalar && value !== null ? { value, raw: scalar.raw, at: scalar.at } : null;
}

/** The texts of a list as one value; null when there is no list. */
export function textsAt(map: Mapping | null, key: string): Sourced<readonly string[]> | null {
  const list = listAt(map, key);
  if (!list) return null;
  const names = namesAt(map, key).filter(({ value }) => !isPlaceholder(value));
  if (list.items.length > 0 && names.length === 0) return null;
  return { value: names.map(({ value }) => value), raw: names.map(({ raw }) => raw).join(", "), at: list.at };
}

function valueAt(map: Mapping | null, key: string): Value | null {
  return map?.entries.get(key)?.value ?? null;
}

/** Longer names are cut, so that neither the many messages with one in them nor what they match can grow without end. */
const LONGEST_NAME = 1_000;

function named(scalar: Scalar): Sourced<string> | null {
  const written = textOf(scalar).trim();
  const { length } = written;
  const value = length > LONGEST_NAME ? `${written.slice(0, LONGEST_NAME)}… (${length} characters)` : written;
  return value === "" ? null : { value, raw: scalar.raw, at: scalar.at };
}

function numberOf(scalar: Scalar): number | null {
  if (typeof scalar.value === "number") return Number.isFinite(scalar.value) ? scalar.value : null;
  const read = typeof scalar.value === "string" ? readNumber(scalar.value) : null;
  if (!read || read.interval) return null;
  return read.percent ? read.value / 100 : read.value;
}
