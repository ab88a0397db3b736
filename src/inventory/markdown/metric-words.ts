import { METRIC_NAMES, type MetricKind, NUMBER_FORMATS, ONLY_AT_K, ONLY_SPELT } from "./metric-names.ts";
import { Phrases } from "./phrases.ts";
import type { Token } from "./tokens.ts";

export type Average = "macro" | "micro" | "weighted" | "samples";

/** A metric named in prose: the author's words, with what they say of average, k and beta split out. */
export interface MetricMention {
  /** As written, without the averaging word: "F1-score" in "macro-averaged F1-score". */
  readonly name: string;
  readonly kind: MetricKind;
  readonly average: Average | null;
  readonly k: number | null;
  readonly beta: number | null;
  /** Character range of the name, and token range of the whole mention. */
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly next: number;
}

const NAMES = new Phrases<MetricKind>(METRIC_NAMES);
const AVERAGES = new Phrases<Average>(
  (["macro", "micro", "weighted", "samples"] as const).flatMap((average) =>
    ["", " average", " avg", " averaged", " mean"].map((word) => [average + word, average] as const),
  ),
);
const F_BETA = /^f[\s-]?(\d+(?:\.\d+)?)/i;

/** Every metric that the tokens name, in order; of overlapping readings the longest. Linear in the tokens. */
export function findMetrics(tokens: readonly Token[], text: string): MetricMention[] {
  const found: MetricMention[] = [];
  for (let index = 0; index < tokens.length; ) {
    const mention = metricAt(tokens, index, text);
    if (mention) found.push(mention);
    index = mention?.next ?? index + 1;
  }
  return found;
}

export function metricAt(tokens: readonly Token[], index: number, text: string): MetricMention | null {
  if (tokens[index]?.kind !== "word") return null;
  const before = averageAt(tokens, index);
  const start = index + (before?.length ?? 0);
  const named = topK(tokens, start) ?? nameAt(tokens, start, text);
  if (!named) return null;
  const name = { start: tokens[start]!.start, end: tokens[named.next - 1]!.end };
  const after = before ? null : trailingAverage(tokens, named.next);
  const written = text.slice(name.start, name.end);
  return {
    ...name,
    name: written,
    kind: named.kind,
    average: before?.means ?? after?.means ?? null,
    k: named.k,
    beta: betaOf(written),
    first: index,
    next: named.next + (after?.length ?? 0),
  };
}

/** "macro", "weighted avg": how a metric of several classes is averaged. */
export function averageAt(
  tokens: readonly Token[],
  index: number,
): { means: Average; length: number } | null {
  return AVERAGES.at(tokens, index);
}

interface Named {
  readonly kind: MetricKind;
  readonly next: number;
  readonly k: number | null;
}

function nameAt(tokens: readonly Token[], index: number, text: string): Named | null {
  const found = NAMES.at(tokens, index);
  if (!found) return null;
  const first = tokens[index]!;
  const spelling = ONLY_SPELT.get(first.text);
  if (found.length === 1 && spelling && !spelling.test(text.slice(first.start, first.end))) return null;
  if (first.text === "precision" && NUMBER_FORMATS.has(tokens[index - 1]?.text ?? "")) return null;
  const next = index + found.length;
  const k = cutOff(tokens, next);
  if (found.length === 1 && ONLY_AT_K.has(first.text) && k === null) return null;
  return { kind: found.means, next: k === null ? next : next + 2, k };
}

/** "@10", right behind the name. */
function cutOff(tokens: readonly Token[], index: number): number | null {
  const [at, k] = [tokens[index], tokens[index + 1]];
  if (at?.text !== "@" || k?.kind !== "number" || k.start !== at.end || !/^\d{1,6}$/.test(k.text))
    return null;
  return Number(k.text);
}

/** "top-5 accuracy", "Top-1 Acc". */
function topK(tokens: readonly Token[], index: number): Named | null {
  const [top, k, accuracy] = tokens.slice(index, index + 3);
  if (top?.text !== "top" || !/^\d{1,3}$/.test(k?.text ?? "")) return null;
  return /^acc(uracy)?$/.test(accuracy?.text ?? "")
    ? { kind: "share", next: index + 3, k: Number(k?.text) }
    : null;
}

function trailingAverage(tokens: readonly Token[], index: number): { means: Average; length: number } | null {
  const direct = averageAt(tokens, index);
  if (direct) return hasMetricBehind(tokens, index + direct.length) ? null : direct;
  if (tokens[index]?.text !== "(" && tokens[index]?.text !== ",") return null;
  const bracketed = averageAt(tokens, index + 1);
  const closed = tokens[index + 1 + (bracketed?.length ?? 0)]?.text === ")";
  return bracketed && tokens[index]?.text === "(" && closed
    ? { ...bracketed, length: bracketed.length + 2 }
    : null;
}

/** In "accuracy, macro F1" and "Recall weighted F1" the averaging word belongs to what follows. */
function hasMetricBehind(tokens: readonly Token[], index: number): boolean {
  return NAMES.at(tokens, index) !== null;
}

function betaOf(name: string): number | null {
  const beta = Number(F_BETA.exec(name)?.[1] ?? Number.NaN);
  return Number.isNaN(beta) || beta === 1 ? null : beta;
}
