import { checkConfidence } from "../proportions/confidence.ts";
import type { Design } from "./design.ts";
import { drawer } from "./draw.ts";
import { generatorOf, type Seed } from "./seed.ts";
import type { Sfc64 } from "./sfc64.ts";
import { observed, type Statistic } from "./statistic.ts";

/** How often to draw, from which seed, and for an interval of which confidence. */
export interface Resampling {
  readonly replicates: number;
  readonly confidence: number;
  readonly seed: Seed;
}

/** A statistic of the rows as they are and of every replicate. */
export interface Drawn {
  readonly value: number;
  readonly ascending: Float64Array;
  /** Where the draws left it: the jackknife of the acceleration goes on from there. */
  readonly generator: Sfc64;
}

/** Below this share of their size, the replicates' spread is rounding. */
const ROUNDING = 1e-12;

/** The replicates of a statistic, or the reason why they tell nothing of its spread. */
export function drawnBy(statistic: Statistic, design: Design, plan: Resampling): Drawn | string {
  const { replicates, confidence, seed } = plan;
  if (statistic.rows !== design.rows) throw new RangeError("the design is of other rows than the statistic");
  if (!Number.isInteger(replicates) || replicates < 1) throw new RangeError("replicates must be 1 or more");
  checkConfidence(confidence);
  const value = observed(statistic);
  if (!Number.isFinite(value)) return "it has no value to resample";
  if (design.strata.every(({ size }) => size < 2)) return "there is only one row or entity to draw from";
  const generator = generatorOf(seed);
  const drawn = replicatesOf(statistic, design, replicates, generator);
  const missing = drawn.reduce((count, replicate) => count + (Number.isFinite(replicate) ? 0 : 1), 0);
  if (missing > 0) return `it has no value in ${missing} of ${replicates} replicates`;
  const ascending = drawn.sort();
  if (!hasSpread(ascending)) return "all replicates are alike, so the rows show no spread";
  return { value, ascending, generator };
}

/** The statistic of each replicate, in the order they are drawn; NaN where it has no value. */
export function replicatesOf(
  statistic: Statistic,
  design: Design,
  replicates: number,
  generator: Sfc64,
): Float64Array {
  const draw = drawer(design, generator);
  const values = new Float64Array(replicates);
  for (let index = 0; index < replicates; index++) values[index] = statistic.at(draw());
  return values;
}

function hasSpread(ascending: Float64Array): boolean {
  const low = ascending[0]!;
  const high = ascending.at(-1)!;
  return high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high));
}
