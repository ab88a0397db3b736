import type { Dossier } from "../../case/dossier.ts";
import { STEPS } from "../../statistics/consistency/confusion/feasibility.ts";
import type { Steps } from "../../statistics/consistency/confusion/staircase.ts";
import { consistencyOf, type Facts } from "../../statistics/consistency/consistency.ts";
import type { Finding } from "../../statistics/consistency/finding.ts";
import { isUnsettled } from "../../statistics/consistency/quantity.ts";
import { contradiction } from "../../statistics/consistency/relation.ts";
import type { Reported } from "../../statistics/consistency/reported.ts";
import type { BoundTask } from "../../statistics/consistency/resolved.ts";
import { resolve } from "../../statistics/consistency/resolved.ts";
import { isEmpty } from "../../statistics/consistency/window.ts";
import { factsOf } from "./facts.ts";
import { bySameDecisions, type SameRows } from "./group.ts";
import type { StatedNumber } from "./stated-number.ts";

/** What can be said of numbers of the same rows and decisions. */
export interface Consistency {
  readonly rows: SameRows;
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  /** Pairs of numbers that one quantity cannot both have; the card does not say what sets them apart. */
  readonly twice: readonly Finding[];
  /** There were too many possibilities, or too many numbers, to go through. */
  readonly isUnanswered: boolean;
  readonly numberOf: ReadonlyMap<Reported, StatedNumber>;
}

/** More numbers of one confusion matrix than its search takes. */
const MOST_NUMBERS = 64;
/** Metrics that count rows: what they say is a fact for the others. */
const COUNTS: ReadonlySet<string> = new Set(["support", "confusion_matrix"]);

/** @param steps of the whole model: a group may take as many as one search does. */
export function consistencies(
  rows: SameRows,
  task: BoundTask,
  dossier: Dossier,
  steps: Steps,
): Consistency[] {
  return bySameDecisions(rows.numbers).flatMap((numbers) => {
    const numberOf = new Map(
      numbers.flatMap((one) => (COUNTS.has(one.reported.metric) ? [] : [[one.reported, one] as const])),
    );
    const reported = [...numberOf.keys()];
    if (reported.length === 0) return [];
    const twice = givenTwice(reported, task);
    const mixed = new Set(twice.flatMap(({ about }) => about));
    const facts = factsOf(rows, reported, task, dossier);
    const purse = { left: Math.min(steps.left, STEPS) };
    const before = purse.left;
    const findings = consistencyOf(
      facts,
      reported.filter((one) => !mixed.has(one)),
      purse,
    );
    steps.left -= before - purse.left;
    const isUnanswered = purse.left < 0 || (task === "binary" && reported.length > MOST_NUMBERS);
    return [{ rows, facts, findings, twice, isUnanswered, numberOf }];
  });
}

function givenTwice(reported: readonly Reported[], task: BoundTask): Finding[] {
  const resolved = reported.flatMap((one) => {
    const found = resolve(one, task);
    if (typeof found === "string" || isEmpty(found.window)) return [];
    return task === "multiclass" && isUnsettled(found) ? [] : [found];
  });
  return contradiction(resolved);
}
