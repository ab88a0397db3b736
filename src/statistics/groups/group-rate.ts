import { shownClass } from "../classes.ts";
import { wilsonInterval } from "../intervals/wilson.ts";
import type { Outcome } from "../outcome.ts";
import { checkConfidence } from "../proportions/confidence.ts";
import type { Proportion } from "../proportions/proportion.ts";
import { checkGroup, type GroupCounts } from "./group-counts.ts";

/** A rate that is compared between groups, named as Fairlearn names it. */
export type GroupRate = keyof typeof RATES;

type Truth = NonNullable<GroupCounts["truth"]>;

interface Rate {
  /** What its trials are, as messages say it. */
  readonly among: string;
  readonly of: (group: GroupCounts) => Proportion | null;
}

const RATES = {
  selection_rate: {
    among: "rows",
    of: ({ decided, rows }: GroupCounts) => ({ successes: decided, trials: rows }),
  },
  base_rate: ofTruth("rows", ({ positives }, { rows }) => [positives, rows]),
  true_positive_rate: ofTruth("truly positive rows", (truth) => [truth.truePositives, truth.positives]),
  false_negative_rate: ofTruth("truly positive rows", ({ positives, truePositives }) => [
    positives - truePositives,
    positives,
  ]),
  false_positive_rate: ofTruth("truly negative rows", ({ positives, truePositives }, { decided, rows }) => [
    decided - truePositives,
    rows - positives,
  ]),
  true_negative_rate: ofTruth("truly negative rows", ({ positives, truePositives }, { decided, rows }) => [
    rows - positives - (decided - truePositives),
    rows - positives,
  ]),
  precision: ofTruth("rows decided positive", ({ truePositives }, { decided }) => [truePositives, decided]),
  negative_predictive_value: ofTruth(
    "rows decided negative",
    ({ positives, truePositives }, { decided, rows }) => [
      rows - decided - (positives - truePositives),
      rows - decided,
    ],
  ),
  accuracy: ofTruth("rows", ({ positives, truePositives }, { decided, rows }) => [
    rows - positives - decided + 2 * truePositives,
    rows,
  ]),
} satisfies Record<string, Rate>;

function ofTruth(
  among: string,
  counts: (truth: Truth, group: GroupCounts) => readonly [successes: number, trials: number],
): Rate {
  return {
    among,
    of: (group) => {
      if (group.truth === null) return null;
      const [successes, trials] = counts(group.truth, group);
      return { successes, trials };
    },
  };
}

/** The rate's successes and trials in a group, of which there may be none; the reason when truth is not known. */
export function proportionIn(group: GroupCounts, rate: GroupRate): Proportion | string {
  checkGroup(group);
  const proportion = RATES[rate].of(group);
  return proportion ?? `the true classes of group ${shownClass(group.name)} are not known`;
}

/** The rate's successes and trials in a group, or the reason when it has no trials. */
export function rateIn(group: GroupCounts, rate: GroupRate): Proportion | string {
  const proportion = proportionIn(group, rate);
  if (typeof proportion === "string") return proportion;
  return proportion.trials === 0 ? `group ${shownClass(group.name)} has no ${RATES[rate].among}` : proportion;
}

/** What the trials of a rate are: "truly positive rows". */
export function trialsOf(rate: GroupRate): string {
  return RATES[rate].among;
}

/** The rate of one group with Wilson's interval. */
export function groupRate(group: GroupCounts, rate: GroupRate, confidence: number): Outcome {
  checkConfidence(confidence);
  const proportion = rateIn(group, rate);
  if (typeof proportion === "string") return { kind: "undefined", reason: proportion, n: group.rows };
  const { successes, trials } = proportion;
  return {
    kind: "value",
    value: successes / trials,
    n: group.rows,
    interval: wilsonInterval(successes, trials, confidence),
  };
}
