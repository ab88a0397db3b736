import { scalar } from "../../documents/build.ts";
import type { Scalar } from "../../documents/value.ts";
import type { Prose } from "./prose.ts";
import { onlySplit, type SplitMention } from "./splits.ts";

/** A split as a value: its name, and the words it was written in. */
export function splitValue(prose: Prose, { split, first, next }: SplitMention): Scalar {
  const [from, to] = [prose.tokens[first]!, prose.tokens[next - 1]!];
  return scalar(split, prose.at(from.start), prose.text.slice(from.start, to.end));
}

/** The one split that the prose names, or null. */
export function splitIn(prose: Prose): Scalar | null {
  const found = onlySplit(prose.tokens);
  return found ? splitValue(prose, found) : null;
}

/** The same, where "trained on the training set" tells of the training and not of the numbers. */
export function measuredSplitIn(prose: Prose): Scalar | null {
  const split = splitIn(prose);
  const trains = prose.tokens.some(({ text }) => /^(trained|fitted|fit|learned|learnt)$/.test(text));
  return trains && split?.value === "train" ? null : split;
}
