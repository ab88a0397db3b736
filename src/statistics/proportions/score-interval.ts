import type { Interval } from "../outcome.ts";

/** An interval of the ratio of two shares. `high` is null where no ratio, however large, can be ruled out. */
export interface RatioInterval extends Omit<Interval, "high"> {
  readonly high: number | null;
  readonly method: "miettinen-nurminen" | "koopman";
}
