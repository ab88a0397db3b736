import { metricAt } from "../metric-words.ts";
import { type Prose, part } from "../prose.ts";
import type { Token } from "../tokens.ts";
import { OTHERS, VERSUS, WISHES } from "../wording.ts";

const ABBREVIATIONS = new Set(["vs", "e", "g", "i", "approx", "ca", "al", "fig", "no", "resp", "incl"]);

/** Statements, by full stops with a space behind; a line that starts with a metric's name starts one too. */
export function* sentencesOf(prose: Prose): Generator<Prose> {
  let first = 0;
  for (let index = 0; index < prose.tokens.length; index += 1) {
    if (!endsSentence(prose, index)) continue;
    const asks = prose.tokens[index]!.text === "?";
    if (index > first && !asks) yield part(prose, first, index);
    first = index + 1;
  }
  if (first < prose.tokens.length) yield part(prose, first);
}

function endsSentence({ tokens, text }: Prose, index: number): boolean {
  const [token, next] = [tokens[index]!, tokens[index + 1]];
  if (token.kind !== "mark") return false;
  if (token.text === "\n") return next !== undefined && startsLine(tokens, index + 1, text);
  if (token.text === "|" || token.text === "·" || token.text === "•") return true;
  if (!/[.!?]/.test(token.text)) return false;
  const abbreviated = token.text === "." && ABBREVIATIONS.has(tokens[index - 1]?.text ?? "");
  return !abbreviated && (next === undefined || next.start > token.end);
}

/** "Recall: 0.71" on a line of its own. */
function startsLine(tokens: readonly Token[], index: number, text: string): boolean {
  const metric = metricAt(tokens, index, text);
  return metric !== null && /^[:=|]$/.test(tokens[metric.next]?.text ?? "");
}

/** The sentence without brackets about something else: "0.93 (baseline 0.88)", "0.71 (target: 0.8)". */
export function withoutAsides(sentence: Prose): Prose {
  const { tokens } = sentence;
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const close = tokens[index]!.text === "(" ? closing(tokens, index) : -1;
    if (close > 0 && tokens[index - 1]?.kind === "number" && isAside(tokens.slice(index, close)))
      index = close + 1;
    else kept.push(tokens[index++]!);
  }
  return { ...sentence, tokens: kept };
}

function isAside(inside: readonly Token[]): boolean {
  const numbered = inside.some((token) => token.kind === "number");
  const saysWas = inside[1]?.text === "was";
  return numbered && (saysWas || OTHERS.isAmong(inside) || VERSUS.isAmong(inside) || WISHES.isAmong(inside));
}

const LONGEST_ASIDE = 30;

function closing(tokens: readonly Token[], open: number): number {
  for (let index = open + 1; index < Math.min(open + LONGEST_ASIDE, tokens.length); index += 1) {
    if (tokens[index]!.text === ")") return index;
  }
  return -1;
}
