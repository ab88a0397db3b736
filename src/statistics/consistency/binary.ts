import { areaAtPoint, areaOfPairs } from "./area.ts";
import { BINARY_IDENTITIES } from "./binary-identities.ts";
import { constraintOf } from "./confusion/constraint.ts";
import { feasibilityOf, unlessPossible } from "./confusion/feasibility.ts";
import type { Steps } from "./confusion/staircase.ts";
import { fLaws } from "./f-law.ts";
import type { Finding } from "./finding.ts";
import { identityFindings } from "./identity.ts";
import { firstBy } from "./quantity.ts";
import { contradiction } from "./relation.ts";
import { listed } from "./reported.ts";
import type { Resolved } from "./resolved.ts";
import { isCount } from "./whole-count.ts";

/** What is known of the rows that binary numbers are of. */
export interface BinaryFacts {
  readonly task: "binary";
  /** Rows; null when not known. */
  readonly n: number | null;
  /** Rows of the positive class; null when not known. */
  readonly positives: number | null;
  /** The names of the negative and the positive class, for numbers that name theirs. */
  readonly classes: readonly [negative: string, positive: string] | null;
  /** Every decision is "score ≥ one threshold" of the very score that the areas are of. */
  readonly decidedByScore: boolean;
}

/**
 * Laws without rows first, for they say most; then all numbers that break none together, as one confusion
 * matrix of the n rows. Where that is answered, the laws that hold need no word: it contains them.
 */
export function binaryFindings(facts: BinaryFacts, resolved: readonly Resolved[], steps: Steps): Finding[] {
  const all = resolved.map((one) => (one.ofClass === facts.classes?.[1] ? { ...one, ofClass: null } : one));
  const named = namesOf(all, facts.classes);
  const areas = [...areaAtPoint(named, facts.decidedByScore), ...areaFindings(facts, named.get("roc_auc"))];
  const laws = [...contradiction(all), ...fLaws(all), ...identityFindings(BINARY_IDENTITIES, named)];
  const broken = laws.filter(({ kind }) => kind === "impossible");
  const accused = new Set(broken.flatMap(({ about }) => about));
  const together = jointFindings(
    facts,
    all.filter(({ reported }) => !accused.has(reported)),
    steps,
  );
  const isSettled = together.some(({ kind }) => kind !== "cannot-tell");
  return [...(isSettled ? broken : laws), ...together, ...areas];
}

function jointFindings(facts: BinaryFacts, all: readonly Resolved[], steps: Steps): Finding[] {
  const { n, positives, classes } = facts;
  if (n === null) return [];
  const joint = all.filter((one) => constraintOf(one, n, classes) !== null);
  if (joint.length === 0) return [];
  const about = joint.map(({ reported }) => reported);
  const answer = feasibilityOf({ n, positives, classes }, joint, steps);
  if (answer.kind !== "possible") return [unlessPossible(answer, about)];
  const because = `${n} rows can give ${listed(about)}`;
  return [{ kind: "possible", about, because, example: answer.example }];
}

function areaFindings({ n, positives }: BinaryFacts, area: Resolved | undefined): Finding[] {
  if (!area || n === null || positives === null || !isCount(n) || !isCount(positives) || positives > n)
    return [];
  return [areaOfPairs(area, positives, n - positives)];
}

const OF_NEGATIVES: ReadonlyMap<string, string> = new Map([
  ["recall", "specificity"],
  ["precision", "negative_predictive_value"],
]);

/** Each number by its textbook name: recall of the negative class is specificity. */
function namesOf(
  all: readonly Resolved[],
  classes: BinaryFacts["classes"],
): ReadonlyMap<string | undefined, Resolved> {
  return firstBy(all, ({ name, average, ofClass, beta }) => {
    if (average !== null) return undefined;
    if (ofClass === null) return beta === null ? name : `${name} ${beta}`;
    return ofClass === classes?.[0] ? OF_NEGATIVES.get(name) : undefined;
  });
}
