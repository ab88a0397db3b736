import type { Scalar } from "../../../documents/value.ts";
import { isCount, isCountedNoun, isRounding } from "../counted.ts";
import { OF_A_CLASS } from "../metric-names.ts";
import { metricAt } from "../metric-words.ts";
import { type Prose, textValue } from "../prose.ts";
import { numberValue } from "../reported.ts";
import { splitValue } from "../split-value.ts";
import { HELD_OUT, splitAt } from "../splits.ts";
import { BOUNDS, NARROWING, NEUTRAL, OURS, VERSUS } from "../wording.ts";

/** What stands behind a reported number and belongs to it. */
export interface Tail {
  readonly split: Scalar | null;
  readonly threshold: Scalar | null;
  readonly class: Scalar | null;
  readonly dataset: Scalar | null;
  /** How many rows it says there were. */
  readonly n: Scalar | null;
  readonly next: number;
  /** A comparison begins: what follows is about something else. */
  readonly compares: boolean;
}

const THRESHOLD_WORDS = new Set(["threshold", "cutoff", "cut-off", "τ"]);
const DATASET_WORDS = new Set(["dataset", "corpus", "benchmark", "cohort"]);
const FILLERS = new Set([
  "the",
  "a",
  "an",
  "of",
  "our",
  "its",
  "=",
  ":",
  "decision",
  "classification",
  "probability",
  "this",
]);
const REACH = 8;

/** Null when the words behind the number narrow it in a way that cannot be told, or make it a bound. */
export function readTail(prose: Prose, start: number, metricName: string): Tail | null {
  let tail: Tail = {
    split: null,
    threshold: null,
    class: null,
    dataset: null,
    n: null,
    next: start,
    compares: false,
  };
  if (isExplained(prose, start)) return null;
  for (let turn = 0; turn < 4; turn += 1) {
    if (BOUNDS.at(prose.tokens, tail.next)) return null;
    if (VERSUS.at(prose.tokens, tail.next)) return { ...tail, compares: true };
    const narrowing = NARROWING.at(prose.tokens, tail.next);
    if (!narrowing) return tail;
    const from = tail.next + narrowing.length;
    const read = readNarrowing(prose, from, metricName);
    if (!read) return continuesWithMetric(prose, from) ? tail : null;
    tail = { ...tail, ...read };
  }
  return null;
}

const EXPLAINS = new Set(["is", "are", "means", "mean", "says", "stands", "denotes", "indicates"]);
const MEASURED = new Set([
  "achieved",
  "reached",
  "attained",
  "obtained",
  "reported",
  "measured",
  "observed",
  "recorded",
]);

/** "An AUC of 0.5 is a coin toss" explains the metric. */
export function isExplained(prose: Prose, start: number): boolean {
  const [verb, what] = [prose.tokens[start], prose.tokens[start + 1]];
  return EXPLAINS.has(verb?.text ?? "") && !MEASURED.has(what?.text ?? "");
}

function readNarrowing(prose: Prose, from: number, metricName: string): Partial<Tail> | null {
  return (
    readThreshold(prose, from) ??
    readSplit(prose, from) ??
    readCount(prose, from) ??
    readClass(prose, from, metricName) ??
    readDataset(prose, from)
  );
}

/** "with a recall of 0.7", "at 90% specificity" is an operating point and stays unread. */
function continuesWithMetric(prose: Prose, from: number): boolean {
  const start = skipFillers(prose, from);
  return start > from && metricAt(prose.tokens, start, prose.text) !== null;
}

function readThreshold(prose: Prose, from: number): Partial<Tail> | null {
  const at = skipFillers(prose, from);
  if (!THRESHOLD_WORDS.has(prose.tokens[at]?.text ?? "")) return null;
  const value = skipFillers(prose, at + 1);
  const number = prose.tokens[value];
  if (number?.kind !== "number") return null;
  return { threshold: numberValue(prose, number), next: value + 1 };
}

/** "on the test set", "on the 600 held-out reviews", which says how many and not of which split. */
function readSplit(prose: Prose, from: number): Partial<Tail> | null {
  let n: Scalar | null = null;
  for (let at = from; at < Math.min(from + REACH, prose.tokens.length); at += 1) {
    const split = splitAt(prose.tokens, at);
    if (split) {
      const next = afterNoun(prose, split.next);
      return { split: split.split === HELD_OUT ? null : splitValue(prose, split), n, next };
    }
    if (isCount(prose.tokens, at)) n = numberValue(prose, prose.tokens[at]!);
    const passable =
      isCount(prose.tokens, at) ||
      isRounding(prose.tokens[at]) ||
      (isRounding(prose.tokens[at - 1]) && prose.tokens[at]!.kind === "number") ||
      FILLERS.has(prose.tokens[at]!.text) ||
      NEUTRAL.at(prose.tokens, at) ||
      OURS.at(prose.tokens, at);
    if (!passable) return null;
  }
  return null;
}

/** "on 600 reviews", and nothing said of which. */
function readCount(prose: Prose, from: number): Partial<Tail> | null {
  const { tokens } = prose;
  const start = skipFillers(prose, from);
  const at = isRounding(tokens[start]) ? start + 1 : start;
  if (tokens[at]?.kind !== "number" || !isCountedNoun(tokens[at + 1])) return null;
  return { n: isCount(tokens, at) ? numberValue(prose, tokens[at]!) : null, next: at + 2 };
}

/** "test set", "held-out reviews", "test split (n = 500)": one noun belongs to the split. */
function afterNoun(prose: Prose, next: number): number {
  const noun = prose.tokens[next];
  const isNoun = noun?.kind === "word" && !NARROWING.at(prose.tokens, next) && !VERSUS.at(prose.tokens, next);
  return isNoun && noun.text !== "and" && noun.text !== "which" ? next + 1 : next;
}

/** "for the spam class", "for class 1". */
function readClass(prose: Prose, from: number, metricName: string): Partial<Tail> | null {
  if (!OF_A_CLASS.test(metricName)) return null;
  const start = skipFillers(prose, from);
  const window = prose.tokens.slice(start, start + 4);
  const word = window.findIndex((token) => token.text === "class");
  const name = word === 0 ? window.slice(1, 2) : window.slice(0, word);
  if (
    word < 0 ||
    name.length === 0 ||
    name.some((token) => token.kind === "mark" && !/["'“”`]/.test(token.text))
  )
    return null;
  const bare = name.filter((token) => token.kind !== "mark");
  return { class: textValue(prose, bare), next: start + Math.max(word + 1, word === 0 ? 2 : 0) };
}

/** "on the MIMIC dataset". */
function readDataset(prose: Prose, from: number): Partial<Tail> | null {
  const start = skipFillers(prose, from);
  const window = prose.tokens.slice(start, start + 5);
  const word = window.findIndex((token) => DATASET_WORDS.has(token.text));
  if (word < 1 || window.slice(0, word).some((token) => token.kind === "mark")) return null;
  return { dataset: textValue(prose, window.slice(0, word)), next: start + word + 1 };
}

function skipFillers(prose: Prose, from: number): number {
  let at = from;
  while (FILLERS.has(prose.tokens[at]?.text ?? "") && at < from + REACH) at += 1;
  return at;
}
