import { list, mapping, scalar } from "../../documents/build.ts";
import { textOf } from "../../documents/text-of.ts";
import type { List, Mapping, Scalar, Value } from "../../documents/value.ts";
import { answer, field, isList } from "../hugging-face/fields.ts";

export function itemsOf(value: Value | null | undefined): readonly Value[] {
  return isList(value) ? value.items : [];
}

/** The value at the end of a path of keys. */
export function under(root: Value | null, ...keys: readonly string[]): Value | null {
  return keys.reduce<Value | null>((value, key) => field(value, key), root);
}

/** What each item says: itself, or its text under one of the keys. */
export function saidIn(value: Value | null, ...keys: readonly string[]): Scalar[] {
  const items = isList(value) ? value.items : value ? [value] : [];
  return items.flatMap(
    (item) => answer(item) ?? keys.map((key) => answer(field(item, key))).find(Boolean) ?? [],
  );
}

/** Several sentences as the one text that a native card has. */
export function joined(texts: readonly Scalar[]): Scalar | null {
  const [first] = texts;
  if (!first || texts.length === 1) return first ?? null;
  return scalar(texts.map(textOf).join("; "), first.at);
}

export function listOf(items: readonly Value[]): List | null {
  return items[0] ? list(items, items[0].at) : null;
}

/** A map of those values that are there; null when none is. */
export function mapOf(values: Readonly<Record<string, Value | null | undefined>>): Mapping | null {
  const given = Object.entries(values).flatMap(([key, value]): [string, Value][] =>
    value ? [[key, value]] : [],
  );
  return given[0] ? mapping(given, given[0][1].at) : null;
}

/** A risk with what is done about it, as a native card's `limitations` and `ethical_considerations` have them. */
export function risksIn(value: Value | null, says: string, control: string): Mapping[] {
  return itemsOf(value).flatMap((risk) => {
    const named = answer(field(risk, says));
    return named ? (mapOf({ says: named, control: answer(field(risk, control)) }) ?? []) : [];
  });
}
