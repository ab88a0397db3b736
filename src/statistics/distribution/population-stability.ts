import { Sum } from "../sum.ts";
import { type PairedCounts, rowsOfBoth } from "./paired-counts.ts";

/** A share counts as at least this, so that a bin that is empty on one side weighs much and not infinitely. */
export const SMALLEST_SHARE = 1e-4;

/** The index, what each bin adds to it, and what chance alone is expected to give with so few rows. */
export interface PopulationStability {
  readonly value: number;
  readonly byBin: Float64Array;
  readonly byChance: number;
}

/**
 * The population stability index, Σ (current - reference)·ln(current / reference) over the bins' shares, each
 * at least `SMALLEST_SHARE`; 0 for equal shares, and above 15 for populations that share no bin of ten. A bin that
 * is empty on both sides adds nothing. `byChance` is its mean for two samples of one population,
 * (bins in use - 1)·(1/n + 1/m): an index near it says nothing, whatever the rule of thumb 0.1 and 0.25.
 * Source: N. Siddiqi, "Credit Risk Scorecards" (2006), chapter 10; B. Yurdakul, "Statistical Properties of
 * Population Stability Index", Western Michigan University (2018).
 */
export function populationStability(counts: PairedCounts): PopulationStability | string {
  const rows = rowsOfBoth(counts);
  if (typeof rows === "string") return rows;
  const byBin = new Float64Array(counts.reference.length);
  const total = new Sum();
  let used = 0;
  for (let bin = 0; bin < byBin.length; bin++) {
    const from = Math.max(SMALLEST_SHARE, counts.reference[bin]! / rows.reference);
    const to = Math.max(SMALLEST_SHARE, counts.current[bin]! / rows.current);
    byBin[bin] = (to - from) * Math.log(to / from);
    total.add(byBin[bin]!);
    if (counts.reference[bin]! + counts.current[bin]! > 0) used++;
  }
  return {
    value: total.value,
    byBin,
    byChance: (used - 1) * (1 / rows.reference + 1 / rows.current),
  };
}
