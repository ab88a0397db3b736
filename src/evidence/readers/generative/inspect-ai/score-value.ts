import type { Json } from "../../../output/json.ts";

const WORDS: ReadonlyMap<string, number> = new Map([
  ["C", 1],
  ["P", 0.5],
  ["I", 0],
  ["N", 0],
]);
const LOWER: ReadonlyMap<string, number> = new Map([
  ["yes", 1],
  ["true", 1],
  ["no", 0],
  ["false", 0],
]);

/**
 * A score as a number; null where the sample was not scored (NaN, nothing). What is no number counts 0, as in
 * Inspect. Source: inspect_ai.scorer.value_to_float.
 */
export function scoreOf(value: Json): number | null {
  if (!value.exists) return null;
  const truth = value.boolean();
  if (truth !== null) return Number(truth);
  const text = value.text();
  if (text === null) return value.number() ?? 0;
  return WORDS.get(text) ?? LOWER.get(text.toLowerCase()) ?? value.number() ?? 0;
}

/** A score of several parts: its metrics are of each part, and not computed here. */
export function isCompound(value: Json): boolean {
  return value.isMap || value.isList;
}
