import { accelerationOf } from "./acceleration.ts";
import { type Bounds, bcaBounds, percentileBounds } from "./bounds.ts";
import type { Design } from "./design.ts";
import type { BootstrapInterval, Bootstrapped, BootstrappedBoth } from "./interval.ts";
import { quantileOf } from "./quantile.ts";
import { type Drawn, drawnBy, type Resampling } from "./replicates.ts";
import type { Statistic } from "./statistic.ts";

/** How to resample. The first replicates of a plan are the same whatever number of them it asks for. */
export interface Plan extends Resampling {
  readonly method: BootstrapInterval["method"];
}

/**
 * The bootstrap interval of a statistic; the reason when there is none: when fewer than two units are drawn, when
 * one replicate has no value (leaving it out would flatter the rest), when all replicates are alike (no spread
 * in so few rows is no proof of none), and when an end lies beyond the outermost replicate.
 * Source: B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap" (1993); SciPy stats.bootstrap.
 * @throws RangeError when the plan or the design does not fit: a fault of the caller.
 */
export function bootstrap(statistic: Statistic, design: Design, plan: Plan): Bootstrapped | string {
  const drawn = drawnBy(statistic, design, plan);
  if (typeof drawn === "string") return drawn;
  const interval = intervalOf(statistic, design, drawn, plan);
  return typeof interval === "string" ? interval : { value: drawn.value, interval };
}

/** Both of the intervals that `bootstrap` gives, from one set of replicates. */
export function bootstrapBoth(
  statistic: Statistic,
  design: Design,
  plan: Resampling,
): BootstrappedBoth | string {
  const drawn = drawnBy(statistic, design, plan);
  if (typeof drawn === "string") return drawn;
  const by = (method: Plan["method"]) => intervalOf(statistic, design, drawn, { ...plan, method });
  return { value: drawn.value, percentile: by("bootstrap-percentile"), bca: by("bootstrap-bca") };
}

function intervalOf(
  statistic: Statistic,
  design: Design,
  drawn: Drawn,
  { method, replicates, confidence, seed }: Plan,
): BootstrapInterval | string {
  const bounds =
    method === "bootstrap-percentile"
      ? percentileBounds(confidence)
      : correctedBounds(statistic, design, drawn, confidence);
  if (typeof bounds === "string") return bounds;
  const [low, high] = bounds;
  if (low * replicates < 1 || (1 - high) * replicates < 1) {
    return `${replicates} replicates are too few: an end of the interval lies beyond the outermost`;
  }
  return {
    low: quantileOf(drawn.ascending, low),
    high: quantileOf(drawn.ascending, high),
    confidence,
    method,
    replicates,
    seed,
  };
}

function correctedBounds(
  statistic: Statistic,
  design: Design,
  { value, ascending, generator }: Drawn,
  confidence: number,
): Bounds | string {
  const acceleration = accelerationOf(statistic, design, generator);
  if (typeof acceleration === "string") return acceleration;
  return bcaBounds(ascending, value, acceleration, confidence);
}
