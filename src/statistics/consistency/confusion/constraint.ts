import type { Reported } from "../reported.ts";
import type { Resolved } from "../resolved.ts";
import { snapped } from "../whole-count.ts";
import type { Window } from "../window.ts";
import {
  accuracy,
  balancedAccuracy,
  balancedAccuracyOfAny,
  fbeta,
  jaccard,
  kappa,
  macro,
  matthews,
  meanOfBoth,
  negativePredictiveValue,
  noFalseNegatives,
  noFalsePositives,
  ofNegatives,
  precision,
  prevalence,
  recall,
  type Score,
  specificity,
  weighted,
  zeroWhenNone,
} from "./score.ts";

/**
 * How a score's range over a range of prevalences is had: from its two ends ("ends": monotone in the
 * prevalence for given recall and specificity), from the extremes of the four cells ("cells": rises with TP
 * and TN, falls with FP and FN), from the odds (kappa, which is neither), or not at all ("none").
 */
export type Spread = "ends" | "cells" | "odds" | "none";

/** One reported number as bounds on a score of the matrix. */
export interface Constraint extends Window {
  readonly reported: Reported;
  readonly score: Score;
  /** The score as a tool writes it that puts 0 for 0/0. */
  readonly written: Score;
  /** The same where a tool averages over both classes though the data have one. */
  readonly filled: Score;
  readonly spread: Spread;
}

interface Scored {
  readonly score: Score;
  readonly spread: Spread;
  readonly written?: Score;
  readonly filled?: Score;
  readonly negated?: true;
}

const PLAIN: ReadonlyMap<string, Scored> = new Map<string, Scored>([
  ["accuracy", { score: accuracy, spread: "ends" }],
  ["balanced_accuracy", { score: balancedAccuracy, spread: "ends", written: balancedAccuracyOfAny }],
  ["matthews_corrcoef", { score: matthews, spread: "cells" }],
  ["cohen_kappa", { score: kappa, spread: "odds" }],
  ["specificity", { score: specificity, spread: "ends" }],
  ["negative_predictive_value", { score: negativePredictiveValue, spread: "ends" }],
  ["false_positive_rate", { score: noFalsePositives, spread: "ends", negated: true }],
  ["false_negative_rate", { score: noFalseNegatives, spread: "ends", negated: true }],
  ["prevalence", { score: prevalence, spread: "ends" }],
]);

const OF_A_CLASS: ReadonlyMap<string, Score> = new Map([
  ["precision", precision],
  ["recall", recall],
  ["jaccard", jaccard],
]);

/**
 * The bounds that a reported number puts on a matrix of n rows, or null when its metric is no function of one.
 * @param classes the names of the negative and the positive class, where known
 */
export function constraintOf(
  resolved: Resolved,
  n: number,
  classes: readonly [string, string] | null,
): Constraint | null {
  const scored = scoredAs(resolved, classes);
  if (scored === null) return null;
  const { score, spread, negated } = scored;
  const { low, high } = resolved.window;
  const turned = negated ? { low: -high, high: -low } : { low, high };
  return {
    reported: resolved.reported,
    score,
    written: zeroWhenNone(scored.written ?? score),
    filled: zeroWhenNone(scored.filled ?? scored.written ?? score),
    spread,
    ...(score === accuracy || score === prevalence ? snapped(turned, n) : turned),
  };
}

function scoredAs(resolved: Resolved, classes: readonly [string, string] | null): Scored | null {
  const { name, average, ofClass, beta } = resolved;
  const plain = PLAIN.get(name);
  if (plain) return average === null && ofClass === null ? plain : null;
  const score = beta === null ? OF_A_CLASS.get(name) : fbeta(beta);
  if (score === undefined || (average !== null && ofClass !== null)) return null;
  const filled = zeroWhenNone(score);
  switch (average) {
    case "macro":
      return { score: macro(score), written: macro(filled), filled: meanOfBoth(filled), spread: "cells" };
    case "weighted":
      return { score: weighted(score), written: weighted(filled), spread: "none" };
    case "micro":
      return name === "jaccard" ? null : { score: accuracy, spread: "ends" };
    case "samples":
      return null;
    case null:
      if (ofClass === null || ofClass === classes?.[1]) return { score, spread: "ends" };
      return ofClass === classes?.[0] ? { score: ofNegatives(score), spread: "ends" } : null;
  }
}
