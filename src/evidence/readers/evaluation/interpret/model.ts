import type { Place } from "../../../../documents/place.ts";
import { Sum, sumOf } from "../../../../statistics/sum.ts";
import type { Json } from "../../../output/json.ts";
import { type Grid, gridOf } from "../../numpy/grid.ts";

/** An explainable boosting machine as `to_json` writes it: a table of scores for each term. */
export interface Model {
  readonly version: string | null;
  /** One for each output: one of a regression and of two classes, else one of each class. */
  readonly intercept: Grid;
  readonly terms: readonly Term[];
  /** Weights of all rows by the features' histograms; null when no feature has one. */
  readonly rows: number | null;
  readonly at: Place;
}

export interface Term {
  /** "age", or "age & sex" where the two act together. */
  readonly name: string;
  /** A score for each bin and output; the last index is the output where there are several. */
  readonly scores: Float64Array;
  readonly outputs: number;
  /** How many rows fell into each bin, or their weight. */
  readonly weights: Float64Array;
  readonly at: Place;
}

export function isModel(root: Json): boolean {
  const { terms, features, intercept } = partsOf(root);
  return root.has("version") && terms.isList && features.isList && intercept.isList;
}

/** The model; or inside a sentence what is wrong with it. */
export function modelOf(root: Json): Model | string {
  const parts = partsOf(root);
  const intercept = gridOf(parts.intercept.value);
  if (typeof intercept === "string") return `\`intercept\`: ${intercept}`;
  const terms: Term[] = [];
  for (const json of parts.terms.items()) {
    const term = termOf(json);
    if (typeof term === "string") return `term ${terms.length + 1}: ${term}`;
    terms.push(term);
  }
  const histogram = [...parts.features.items()]
    .map((feature) => gridOf(feature.get("histogram_weights").value))
    .find((grid): grid is Grid => typeof grid !== "string" && grid.shape.length === 1);
  return {
    version: root.get("version").text(),
    intercept,
    terms,
    rows: histogram === undefined ? null : sumOf(histogram.values),
    at: parts.terms.at,
  };
}

function termOf(json: Json): Term | string {
  const features = [...json.get("term_features").items()].map((feature) => feature.text());
  if (features.length === 0 || features.includes(null)) return "`term_features` is no list of names";
  const [scores, weights] = [gridOf(json.get("scores").value), gridOf(json.get("bin_weights").value)];
  if (typeof scores === "string") return `\`scores\`: ${scores}`;
  if (typeof weights === "string") return `\`bin_weights\`: ${weights}`;
  const bins = weights.values.length;
  const outputs = scores.values.length / bins;
  if (!Number.isInteger(outputs) || weights.shape.some((size, axis) => scores.shape[axis] !== size))
    return `it has ${scores.shape.join(" × ")} scores for ${weights.shape.join(" × ")} bins`;
  return {
    name: features.join(" & "),
    scores: scores.values,
    outputs,
    weights: weights.values,
    at: json.get("bin_weights").at,
  };
}

/**
 * The mean of |score| over the rows, which the bins count, and over the outputs. NaN without rows.
 * Source: `term_importances("avg_weight")` of interpret.
 */
export function importanceOf({ scores, weights, outputs }: Term): number {
  const sum = new Sum();
  for (let bin = 0; bin < weights.length; bin++)
    for (let output = 0; output < outputs; output++)
      sum.add(Math.abs(scores[bin * outputs + output]!) * weights[bin]!);
  return sum.value / sumOf(weights) / outputs;
}

/** Whether it tells some rows from others: bins that have rows have different scores. */
export function explains({ scores, weights, outputs }: Term): boolean {
  const first = weights.findIndex((weight) => weight > 0);
  return weights.some((weight, bin) => {
    if (!(weight > 0)) return false;
    for (let output = 0; output < outputs; output++)
      if (scores[bin * outputs + output] !== scores[first * outputs + output]) return true;
    return false;
  });
}

function partsOf(root: Json) {
  const ebm = root.get("ebm");
  return { terms: ebm.get("terms"), features: ebm.get("features"), intercept: ebm.get("intercept") };
}
