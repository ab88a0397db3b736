import type { Json } from "../../../output/json.ts";
import type { StatedMean } from "./parts.ts";

/** A list of names, alone or under `feature_names`; null where it is none. */
export function namesOf(root: Json): readonly string[] | null {
  const list = root.isList ? root : root.get("feature_names");
  if (!list.isList) return null;
  const names = [...list.items()].map((item) => item.text());
  return names.every((name) => name !== null) && new Set(names).size === names.length ? names : null;
}

/** `{feature: mean}`, or a list of means in the order of the names. */
export function statedMeans(means: Json, features: readonly string[] | null): readonly StatedMean[] {
  const named: readonly (readonly [string, Json])[] = means.isList
    ? [...means.items()].map((mean, index) => [features?.[index] ?? `feature ${index}`, mean])
    : [...means.entries()];
  return named.map(([feature, mean]) => ({
    feature,
    value: (typeof mean.value === "number" ? mean.number() : null) ?? Number.NaN,
    at: mean.at,
  }));
}
