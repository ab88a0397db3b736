import { list, scalar } from "../../documents/build.ts";
import type { List, Scalar } from "../../documents/value.ts";
import type { MetricKind } from "./metric-names.ts";
import type { Prose } from "./prose.ts";
import type { Token } from "./tokens.ts";

/** A number as prose reports it, with the interval and the sample size that stand behind it. */
export interface Reported {
  /** A number, or the text where it is written with a percent sign; `raw` is as written. */
  readonly value: Scalar;
  readonly number: number;
  readonly percent: boolean;
  readonly interval: List | null;
  readonly confidence: Scalar | null;
  readonly n: Scalar | null;
  /** A "±" stands behind it. */
  readonly spread: boolean;
  /** Index of the first token after all of it. */
  readonly next: number;
}

const BOUND_BEFORE = new Set(["<", ">", "≤", "≥", "+", "±", "→", "/", "×", "*", "^"]);
const RANGE_BEHIND = new Set(["-", "–", "—", "−", "→", "/", "~", "to", "…", "÷"]);
const OPENS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
]);
const INTERVAL_WORDS = new Set(["ci", "cri", "confidence", "credible", "interval"]);
const LONGEST_BRACKET = 24;

/** The number at a token. Null for a bound, one end of a range, a change or a ratio: those report no value. */
export function reportedAt(prose: Prose, index: number): Reported | null {
  const { tokens } = prose;
  const token = tokens[index];
  if (token?.kind !== "number" || token.text.startsWith("+")) return null;
  if (BOUND_BEFORE.has(tokens[index - 1]?.text ?? "")) return null;
  if (isRange(tokens, index)) return null;
  const number = numberOf(token);
  const said = wordPercent(tokens, index + 1);
  const after = index + 1 + (said ? 1 : 0);
  const next = afterSpread(tokens, after);
  const behind = attachments(prose, next, number);
  const percent = said || token.text.endsWith("%");
  return { value: numberValue(prose, token), number, percent, spread: next > after, ...behind };
}

export function numberOf(token: Token): number {
  return Number(token.text.replace(/[,\s%٪]/g, "").replace("−", "-"));
}

export function numberValue(prose: Prose, token: Token): Scalar {
  const raw = prose.text.slice(token.start, token.end);
  return scalar(/[%٪]$/.test(raw) ? raw : numberOf(token), prose.at(token.start), raw);
}

/** Could a metric of this kind have this value? A whole number above 1 needs its percent sign to be a share. */
export function isPlausible(
  kind: MetricKind,
  { number, percent, value }: Reported,
  percentUnit = false,
): boolean {
  if (kind === "free") return number >= 0;
  if (percent || percentUnit) return kind === "signed" || number >= 0;
  const whole = !/[.eE]/.test(value.raw);
  if (whole) return number === 0 || number === 1;
  return kind === "signed" ? number <= 100 : number >= 0 && number <= 100;
}

/** "Recall: 1 means all are found": a whole number that begins a phrase measures nothing. */
export function beginsPhrase(kind: MetricKind, { value, next }: Reported, tokens: readonly Token[]): boolean {
  return kind !== "free" && /^[\d,]+$/.test(value.raw) && tokens[next]?.kind === "word";
}

function isRange(tokens: readonly Token[], index: number): boolean {
  const [mark, other] = [tokens[index + 1], tokens[index + 2]];
  return RANGE_BEHIND.has(mark?.text ?? "") && other?.kind === "number";
}

function wordPercent(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === "percent" && tokens[index + 1]?.text !== "points";
}

/** Passes over "± 0.02": a spread of unknown kind is no interval. */
function afterSpread(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.text === "±" && tokens[index + 1]?.kind === "number") return index + 2;
  const spelt =
    tokens[index]?.text === "+" && tokens[index + 1]?.text === "/" && tokens[index + 2]?.kind === "number";
  return spelt ? index + 3 : index;
}

type Attachments = Pick<Reported, "interval" | "confidence" | "n" | "next">;

