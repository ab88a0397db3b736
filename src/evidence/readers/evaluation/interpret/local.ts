import type { Place } from "../../../../documents/place.ts";
import type { Json } from "../../../output/json.ts";
import { type Grid, gridOf } from "../../numpy/grid.ts";

/** What `explain_local` says of some rows: a score for each term, and what they come to. */
export interface Local {
  readonly terms: readonly string[];
  readonly rows: readonly LocalRow[];
  /** How many rows were to be explained, where the file has them; else null. */
  readonly asked: number | null;
  readonly at: Place;
}

export interface LocalRow {
  /** For each term; of several classes, a score for each class runs fastest. */
  readonly scores: Float64Array;
  readonly outputs: number;
  readonly intercept: Float64Array;
  readonly isClass: boolean;
  /** The predicted class by its place; null when it is none. */
  readonly predicted: number | null;
  /** The prediction, or the probability of the predicted class; null when there is none. */
  readonly score: number | null;
  readonly at: Place;
}

/** `data(-1)`, a list of `data(0)`, `data(1)`, …, or one of these alone. */
export function isLocal(root: Json): boolean {
  return isRow(rowsOf(root).get(0));
}

/** The explanation; or inside a sentence what is wrong with it. */
export function localOf(root: Json): Local | string {
  const rows: LocalRow[] = [];
  const list = rowsOf(root);
  const terms = list.get(0).get("names");
  const names = [...terms.items()].map((name) => name.text());
  if (names.includes(null)) return "`names` is no list of names";
  for (const json of list.items()) {
    const row = rowOf(json, names.length);
    const number = rows.length + 1;
    if (typeof row === "string") return `row ${number}: ${row}`;
    if (JSON.stringify(json.get("names").value) !== JSON.stringify(terms.value))
      return `row ${number} has other terms than the first`;
    rows.push(row);
  }
  const asked = askedOf(root);
  if (asked === null && root.has("specific")) return "`mli` does not have the rows that were to be explained";
  return { terms: names.map(String), rows, asked, at: list.at };
}

function rowOf(json: Json, terms: number): LocalRow | string {
  const perf = json.get("perf");
  const scores = gridOf(json.get("scores").value);
  const intercept = interceptOf(json);
  const isClass = perf.get("is_classification").boolean();
  if (typeof scores === "string") return `\`scores\`: ${scores}`;
  if (scores.shape[0] !== terms) return `it has ${scores.shape[0] ?? "no"} scores for ${terms} terms`;
  if (intercept === null) return "it has no intercept";
  if (isClass === null) return "`is_classification` is not there";
  const outputs = scores.shape[1] ?? 1;
  if (intercept.values.length !== outputs)
    return `it has ${intercept.values.length} intercepts for ${outputs} outputs`;
  return {
    scores: scores.values,
    outputs,
    intercept: intercept.values,
    isClass,
    predicted: isClass ? perf.get("predicted").number() : null,
    score: perf.get("predicted_score").number(),
    at: json.at,
  };
}

function interceptOf(json: Json): Grid | null {
  const extra = json.get("extra");
  const index = [...extra.get("names").items()].findIndex((name) => name.text() === "Intercept");
  const value = extra.get("scores", index).value;
  const grid = gridOf(Array.isArray(value) ? value : [value]);
  return typeof grid === "string" ? null : grid;
}

function isRow(json: Json): boolean {
  const keys = ["names", "scores", "values", "extra", "perf"];
  return json.has(...keys) && json.get("perf").has("predicted_score") && interceptOf(json) !== null;
}

function rowsOf(root: Json): Json {
  if (root.get("specific").isList) return root.get("specific");
  return root.isMap ? root.with([root.value]) : root;
}

/** `data(-1)` holds the rows that were asked about, too. */
function askedOf(root: Json): number | null {
  for (const part of root.get("mli").items())
    if (part.get("explanation_type").text() === "evaluation_dataset")
      return Math.max(part.get("value", "dataset_x").size, part.get("value", "dataset_y").size) || null;
  return null;
}
