import { scalar } from "../../../documents/build.ts";
import { type ClaimFields, claimOf } from "../claim-entry.ts";
import type { MetricLabel } from "../label.ts";
import { type MetricMention, metricAt } from "../metric-words.ts";
import { type Prose, part } from "../prose.ts";
import { beginsPhrase, isPlausible } from "../reported.ts";
import { namesAnother } from "../self.ts";
import { measuredSplitIn, splitIn } from "../split-value.ts";
import { OTHERS, VERSUS, WISHES } from "../wording.ts";
import { speaksOfTheModel } from "./clause.ts";
import { type Context, inContext } from "./context.ts";
import { type Pair, pairsAt } from "./pairing.ts";
import { sentencesOf, withoutAsides } from "./sentences.ts";
import { readTail } from "./tail.ts";

/** Beyond this it is no sentence, and reading it word by word would not be linear. */
const LONGEST_SENTENCE = 300;

/** The claims in running text. A sentence that cannot be accounted for word by word up to its number claims nothing. */
export function* sentenceClaims(prose: Prose, context: Context): Generator<ClaimFields> {
  let scope = context;
  for (const sentence of sentencesOf(prose)) {
    if (sentence.tokens.length > LONGEST_SENTENCE) continue;
    const claims = claimsIn(withoutAsides(sentence), scope);
    yield* claims;
    const announced = claims.length === 0 ? measuredSplitIn(sentence) : null;
    if (announced) scope = { ...context, split: announced };
  }
}

function claimsIn(sentence: Prose, context: Context): ClaimFields[] {
  const { tokens } = sentence;
  const upTo = tokens.findIndex((_, index) => VERSUS.at(tokens, index) !== null);
  const own = upTo < 0 ? tokens : tokens.slice(0, upTo);
  if (WISHES.isAmong(tokens) || OTHERS.isAmong(own) || namesAnother(context.self, own)) return [];
  const claims = pairs({ ...sentence, tokens: own }, sentence, context);
  const split = measuredSplitIn({ ...sentence, tokens: own });
  return claims.map((claim) => inContext({ ...claim, split: claim.split ?? split }, context));
}

/** Metric after metric: each needs a number, and only words about the whole model before it. */
function pairs(own: Prose, sentence: Prose, context: Context): ClaimFields[] {
  const claims: ClaimFields[] = [];
  let start = 0;
  for (let index = 0; index < own.tokens.length; ) {
    const metric = metricAt(own.tokens, index, own.text);
    if (!metric) {
      index += 1;
      continue;
    }
    const found = pairsAt(own, start, metric);
    index = metric.next;
    if (found.length === 0) continue;
    const read = found.map((pair) => claimFrom(sentence, context, start, pair));
    const told = read.filter((claim) => claim !== null);
    if (told.length < read.length) break;
    claims.push(...told.map(({ fields }) => fields));
    if (told.some(({ last }) => last)) break;
    start = told.at(-1)!.next;
    index = Math.max(start, metric.next);
  }
  return claims;
}

function claimFrom(sentence: Prose, context: Context, start: number, pair: Pair) {
  const { metric } = pair;
  if (!isPlausible(metric.kind, pair.reported) || beginsPhrase(metric.kind, pair.reported, sentence.tokens))
    return null;
  if (!speaksOfTheModel(sentence, start, pair.clauseEnd, context.self)) return null;
  const tail = readTail(sentence, pair.next, metric.name);
  if (!tail) return null;
  const fields = claimOf(labelOf(sentence, metric), pair.reported);
  const split = splitIn(part(sentence, start, pair.next)) ?? tail.split;
  const { threshold, dataset } = tail;
  return {
    fields: { ...fields, split, threshold, dataset, class: tail.class },
    next: tail.next,
    last: tail.compares,
  };
}

function labelOf(prose: Prose, metric: MetricMention): MetricLabel {
  const name = scalar(metric.name, prose.at(metric.start), metric.name);
  const average = metric.average ? scalar(metric.average, prose.at(prose.tokens[metric.first]!.start)) : null;
  return { metric, name, average, class: null, split: null, threshold: null, beta: null, percent: false };
}