function attachments(prose: Prose, start: number, number: number): Attachments {
  let read: Attachments = { interval: null, confidence: null, n: null, next: start };
  for (let found = attached(prose, start); found; found = attached(prose, read.next)) {
    const inside = found.tokens;
    const before = read;
    read = {
      interval: read.interval ?? intervalIn(prose, inside, found.square, number),
      confidence: read.confidence ?? confidenceIn(prose, inside),
      n: read.n ?? sizeIn(prose, inside),
      next: found.next,
    };
    if (saysNothing(before, read)) return before;
  }
  return read;
}

/** A bracket about something else stays for those who read what follows. */
function saysNothing(before: Attachments, after: Attachments): boolean {
  return before.interval === after.interval && before.confidence === after.confidence && before.n === after.n;
}

/** What stands behind a number: a bracket, or "95% CI 0.85-0.89" without one. */
function attached(
  prose: Prose,
  start: number,
): { tokens: readonly Token[]; next: number; square: boolean } | null {
  const { tokens } = prose;
  const close = OPENS.get(tokens[start]?.text ?? "");
  if (close) {
    const window = tokens.slice(start + 1, start + 1 + LONGEST_BRACKET);
    const length = window.findLastIndex(
      (token, at) => token.text === close && isOutermost(window, at, close),
    );
    if (length < 0) return null;
    return { tokens: window.slice(0, length), next: start + length + 2, square: close === "]" };
  }
  const from = tokens[start]?.text === "," ? start + 1 : start;
  const level = tokens[from]?.kind === "number" ? from + 1 : from;
  if (!INTERVAL_WORDS.has(tokens[level]?.text ?? "")) return null;
  const window = tokens.slice(from, from + 12);
  const numbers = window.flatMap((token, at) => (token.kind === "number" && at > level - from ? [at] : []));
  const last = numbers[1];
  return last === undefined
    ? null
    : { tokens: window.slice(0, last + 1), next: from + last + 1, square: false };
}

/** The closing bracket that ends the first one: nothing outside it has closed before. */
function isOutermost(window: readonly Token[], at: number, close: string): boolean {
  const open = close === ")" ? "(" : "[";
  let depth = 1;
  for (const token of window.slice(0, at)) {
    if (token.text === open) depth += 1;
    if (token.text === close) depth -= 1;
    if (depth === 0) return false;
  }
  return depth === 1;
}

function intervalIn(prose: Prose, inside: readonly Token[], square: boolean, number: number): List | null {
  const word = inside.findLastIndex((token) => INTERVAL_WORDS.has(token.text));
  const numbers = inside.slice(word + 1).filter((token) => token.kind === "number");
  const bare = word < 0 && square && inside.every((token) => token.kind !== "word" || token.text === "to");
  const [low, high] = numbers;
  if (!low || !high || (word < 0 && !(bare && numbers.length === 2))) return null;
  if (!(numberOf(low) <= number && number <= numberOf(high))) return null;
  const ends = [low, high].map((end) =>
    scalar(numberOf(end), prose.at(end.start), prose.text.slice(end.start, end.end)),
  );
  return list(ends, prose.at(low.start));
}

function confidenceIn(prose: Prose, inside: readonly Token[]): Scalar | null {
  const word = inside.findIndex((token) => INTERVAL_WORDS.has(token.text));
  const level = inside[word - 1];
  if (word < 1 || level?.kind !== "number") return null;
  const share = level.text.endsWith("%") || numberOf(level) > 1 ? numberOf(level) / 100 : numberOf(level);
  if (!(share > 0 && share < 1)) return null;
  return scalar(share, prose.at(level.start), prose.text.slice(level.start, level.end));
}

/** "n = 1,204". */
function sizeIn(prose: Prose, inside: readonly Token[]): Scalar | null {
  const at = inside.findIndex((token, i) => token.text === "n" && inside[i + 1]?.text === "=");
  const size = inside[at + 2];
  if (at < 0 || size?.kind !== "number" || !/^[\d,]+$/.test(size.text)) return null;
  return numberValue(prose, size);
}
