import type { Place } from "../../../../documents/place.ts";
import type { Json } from "../../../output/json.ts";
import { headerOf, rowsOf } from "./csv-table.ts";
import { isMetricName } from "./metric-name.ts";

/** Averages that a result states of its rows. */
export type Summary = readonly Average[];

interface Average {
  readonly metric: string;
  /** Null of no score at all. */
  readonly value: number | null;
  /** How much was rounded away when it was written. */
  readonly rounded: number;
  readonly at: Place;
}

/** One name alone may be anyone's. */
const FEWEST = 2;

/** A map from names of metrics to averages, and of nothing else; null for any other. */
export function summaryOfMap(root: Json): Summary | null {
  if (!root.isMap || root.size < FEWEST) return null;
  const averages: Average[] = [];
  for (const [metric, value] of root.entries()) {
    if (!isMetricName(metric) || (value.exists && typeof value.value !== "number")) return null;
    averages.push({ metric, value: value.number(), rounded: 0, at: value.at });
  }
  return averages;
}

const LONGEST = 10_000;

/** A CSV of `metric,score`, or what Python prints of a result; null for any other text. */
export function summaryOfText(text: string, path: string): Summary | null {
  if (text.length > LONGEST) return null;
  return printed(text.trim(), path) ?? table(text, path);
}

function table(text: string, path: string): Summary | null {
  const names = headerOf(text);
  if (names.join() !== "metric,score" && names.join() !== ",metric,score") return null;
  const averages: Average[] = [];
  for (const { cell, broken, at } of rowsOf(text, path)) {
    const metric = cell("metric");
    if (metric === null || broken !== null || !isMetricName(metric)) return null;
    averages.push({ metric, value: numberIn(cell("score") ?? ""), rounded: 0, at });
  }
  return averages.length < FEWEST ? null : averages;
}

/** `{'faithfulness': 0.8000, 'answer_relevancy': nan}`: four digits after the point. */
const PRINTED_ROUNDING = 5e-5;

function printed(text: string, path: string): Summary | null {
  if (!text.startsWith("{'") || !text.endsWith("}") || text.includes("\n")) return null;
  const averages: Average[] = [];
  for (const part of text.slice(1, -1).split(", ")) {
    const [name = "", value = "", ...more] = part.split("': ");
    if (!name.startsWith("'") || more.length > 0 || !isMetricName(name.slice(1))) return null;
    const at = { path, line: 1, column: 1, pointer: "" };
    averages.push({ metric: name.slice(1), value: numberIn(value), rounded: PRINTED_ROUNDING, at });
  }
  return averages.length < FEWEST ? null : averages;
}

function numberIn(text: string): number | null {
  return /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(text) ? Number(text) : null;
}
