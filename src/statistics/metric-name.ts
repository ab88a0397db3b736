import type { MetricParameters } from "./metric.ts";

/** Longer than any metric's name; a longer text is no name and is not looked at. */
const LONGEST_NAME = 80;

/** "@10%", "at 10 percent": a tenth of the rows, which must not be read as ten rows. */
const PERCENT_AT = /(?:[\s_-]?@|[\s_-]at)[\s_-]?(\d{1,3}(?:\.\d{1,17})?)[\s_-]?(?:%|percent|pct)/;

/**
 * A name as the registry knows it: lower case, words joined by one underscore, without a closing "score".
 * "F1-Score", "f1 score" and "f1_score" are all "f1"; "R²" is "r2". Empty when the text is no name.
 */
export function normalName(text: string): string {
  if (text.length > LONGEST_NAME) return "";
  const words = text
    .toLowerCase()
    .replaceAll("²", "2")
    .replaceAll("β", "beta")
    .replace(PERCENT_AT, "@$1pct")
    .replace(/\^/g, "")
    .replace(/[\s\-‐‑–—_()[\]:,/'’%]+/g, "_")
    .replace(/^_|_$/g, "");
  return withoutScore(words);
}

export function withoutScore(name: string): string {
  return name.replace(/_?scores?$/, "").replace(/_$/, "");
}

/** A name without the setting that is written into it, and the setting. */
export interface NamedSetting {
  readonly name: string;
  readonly implied: MetricParameters;
}

const AVERAGED =
  /^(?:(macro|micro|weighted|samples)_?(?:averaged|average|avg)?_(.+)|(.+)_(macro|micro|weighted|samples)(?:_(?:averaged|average|avg))?)$/;
const TOP_K = /^top_?(\d{1,6})(?:_(?:accuracy|acc|categorical_accuracy))?$/;
const AT_K = /^(?:accuracy|acc)_?@_?(\d{1,6})$|^top_k_accuracy_?@_?(\d{1,6})$/;
const ROWS_AT_K = /^(precision|recall)_?(?:@|at)_?(\d{1,9})$/;
const DEPTH = /^(.+?)@(\d{1,3}(?:\.\d{1,17})?)pct$/;
const FBETA = /^f_?(\d(?:\.\d{1,6})?)(?:_measure)?$/;

/** The setting in a name that has one: `f1_macro`, `top_5_accuracy`, `precision@100`, `lift@10%`, `f0.5`; null when there is none. */
export function settingIn(name: string): NamedSetting | null {
  const k = TOP_K.exec(name)?.[1] ?? AT_K.exec(name)?.[1] ?? AT_K.exec(name)?.[2];
  if (k !== undefined) return { name: "top_k_accuracy", implied: { k: Number(k) } };
  const [, ranked, rows] = ROWS_AT_K.exec(name) ?? [];
  if (ranked) return { name: `${ranked}_at_k`, implied: { k: Number(rows) } };
  const [, deep, percent] = DEPTH.exec(name) ?? [];
  // An exponent divides by 100 without rounding twice.
  if (deep) return { name: withoutScore(deep), implied: { depth: Number(`${percent}e-2`) } };
  const beta = FBETA.exec(name)?.[1];
  if (beta !== undefined) return { name: "fbeta", implied: { beta: Number(beta) } };
  const [, before, after, first, last] = AVERAGED.exec(name) ?? [];
  const average = (before ?? last) as NonNullable<MetricParameters["average"]> | undefined;
  const rest = after ?? first;
  return average && rest ? { name: withoutScore(rest), implied: { average } } : null;
}

const AT_THRESHOLD = /^(.+?)_?@_?(\d{0,3}\.\d{1,17})$/;

/** `recall@0.35`: the name and the threshold of the decision; null when none is written. */
export function thresholdIn(name: string): { readonly name: string; readonly threshold: number } | null {
  const [, metric, threshold] = AT_THRESHOLD.exec(name) ?? [];
  return metric && threshold ? { name: withoutScore(metric), threshold: Number(threshold) } : null;
}
