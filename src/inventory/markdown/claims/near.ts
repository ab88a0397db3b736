import { type MetricMention, metricAt } from "../metric-words.ts";
import { phrases } from "../phrases.ts";
import type { Prose } from "../prose.ts";
import { isPlausible, type Reported, reportedAt } from "../reported.ts";
import type { Token } from "../tokens.ts";
import { BOUNDS, LINKS } from "../wording.ts";
import type { Pair } from "./pairing.ts";
import { isExplained } from "./tail.ts";

/** Words that a number may stand behind its metric's name and still be near it. */
const REACH = 8;

/** A number behind one of these is a setting, a version or a limit. */
const SETTINGS = phrases(`
threshold, thresholds, cutoff, cut off, tau, alpha, beta, gamma, lambda, epsilon, weight, weights, learning rate, lr, dropout, temperature,
tolerance, margin, version, release, p value, p, seed, epoch, epochs, step, steps, fold, folds, batch size, percentile, quantile, level,
python, sklearn, scikit learn, section, figure, fig, table, chapter, equation
`);
const NO_SCORE_BEHIND = phrases(
  "confidence, ci, interval, intervals, credible, of, epoch, epochs, seconds, ms, percentile, quantile",
);

const RANGE_MARKS = /^(?:[-–—−→/~…÷]|to)$/;

/** A number that a reader may take for the metric's own, found by where it stands alone; null in ordinary prose. */
export function numberNear(sentence: Prose, end: number, start: number, metric: MetricMention): Pair | null {
  const before = metric.first - 1;
  if (before >= start && isScore(sentence, before, metric, true)) return pairOf(sentence, before, metric);
  let linked = true;
  for (let at = metric.next; at < Math.min(metric.next + REACH, end); at += 1) {
    const token = sentence.tokens[at]!;
    if (token.text === ";" || metricAt(sentence.tokens, at, sentence.text)) return null;
    if (SETTINGS.at(sentence.tokens, at)) return null;
    if (isScore(sentence, at, metric, linked)) return pairOf(sentence, at, metric);
    linked &&= token.kind === "mark" || LINKS.at(sentence.tokens, at) !== null;
  }
  return null;
}

function isScore(sentence: Prose, at: number, metric: MetricMention, linked: boolean): boolean {
  const { tokens } = sentence;
  const reported = isEndOfRange(tokens, at) ? null : reportedAt(sentence, at);
  if (!reported || !isPlausible(metric.kind, reported) || !isMeasure(reported, tokens[at]!, linked))
    return false;
  if (BOUNDS.at(tokens, reported.next) || NO_SCORE_BEHIND.at(tokens, at + 1)) return false;
  return !isExplained(sentence, Math.max(reported.next, metric.next));
}

/** "0.87-0.89" reports no one number. */
function isEndOfRange(tokens: readonly Token[], at: number): boolean {
  return RANGE_MARKS.test(tokens[at - 1]?.text ?? "") && tokens[at - 2]?.kind === "number";
}

/** Counts and years are whole; farther away, a score has decimals below one, or a percent sign. */
function isMeasure({ number, percent }: Reported, { text }: Token, linked: boolean): boolean {
  if (percent) return true;
  return text.includes(".") && (linked || Math.abs(number) <= 1);
}

function pairOf(sentence: Prose, at: number, metric: MetricMention): Pair {
  const reported = reportedAt(sentence, at)!;
  return { metric, reported, clauseEnd: at, next: reported.next };
}
