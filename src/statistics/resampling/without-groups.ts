import type { Design, Stratum } from "./design.ts";
import type { Sfc64 } from "./sfc64.ts";
import type { Statistic } from "./statistic.ts";

/** How many times a statistic is counted anew at most, but for two groups of each stratum. */
const GROUPS = 400;

/**
 * The statistic without each group of units in turn, stratum by stratum; every unit is a group of its own
 * where there are no more than 400, and otherwise they are dealt to groups of one size at random.
 */
export function withoutGroups(
  statistic: Statistic,
  design: Design,
  generator: Sfc64,
): readonly Float64Array[] {
  const { rows, units, unitOf } = design;
  const counts = new Uint32Array(rows);
  return design.strata.map((stratum) => {
    const groups = groupsIn(stratum, units);
    const groupOf = dealt(stratum, units, groups, generator);
    return Float64Array.from({ length: groups }, (_, group) => {
      for (let row = 0; row < rows; row++) {
        counts[row] = groupOf[unitOf === null ? row : unitOf[row]!] === group ? 0 : 1;
      }
      return statistic.at(counts);
    });
  });
}

function groupsIn({ size }: Stratum, units: number): number {
  if (units <= GROUPS) return size;
  return Math.min(size, Math.max(2, Math.round((GROUPS * size) / units)));
}

/** The group of each unit, -1 for those of other strata. */
function dealt({ size, units }: Stratum, all: number, groups: number, generator: Sfc64): Int32Array {
  const shuffled = units === null ? Uint32Array.from({ length: size }, (_, unit) => unit) : units.slice();
  for (let left = groups < size ? size : 0; left > 1; left--) {
    const other = generator.below(left);
    const last = shuffled[left - 1]!;
    shuffled[left - 1] = shuffled[other]!;
    shuffled[other] = last;
  }
  const groupOf = new Int32Array(all).fill(-1);
  shuffled.forEach((unit, place) => {
    groupOf[unit] = place % groups;
  });
  return groupOf;
}
