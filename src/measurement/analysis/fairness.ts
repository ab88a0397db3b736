import { type DisparateImpact, disparateImpact } from "../../statistics/groups/disparate-impact.ts";
import type { Disparity } from "../../statistics/groups/disparity.ts";
import type { GroupCounts } from "../../statistics/groups/group-counts.ts";
import type { GroupRate } from "../../statistics/groups/group-rate.ts";
import { type Parity, parityDifference, parityRatio } from "../../statistics/groups/parity.ts";
import { type SmallGroup, smallGroups } from "../../statistics/groups/small-groups.ts";
import type { BinarySample } from "../../statistics/sample.ts";
import { SMALLEST_SLICE } from "../settle.ts";
import type { Group } from "./groups.ts";
import { type Told, told } from "./told.ts";

/** A group is small when a rate of it is not known to within this, to either side. */
const HALF_WIDTH = 0.1;
const PARITIES = ["demographic_parity", "equal_opportunity", "equalized_odds", "predictive_parity"] as const;
const RATES = ["selection_rate", "true_positive_rate", "false_positive_rate", "precision"] as const;

export interface ParityRow {
  readonly parity: Parity;
  readonly difference: Told<Disparity>;
  readonly ratio: Told<Disparity>;
}

/** How unlike the groups are treated; between groups, over those of five rows or more. */
export interface Fairness {
  readonly compared: readonly string[];
  readonly parities: readonly ParityRow[];
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
  if (sample.weight !== null) return told<never>("the rows are weighted, and rates of groups count rows");
  const { positive, decision } = sample;
  const counts = groups.map(({ name, rows }) => countsOf(name, rows, positive, decision));
  const large = counts.filter(({ rows }) => rows >= SMALLEST_SLICE);
  return told({
    compared: large.map(({ name }) => name),
    parities: PARITIES.map((parity) => ({
      parity,
      difference: told(parityDifference(large, parity, "between_groups", confidence)),
      ratio: told(parityRatio(large, parity, "between_groups", confidence)),
    })),
    disparateImpact: told(disparateImpact(large, confidence)),
    halfWidth: HALF_WIDTH,
    tooSmall: RATES.flatMap((rate) =>
      tooSmallFor(rate, rate === "selection_rate" ? counts : large, confidence),
    ),
  });
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

function countsOf(name: string, rows: Int32Array, positive: Uint8Array, decision: Uint8Array): GroupCounts {
  let [decided, positives, truePositives] = [0, 0, 0];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    decided += decision[row]!;
    positives += positive[row]!;
    truePositives += decision[row]! & positive[row]!;
  }
  return { name, rows: rows.length, decided, truth: { positives, truePositives } };
}
