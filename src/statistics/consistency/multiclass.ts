import { averageLaws } from "./average-laws.ts";
import type { ClassFacts, Sizes } from "./class-facts.ts";
import { feasibilityOf, unlessPossible } from "./confusion/feasibility.ts";
import type { Steps } from "./confusion/staircase.ts";
import { fLaws } from "./f-law.ts";
import { cannotTell, type Finding, impossible, possible } from "./finding.ts";
import { shareOfRows } from "./grim.ts";
import { predictionsTotal } from "./predictions-total.ts";
import { isOfClasses, isUnsettled, quantityOf } from "./quantity.ts";
import { contradiction } from "./relation.ts";
import { listed } from "./reported.ts";
import type { Resolved } from "./resolved.ts";
import { isCount, shareCounts } from "./whole-count.ts";
import { common, isEmpty } from "./window.ts";

/** What is known of the rows that multiclass numbers are of, each of one class. */
export interface MulticlassFacts {
  readonly task: "multiclass";
  /** Rows; null when not known. */
  readonly n: number | null;
  /** Every class that occurs among labels or decisions; null when not all are known. */
  readonly classes: readonly ClassFacts[] | null;
}

/**
 * Each class against the rest as a binary confusion matrix, averages against their classes, and the totals.
 * That all of it is possible does not prove one K×K matrix; the single laws are exact, their sum is not.
 */
export function multiclassFindings(
  facts: MulticlassFacts,
  reported: readonly Resolved[],
  steps: Steps,
): Finding[] {
  const unsettled = reported.filter(isUnsettled);
  const all = reported.filter((one) => !isUnsettled(one));
  const sizes = sizesOf(facts);
  const total = sizes === null ? null : sizes.reduce((sum, { n }) => sum + n, 0);
  const n = facts.n ?? total;
  const which = "say which class it is of, or which average (macro, micro, weighted)";
  const findings: Finding[] = [
    ...unsettled.map((one) =>
      cannotTell([one.reported], `${one.reported.metric} of several classes: ${which}`),
    ),
    ...contradiction(all),
    ...fLaws(all),
    ...averageLaws(facts.classes, sizes, all),
  ];
  if (n === null || !isCount(n) || n === 0) return findings;
  if (total !== null && total !== n) {
    const because = `the classes have ${total} rows, not ${n}`;
    return [...findings, impossible([], because)];
  }
  findings.push(...accuracies(all, n), ...eachClass(facts, all, n, steps));
  return sizes === null ? findings : [...findings, ...predictionsTotal(sizes, n, all)];
}

function sizesOf({ classes }: MulticlassFacts): Sizes | null {
  const known = (classes ?? []).flatMap(({ name, n }) => (n !== null && isCount(n) ? [{ name, n }] : []));
  return classes !== null && known.length === classes.length && known.length > 0 ? known : null;
}

/** Each as a share of the rows, and if all of them can be one, all of them as the same share. */
function accuracies(all: readonly Resolved[], n: number): Finding[] {
  const group = all.filter((one) => quantityOf(one) === "accuracy");
  const about = group.map(({ reported }) => reported);
  const alone = about.map((one) => shareOfRows(one, n));
  if (group.length < 2 || alone.some(({ kind }) => kind === "impossible")) return alone;
  const shared = group.map(({ window }) => window).reduce(common);
  if (isEmpty(shared) || !isEmpty(shareCounts(shared, n))) return alone;
  return [impossible(about, `${listed(about)} are one share, and no share of ${n} rows is all of them`)];
}

/** The steps of the search are one purse for all classes. */
function eachClass(
  { classes }: MulticlassFacts,
  all: readonly Resolved[],
  n: number,
  steps: Steps,
): Finding[] {
  const sizes = new Map(classes?.map((one) => [one.name, one.n]));
  const groups = new Map<string, Resolved[]>();
  for (const one of all) {
    if (one.ofClass === null || !isOfClasses(one)) continue;
    const group = groups.get(one.ofClass);
    if (group) group.push(one);
    else groups.set(one.ofClass, [one]);
  }
  return [...groups].map(([name, group]) => {
    const about = group.map(({ reported }) => reported);
    const alone = group.map((one) => ({ ...one, ofClass: null }));
    const answer = feasibilityOf({ n, positives: sizes.get(name) ?? null, classes: null }, alone, steps);
    return answer.kind === "possible"
      ? possible(about, `one class of ${n} rows against the others can give ${listed(about)}`)
      : unlessPossible(answer, about);
  });
}
