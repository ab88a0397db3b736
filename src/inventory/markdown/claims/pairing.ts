import { type MetricMention, metricAt } from "../metric-words.ts";
import type { Prose } from "../prose.ts";
import { numberOf, numberValue, type Reported, reportedAt } from "../reported.ts";
import { splitAt } from "../splits.ts";
import type { Token } from "../tokens.ts";
import { LINKS } from "../wording.ts";

const LINK_MARKS = new Set([":", "=", "≈", "~", "|", "*", "≃", "∼"]);
const LONGEST_LINK = 10;
const ACHIEVES =
  /^(achiev|reach|attain|obtain|got|get|scor|yield|deliver|show|giv|report|record|has|have|had|with|is|was|a|an|of|the|at)/;

/** A metric and the number that a clause gives it. */
export interface Pair {
  readonly metric: MetricMention;
  readonly reported: Reported;
  /** Tokens of the number when it stands before the metric, else of the metric. */
  readonly clauseEnd: number;
  readonly next: number;
}

/** The numbers of the metric at hand: its own, or those of a whole series that it begins. */
export function pairsAt(own: Prose, start: number, metric: MetricMention): Pair[] {
  const series = inOrder(own, metric);
  if (series.length > 0) return series;
  const pair = numberBefore(own, start, metric) ?? numberBehind(own, metric);
  return pair ? [pair] : [];
}

/** "93% accuracy", "0.93 test accuracy", behind a verb of achieving. */
function numberBefore(own: Prose, start: number, metric: MetricMention): Pair | null {
  let at = metric.first - 1;
  while (at >= start && (splitAt(own.tokens, at) || own.tokens[at]!.text === "overall")) at -= 1;
  const verb = own.tokens[at - 1];
  if (at < start || own.tokens[at]?.kind !== "number" || (verb && !ACHIEVES.test(verb.text))) return null;
  if (verb?.text === "at" || verb?.text === "of" || verb?.text === "the") return null;
  const reported = reportedAt(own, at);
  return reported && reported.next <= metric.first
    ? { metric, reported, clauseEnd: at, next: metric.next }
    : null;
}

/** "recall of 0.71", "AUC (ROC) = 0.87", "macro-F1 0.599". */
function numberBehind(own: Prose, metric: MetricMention): Pair | null {
  const inBracket = bracketed(own, metric);
  if (inBracket) return inBracket;
  const at = afterLink(own.tokens, afterAlias(own, metric.next));
  const reported = reportedAt(own, at);
  return reported ? { metric, reported, clauseEnd: metric.first, next: reported.next } : null;
}

/** "accuracy (0.705)". */
function bracketed(own: Prose, metric: MetricMention): Pair | null {
  if (own.tokens[metric.next]?.text !== "(") return null;
  const reported = reportedAt(own, metric.next + 1);
  const closes = reported && own.tokens[reported.next]?.text === ")";
  return closes ? { metric, reported, clauseEnd: metric.first, next: reported.next + 1 } : null;
}

function afterAlias(own: Prose, index: number): number {
  if (own.tokens[index]?.text !== "(") return index;
  const alias = metricAt(own.tokens, index + 1, own.text);
  return alias && own.tokens[alias.next]?.text === ")" ? alias.next + 1 : index;
}

function linkAt(tokens: readonly Token[], index: number): number {
  const token = tokens[index]!;
  if (token.kind === "mark") return LINK_MARKS.has(token.text) || token.text === "\n" ? 1 : 0;
  return (
    LINKS.at(tokens, index)?.length ?? (splitAt(tokens, index) ? splitAt(tokens, index)!.next - index : 0)
  );
}

/** Past the words that may stand between a metric and its number; stops at the first that may not. */
function afterLink(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + LONGEST_LINK && tokens[at] && tokens[at]!.kind !== "number") {
    const step = linkAt(tokens, at);
    if (step === 0) break;
    at += step;
  }
  return at;
}

const DIVIDERS = new Set([",", "/", "and", "&"]);

/** "precision, recall and F1 are 0.7, 0.6 and 0.65, respectively", "precision/recall: 0.7 / 0.6". */
function inOrder(own: Prose, first: MetricMention): Pair[] {
  const metrics = run(
    own.tokens,
    first.first,
    (at) => metricAt(own.tokens, at, own.text),
    (metric) => metric.next,
  );
  if (metrics.length < 2) return [];
  const from = afterLink(own.tokens, metrics.at(-1)!.next);
  const numbers = run(
    own.tokens,
    from,
    (at) => (own.tokens[at]?.kind === "number" ? at : null),
    (at) => at + 1,
  );
  if (numbers.length !== metrics.length || isFollowedByMetric(own, numbers.at(-1)! + 1)) return [];
  return metrics.map((metric, index) => {
    const reported = bareNumber(own, numbers[index]!);
    return { metric, reported, clauseEnd: first.first, next: numbers.at(-1)! + 1 };
  });
}

/** Things of one kind, one after another, divided by commas, slashes or "and". */
function run<T>(
  tokens: readonly Token[],
  from: number,
  read: (at: number) => T | null,
  after: (thing: T) => number,
): T[] {
  const things: T[] = [];
  for (let at = from; ; ) {
    const thing = read(at);
    if (thing === null) return things;
    things.push(thing);
    at = after(thing);
    while (DIVIDERS.has(tokens[at]?.text ?? "")) at += 1;
    if (at === after(thing)) return things;
  }
}

/** In "precision and recall of 0.7, 0.6 F1" the last number is another metric's. */
function isFollowedByMetric(own: Prose, index: number): boolean {
  return own.tokens[index] !== undefined && metricAt(own.tokens, index, own.text) !== null;
}

function bareNumber(own: Prose, at: number): Reported {
  const token = own.tokens[at]!;
  const value = numberValue(own, token);
  const percent = token.text.endsWith("%");
  return {
    value,
    number: numberOf(token),
    percent,
    interval: null,
    confidence: null,
    n: null,
    spread: false,
    next: at + 1,
  };
}
