import type { Interval } from "../outcome.ts";
import type { Seed } from "./seed.ts";

/** An interval from resampling, with what it takes to draw the same again. */
export interface BootstrapInterval extends Interval {
  readonly method: "bootstrap-percentile" | "bootstrap-bca";
  readonly replicates: number;
  readonly seed: Seed;
}

/** The statistic of the rows as they are, and its interval. */
export interface Bootstrapped {
  readonly value: number;
  readonly interval: BootstrapInterval;
}

/** The statistic of the rows as they are, and both intervals from the same replicates, or why one has none. */
export interface BootstrappedBoth {
  readonly value: number;
  readonly percentile: BootstrapInterval | string;
  readonly bca: BootstrapInterval | string;
}
