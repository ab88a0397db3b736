import { scalar } from "../../documents/build.ts";
import type { Scalar } from "../../documents/value.ts";
import { OF_A_CLASS } from "./metric-names.ts";
import { averageAt, type MetricMention, metricAt } from "./metric-words.ts";
import { type Prose, part, textValue, trimMarks } from "./prose.ts";
import { numberValue } from "./reported.ts";
import { splitValue } from "./split-value.ts";
import { HELD_OUT, splitAt } from "./splits.ts";
import type { Token } from "./tokens.ts";
import { BOUNDS, NEUTRAL, OTHERS, WISHES } from "./wording.ts";

/** A label that names a metric and nothing that it cannot account for: "Test F1 (macro)", "Recall (fraud)". */
export interface MetricLabel {
  readonly metric: MetricMention;
  readonly name: Scalar;
  readonly average: Scalar | null;
  readonly class: Scalar | null;
  readonly split: Scalar | null;
  readonly threshold: Scalar | null;
  readonly beta: Scalar | null;
  readonly percent: boolean;
}

type Draft = {
  -readonly [K in keyof MetricLabel]: MetricLabel[K] | (K extends "metric" | "name" ? null : never);
};

const LONGEST_LABEL = 30;
const THRESHOLD_WORDS = new Set(["threshold", "t", "cutoff", "τ", "thr"]);
const IGNORED_MARKS = new Set([
  ":",
  "=",
  "↑",
  "↓",
  "⬆",
  "⬇",
  "*",
  "-",
  "–",
  "—",
  "|",
  "·",
  "•",
  ",",
  "/",
  "~",
  "≈",
  "%",
]);

/** The label's metric with its qualifiers; null when a word is left over that might narrow or change it. */
export function metricLabel(prose: Prose): MetricLabel | null {
  const draft: Draft = {
    metric: null,
    name: null,
    average: null,
    class: null,
    split: null,
    threshold: null,
    beta: null,
    percent: false,
  };
  const { tokens } = prose;
  if (tokens.length > LONGEST_LABEL) return null;
  for (let index = 0; index < tokens.length; ) {
    const taken = takeBracket(prose, index, draft) || takeOne(prose, index, draft);
    if (taken === 0) return null;
    index += taken;
  }
  const { metric, name } = draft;
  return metric && name ? { ...draft, metric, name } : null;
}

function takeOne(prose: Prose, index: number, draft: Draft): number {
  const { tokens } = prose;
  const token = tokens[index]!;
  if (token.kind === "mark") return takeMark(token, draft);
  return (
    takeMetric(prose, index, draft) ||
    takeAverage(prose, index, draft) ||
    takeSplit(prose, index, draft) ||
    takeClass(prose, index, draft) ||
    takeSetting(prose, index, draft) ||
    (NEUTRAL.at(tokens, index)?.length ?? 0)
  );
}

function takeMark(token: Token, draft: Draft): number {
  if (token.text === "%") draft.percent = true;
  return IGNORED_MARKS.has(token.text) || /\p{Extended_Pictographic}|\ufe0f|\u200d/u.test(token.text) ? 1 : 0;
}

function takeMetric(prose: Prose, index: number, draft: Draft): number {
  const metric = metricAt(prose.tokens, index, prose.text);
  if (!metric || draft.metric) return 0;
  draft.metric = metric;
  draft.name = scalar(metric.name, prose.at(metric.start), metric.name);
  if (metric.average) draft.average = scalar(metric.average, prose.at(prose.tokens[metric.first]!.start));
  return metric.next - metric.first;
}

function takeAverage(prose: Prose, index: number, draft: Draft): number {
  const average = averageAt(prose.tokens, index);
  if (!average || draft.average) return 0;
  const token = prose.tokens[index]!;
  draft.average = scalar(average.means, prose.at(token.start), prose.text.slice(token.start, token.end));
  return average.length;
}

function takeSplit(prose: Prose, index: number, draft: Draft): number {
  const found = splitAt(prose.tokens, index);
  if (!found) return 0;
  if (found.split === HELD_OUT) return found.next - index;
  if (draft.split && draft.split.value !== found.split) return 0;
  draft.split ??= splitValue(prose, found);
  return found.next - index;
}

/** "for class 1", "class spam". */
function takeClass(prose: Prose, index: number, draft: Draft): number {
  const { tokens } = prose;
  const start = tokens[index]?.text === "for" ? index + 1 : index;
  const name = tokens[start + 1];
  if (tokens[start]?.text !== "class" || !name || name.kind === "mark" || !ofAClass(draft)) return 0;
  draft.class = textValue(prose, [name]);
  return start + 2 - index;
}

/** "threshold = 0.35", "@ 0.35", "β = 2". */
function takeSetting(prose: Prose, index: number, draft: Draft): number {
  const { tokens } = prose;
  const start = tokens[index]?.text === "at" || tokens[index]?.text === "@" ? index + 1 : index;
  const isBeta = tokens[start]?.text === "beta" || tokens[start]?.text === "β";
  if (!isBeta && !THRESHOLD_WORDS.has(tokens[start]?.text ?? "")) return 0;
  const at = tokens[start + 1]?.text === "=" || tokens[start + 1]?.text === ":" ? start + 2 : start + 1;
  const number = tokens[at];
  if (number?.kind !== "number") return 0;
  draft[isBeta ? "beta" : "threshold"] = numberValue(prose, number);
  return at + 1 - index;
}

/** A bracket repeats the metric ("(sensitivity)"), qualifies it ("(macro, test)") or names its class. */
function takeBracket(prose: Prose, index: number, draft: Draft): number {
  const open = prose.tokens[index]?.text;
  if (open !== "(" && open !== "[") return 0;
  const close = prose.tokens.findIndex(
    (token, at) => at > index && token.text === (open === "(" ? ")" : "]"),
  );
  if (close < 0) return 0;
  const inside = part(prose, index + 1, close);
  return takeInside(inside, draft) ? close + 1 - index : 0;
}

function takeInside(inside: Prose, draft: Draft): boolean {
  const { tokens } = inside;
  if (WISHES.isAmong(tokens) || OTHERS.isAmong(tokens) || BOUNDS.isAmong(tokens)) return false;
  if (tokens.some((_, index) => metricAt(tokens, index, inside.text) !== null)) return true;
  const trial = { ...draft };
  let index = 0;
  while (index < tokens.length) {
    const taken = takeOne(inside, index, trial);
    if (taken === 0) break;
    index += taken;
  }
  if (index === tokens.length) return Object.assign(draft, trial) !== null;
  return asUnitOrClass(inside, draft);
}

function asUnitOrClass(inside: Prose, draft: Draft): boolean {
  if (draft.metric?.kind === "free") return true;
  const name = trimMarks(inside.tokens);
  if (!ofAClass(draft) || draft.class || name.length === 0 || name.length > 4) return false;
  draft.class = textValue(inside, withoutClassWord(name));
  return draft.class !== null;
}

function withoutClassWord(tokens: readonly Token[]): readonly Token[] {
  if (tokens.length > 1 && tokens[0]?.text === "class") return tokens.slice(1);
  return tokens.length > 1 && tokens.at(-1)?.text === "class" ? tokens.slice(0, -1) : tokens;
}

function ofAClass(draft: Draft): boolean {
  return OF_A_CLASS.test(draft.metric?.name ?? "");
}
