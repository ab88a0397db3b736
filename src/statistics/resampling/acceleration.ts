import type { Design } from "./design.ts";
import type { Sfc64 } from "./sfc64.ts";
import type { Statistic } from "./statistic.ts";
import { withoutGroups } from "./without-groups.ts";

/**
 * The acceleration of a statistic: a sixth of the skewness of its units' influences, by the jackknife, summed
 * over strata. Exact where the statistic can tell what it is without each unit or the units are few, else from
 * groups of units put together at random. The reason when a unit or group cannot be spared, or none matters.
 * Source: B. Efron, JASA 82 (1987) 171-185; for strata, A. C. Davison, D. V. Hinkley, "Bootstrap Methods and
 * their Application" (1997), section 5.3; SciPy bootstrap(method="BCa").
 */
export function accelerationOf(statistic: Statistic, design: Design, generator: Sfc64): number | string {
  const without = statistic.withoutEach(design.unitOf, design.units);
  const byStratum =
    without === null
      ? withoutGroups(statistic, design, generator)
      : design.strata.map(({ units }) => (units === null ? without : take(without, units)));
  let cubes = 0;
  let squares = 0;
  for (const values of byStratum) {
    const n = values.length;
    const mean = meanOf(values);
    if (!Number.isFinite(mean)) return "it has no value without some of the rows";
    for (const value of values) {
      const influence = ((n - 1) / n) * (mean - value);
      squares += influence * influence;
      cubes += influence * influence * influence;
    }
  }
  if (!(squares > 0)) return "it is the same whichever rows are left out";
  // A square root is rounded alike on every machine, a power of 1.5 is not.
  return cubes / (squares * Math.sqrt(squares)) / 6;
}

function take(values: Float64Array, places: Uint32Array): Float64Array {
  return Float64Array.from(places, (place) => values[place]!);
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
