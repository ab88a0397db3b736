import { Phrases } from "./phrases.ts";
import { type Token, tokenize } from "./tokens.ts";

/** What was kept from training, by whatever name: a table may call a split so, a sentence only says that it was. */
export const HELD_OUT = "held-out";

/** Only the unmistakable is renamed; everything else stays the author's word. */
const SPLITS = new Phrases<string>([
  ...named(
    "test",
    "test, testing, tests, test set, testset, test split, test data, test dataset, testing set, testing data",
  ),
  ...named("test", "held out test, holdout test, hold out test, unseen test, frozen test, heldout test"),
  ...named("holdout", "holdout, hold out, holdout set, hold out set, holdout data, hold out data"),
  ...named(HELD_OUT, "held out, heldout, held out set, held out data"),
  ...named(
    "validation",
    "validation, val, valid, dev, validation set, val set, dev set, validation split, dev split",
  ),
  ...named("train", "train, training, train set, training set, training split, train split, trainset"),
  ...named(
    "cross-validation",
    "cross validation, crossvalidation, cross validated, cv, fold, folds, k fold, kfold, oof, out of fold",
  ),
  ...named("evaluation", "evaluation set, eval set, evaluation split, evaluation dataset"),
  ...named("out-of-time", "out of time, oot"),
  ...named(
    "external",
    "external validation, external test, external cohort, external validation set, external test set",
  ),
]);

const FOLDS = /^\d+-folds?$/;

function named(split: string, words: string): [string, string][] {
  return words.split(",").map((word) => [word.trim(), split]);
}

export interface SplitMention {
  readonly split: string;
  /** Token index of its first word, and of the first after it. */
  readonly first: number;
  readonly next: number;
}

export function splitAt(tokens: readonly Token[], index: number): SplitMention | null {
  const found = SPLITS.at(tokens, index);
  if (found) return { split: found.means, first: index, next: index + found.length };
  const folds = FOLDS.test(tokens[index]?.text ?? "");
  return folds ? { split: "cross-validation", first: index, next: index + 1 } : null;
}

export function findSplits(tokens: readonly Token[]): SplitMention[] {
  const found: SplitMention[] = [];
  for (let index = 0; index < tokens.length; ) {
    const mention = splitAt(tokens, index);
    if (mention) found.push(mention);
    index = mention?.next ?? index + 1;
  }
  return found;
}

/** The one split that these words name; null where they name none, or several. */
export function onlySplit(tokens: readonly Token[]): SplitMention | null {
  const found = findSplits(tokens);
  const crossValidated = found.find(({ split }) => split === "cross-validation");
  if (crossValidated) return crossValidated;
  const named = found.filter(({ split }) => split !== HELD_OUT);
  const [first] = named.length > 0 ? named : found;
  const isOne = first && named.every(({ split }) => split === first.split);
  const contradicts = first?.split === "train" && named.length < found.length;
  return isOne && !contradicts ? first : null;
}

/** The name of a split that a table or a key gives. */
export function titleOf({ split }: SplitMention): string {
  return split === HELD_OUT ? "holdout" : split;
}

/** A split's name as a card's field gives it: renamed where the whole of it is one of the known words. */
export function splitName(text: string): string {
  const tokens = tokenize(text);
  const found = splitAt(tokens, 0);
  return found && found.next === tokens.length ? titleOf(found) : text;
}
