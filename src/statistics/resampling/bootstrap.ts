import { checkConfidence } from "../proportions/confidence.ts";
import { accelerationOf } from "./acceleration.ts";
import { type Bounds, bcaBounds, percentileBounds } from "./bounds.ts";
import type { Design } from "./design.ts";
import { drawer } from "./draw.ts";
import type { Bootstrapped } from "./interval.ts";
import { quantileOf } from "./quantile.ts";
import { generatorOf, type Seed } from "./seed.ts";
import type { Sfc64 } from "./sfc64.ts";
import { observed, type Statistic } from "./statistic.ts";

/** How to resample. The first replicates of a plan are the same whatever number of them it asks for. */
export interface Plan {
  readonly method: "bootstrap-percentile" | "bootstrap-bca";
  readonly replicates: number;
  readonly confidence: number;
  readonly seed: Seed;
}

/** Below this share of their size, the replicates' spread is rounding. */
const ROUNDING = 1e-12;

/**
 * The bootstrap interval of a statistic; the reason when there is none: when fewer than two units are drawn, when
 * one replicate has no value (leaving it out would flatter the rest), when all replicates are alike (no spread
 * in so few rows is no proof of none), and when an end lies beyond the outermost replicate.
 * Source: B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap" (1993); SciPy stats.bootstrap.
 * @throws RangeError when the plan or the design does not fit: a fault of the caller.
 */
export function bootstrap(statistic: Statistic, design: Design, plan: Plan): Bootstrapped | string {
  const { method, replicates, confidence, seed } = plan;
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
  const bounds = boundsOf(statistic, design, plan, value, ascending, generator);
  if (typeof bounds === "string") return bounds;
  const [low, high] = bounds;
  if (low * replicates < 1 || (1 - high) * replicates < 1) {
    return `${replicates} replicates are too few: an end of the interval lies beyond the outermost`;
  }
  return {
    value,
    interval: {
      low: quantileOf(ascending, low),
      high: quantileOf(ascending, high),
      confidence,
      method,
      replicates,
      seed,
    },
  };
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

function boundsOf(
  statistic: Statistic,
  design: Design,
  { method, confidence }: Plan,
  value: number,
  ascending: Float64Array,
  generator: Sfc64,
): Bounds | string {
  if (method === "bootstrap-percentile") return percentileBounds(confidence);
  const acceleration = accelerationOf(statistic, design, generator);
  if (typeof acceleration === "string") return acceleration;
  return bcaBounds(ascending, value, acceleration, confidence);
}
