import { scalar } from "../../../documents/build.ts";
import { type ClaimFields, claimOf } from "../claim-entry.ts";
import type { MetricLabel } from "../label.ts";
import { type MetricMention, metricAt } from "../metric-words.ts";
import { type Prose, part } from "../prose.ts";
import { beginsPhrase, isPlausible } from "../reported.ts";
import { namesAnother } from "../self.ts";
import { measuredSplitIn, statedSplitIn } from "../split-value.ts";
import { OTHERS, VERSUS, WISHES } from "../wording.ts";
import { speaksOfTheModel } from "./clause.ts";
import { type Context, inContext } from "./context.ts";
import { numberNear } from "./near.ts";
import { type Pair, pairsAt } from "./pairing.ts";
import { sentencesOf, withoutAsides } from "./sentences.ts";
import { readTail } from "./tail.ts";

/** Beyond this it is no sentence, and reading it word by word would not be linear: its numbers are only told of. */
const LONGEST_SENTENCE = 300;

/** The claims in running text. A number whose sentence cannot be accounted for word by word up to it is told of, unread. */
export function* sentenceClaims(prose: Prose, context: Context): Generator<ClaimFields> {
  let scope = context;
  for (const sentence of sentencesOf(prose)) {
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

/**
 * Metric after metric: each needs a number, and only words about the whole model before it. From the first that
 * cannot be accounted for, the rest of the sentence may be about the same narrower thing, and is not read.
 */
function pairs(own: Prose, sentence: Prose, context: Context): ClaimFields[] {
  const claims: ClaimFields[] = [];
  let start = 0;
  let lost = own.tokens.length > LONGEST_SENTENCE;
  for (let index = 0; index < own.tokens.length; ) {
    const metric = metricAt(own.tokens, index, own.text);
    if (!metric) {
      index += 1;
      continue;
    }
    index = metric.next;
    const read = lost
      ? []
      : pairsAt(own, start, metric).map((pair) => claimFrom(sentence, context, start, pair));
    const told = read.filter((claim) => claim !== null);
    lost ||= told.length < read.length;
    if (!lost && told.length > 0) {
      claims.push(...told.map(({ fields }) => fields));
      if (told.some(({ last }) => last)) break;
      start = told.at(-1)!.next;
      index = Math.max(start, metric.next);
      continue;
    }
    const near = numberNear(sentence, own.tokens.length, start, metric);
    if (!near) continue;
    claims.push(unreadClaim(sentence, near));
    start = Math.max(near.next, metric.next);
    index = start;
  }
  return claims;
}

function unreadClaim(sentence: Prose, { metric, reported }: Pair): ClaimFields {
  const { at, raw } = reported.value;
  return { ...claimOf(labelOf(sentence, metric), reported), unread: scalar(true, at, raw) };
}

function claimFrom(sentence: Prose, context: Context, start: number, pair: Pair) {
  const { metric } = pair;
  if (!isPlausible(metric.kind, pair.reported) || beginsPhrase(metric.kind, pair.reported, sentence.tokens))
    return null;
  if (!speaksOfTheModel(sentence, start, pair.clauseEnd, context.self)) return null;
  const tail = readTail(sentence, pair.next, metric.name);
  if (!tail) return null;
  const fields = claimOf(labelOf(sentence, metric), pair.reported);
  const split = statedSplitIn(part(sentence, start, pair.next)) ?? tail.split;
  const { threshold, dataset } = tail;
  return {
    fields: { ...fields, split, threshold, dataset, class: tail.class, n: fields.n ?? tail.n },
    next: tail.next,
    last: tail.compares,
  };
}

function labelOf(prose: Prose, metric: MetricMention): MetricLabel {
  const name = scalar(metric.name, prose.at(metric.start), metric.name);
  const average = metric.average ? scalar(metric.average, prose.at(prose.tokens[metric.first]!.start)) : null;
  return { metric, name, average, class: null, split: null, threshold: null, beta: null, percent: false };
}
