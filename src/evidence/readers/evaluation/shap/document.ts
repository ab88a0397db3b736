import type { Json } from "../../../output/json.ts";
import { defineReader } from "../../../output/reader.ts";
import { type Grid, gridOf } from "../../numpy/grid.ts";
import { halfDigitOfAll } from "../../written.ts";
import { namesOf, statedMeans } from "./names.ts";
import { TOOL } from "./parts.ts";
import { readingOf, readingOfMeans, refusal } from "./reading.ts";

const BASE = ["base_values", "base_value", "expected_value", "expected_values"] as const;
const PREDICTIONS = ["predictions", "model_output", "outputs", "y_pred", "y_prob"] as const;
const MEANS = ["mean_abs_shap", "mean_abs_shap_values"] as const;

/** An explanation written as JSON, with the names that SHAP's `Explanation` has. */
export const shapDocument = defineReader<"document">({
  tool: TOOL,
  form: "document",
  about: {
    versions: ["0.51.0"],
    detectedBy:
      "an object with a list `shap_values`, with `values` and `base_values`, or with `mean_abs_shap` by feature",
    notRead: "the explained data; interactions",
  },
  recognises: ({ root }) => valuesOf(root) !== null || one(root, MEANS) !== null,
  read({ root }) {
    const values = valuesOf(root);
    const means = root.get(one(root, MEANS) ?? "");
    const features = root.has("feature_names") ? namesOf(root) : null;
    if (root.get("feature_names").exists && features === null)
      return refusal("`feature_names` is no list of different names");
    const stated = statedMeans(means, features);
    if (values === null) return readingOfMeans(stated, root.at);
    const grid = gridOf(root.get(values).value);
    const base = optional(root, BASE);
    const predictions = optional(root, PREDICTIONS);
    if (typeof grid === "string") return refusal(`\`${values}\`: ${grid}`);
    if (typeof base === "string" || typeof predictions === "string")
      return refusal(`its base values or predictions: ${typeof base === "string" ? base : predictions}`);
    return readingOf({
      values: grid,
      names: {
        values,
        base: one(root, BASE) ?? "",
        predictions: one(root, PREDICTIONS) ?? "",
      },
      features,
      base,
      predictions,
      means: stated,
      halfDigit: halfDigitOfAll(grid.values),
      at: root.get(values).at,
    });
  },
});

function valuesOf(root: Json): "shap_values" | "values" | null {
  if (root.get("shap_values").isList) return "shap_values";
  return root.get("values").isList && one(root, BASE) !== null && root.has("feature_names") ? "values" : null;
}

function one(root: Json, keys: readonly string[]): string | null {
  return keys.find((key) => root.get(key).exists) ?? null;
}

function optional(root: Json, keys: readonly string[]): Grid | string | null {
  const key = one(root, keys);
  return key === null ? null : gridOf(root.get(key).value);
}
