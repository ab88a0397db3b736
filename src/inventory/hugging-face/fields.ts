import type { List, Mapping, Scalar, Value } from "../../documents/value.ts";
import { isPlaceholder } from "../placeholder.ts";

export function isMapping(value: Value | null | undefined): value is Mapping {
  return value?.kind === "map";
}

export function isList(value: Value | null | undefined): value is List {
  return value?.kind === "list";
}

export function field(value: Value | null | undefined, key: string): Value | null {
  return isMapping(value) ? (value.entries.get(key)?.value ?? null) : null;
}

/** A text or number that answers: no null, no placeholder. */
export function answer(value: Value | null | undefined): Scalar | null {
  if (value?.kind !== "scalar" || value.value === null || typeof value.value === "boolean") return null;
  return isPlaceholder(String(value.value)) ? null : value;
}

/** One answer or a list of them, as many fields allow both. */
export function answers(value: Value | null | undefined): Scalar[] {
  const all = isList(value) ? value.items : value ? [value] : [];
  return all.map(answer).filter((one): one is Scalar => one !== null);
}
