import { scalar } from "../../documents/build.ts";
import type { Scalar } from "../../documents/value.ts";
import type { Prose } from "./prose.ts";
import { HELD_OUT, onlySplit, type SplitMention, titleOf } from "./splits.ts";

/** A split as a value: its name, and the words it was written in. */
export function splitValue(prose: Prose, mention: SplitMention): Scalar {
  const [from, to] = [prose.tokens[mention.first]!, prose.tokens[mention.next - 1]!];
  return scalar(titleOf(mention), prose.at(from.start), prose.text.slice(from.start, to.end));
}

/** The one split that the prose names, or null. */
export function splitIn(prose: Prose): Scalar | null {
  const found = onlySplit(prose.tokens);
  return found ? splitValue(prose, found) : null;
}

/** The same in a sentence, where "held-out" tells that the rows were kept from training, and not which they are. */
export function statedSplitIn(prose: Prose): Scalar | null {
  const found = onlySplit(prose.tokens);
  return found && found.split !== HELD_OUT ? splitValue(prose, found) : null;
}

/** The same, where "trained on the training set" tells of the training and not of the numbers. */
export function measuredSplitIn(prose: Prose): Scalar | null {
  const split = statedSplitIn(prose);
  const trains = prose.tokens.some(({ text }) => /^(trained|fitted|fit|learned|learnt)$/.test(text));
  return trains && split?.value === "train" ? null : split;
}
