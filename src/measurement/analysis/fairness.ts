import { countsRows } from "../../statistics/frequency.ts";
import { type DisparateImpact, disparateImpact } from "../../statistics/groups/disparate-impact.ts";
import type { Contrast, Disparity } from "../../statistics/groups/disparity.ts";
import { fromOverall, type RateFromOverall } from "../../statistics/groups/from-overall.ts";
import type { GroupCounts } from "../../statistics/groups/group-counts.ts";
import type { GroupRate } from "../../statistics/groups/group-rate.ts";
import { type Parity, parityDifference, parityRatio } from "../../statistics/groups/parity.ts";
import { type SmallGroup, smallGroups } from "../../statistics/groups/small-groups.ts";
import type { BinarySample } from "../../statistics/sample.ts";
import { SMALLEST_SLICE } from "../settle.ts";
import { countsOf } from "./group-counts.ts";
import type { Group } from "./groups.ts";
import { type Told, told } from "./told.ts";

/** A group is small when a rate of it is not known to within this, to either side. */
const HALF_WIDTH = 0.1;
const PARITIES = ["demographic_parity", "equal_opportunity", "equalized_odds", "predictive_parity"] as const;
const RATES = ["selection_rate", "true_positive_rate", "false_positive_rate", "precision"] as const;

export interface ParityRow {
  readonly parity: Parity;
  /** Between the groups. */
  readonly difference: Told<Disparity>;
  readonly ratio: Told<Disparity>;
  /** Of the group that is farthest from all rows together. */
  readonly toOverall: { readonly difference: Told<Disparity>; readonly ratio: Told<Disparity> };
}

/** One rate of every group beside that of all of them together. */
export interface RateRow {
  readonly rate: GroupRate;
  readonly besideOverall: Told<RateFromOverall>;
}

/** How unlike the groups are treated, over those of five rows or more. */
export interface Fairness {
  readonly compared: readonly string[];
  readonly parities: readonly ParityRow[];
  readonly rates: readonly RateRow[];
  readonly disparateImpact: Told<DisparateImpact>;
  readonly halfWidth: number;
  /** Groups too small for a rate to be known to within `halfWidth`, and the size they would need. */
  readonly tooSmall: readonly (SmallGroup & { readonly rate: GroupRate })[];
}

/** The reason when there are no decisions, or rows are weighted: rates of groups are counts of rows. */
export function fairnessOf(
  groups: readonly Group[],
  sample: BinarySample | null,
  confidence: number,
): Told<Fairness> {
  if (!sample?.decision)
    return told<never>("there are no decisions: give --prediction, or --threshold with --score");
  if (!countsRows(sample)) return told<never>("the rows are weighted, and rates of groups count rows");
  const { positive, decision, frequency } = sample;
  const counts = groups.map(({ name, of, number }) =>
    countsOf(name, of.rowsOf(number), positive, decision, frequency),
  );
  const large = counts.filter(({ rows }) => rows >= SMALLEST_SLICE);
  return told({
    compared: large.map(({ name }) => name),
    parities: PARITIES.map((parity) => ({
      parity,
      ...disparities(large, parity, "between_groups", confidence),
      toOverall: disparities(large, parity, "to_overall", confidence),
    })),
    rates: RATES.map((rate) => ({ rate, besideOverall: told(fromOverall(large, rate, confidence)) })),
    disparateImpact: told(disparateImpact(large, confidence)),
    halfWidth: HALF_WIDTH,
    tooSmall: RATES.flatMap((rate) =>
      tooSmallFor(rate, rate === "selection_rate" ? counts : large, confidence),
    ),
  });
}

function disparities(groups: readonly GroupCounts[], parity: Parity, contrast: Contrast, confidence: number) {
  return {
    difference: told(parityDifference(groups, parity, contrast, confidence)),
    ratio: told(parityRatio(groups, parity, contrast, confidence)),
  };
}

/** Of a group of a few rows only how many they are is told: counts of its classes would tell of single rows. */
function tooSmallFor(
  rate: GroupRate,
  groups: readonly GroupCounts[],
  confidence: number,
): Fairness["tooSmall"] {
  const small = smallGroups(groups, rate, HALF_WIDTH, confidence);
  return typeof small === "string" ? [] : small.map((group) => ({ ...group, rate }));
}
