import type { Interval } from "../outcome.ts";

/** An interval of the difference of two shares, by a method for two proportions. */
export interface DifferenceInterval extends Omit<Interval, "method"> {
  readonly method: "newcombe" | "miettinen-nurminen" | "tango";
}

/** An interval of the ratio of two shares. `high` is null where no ratio, however large, can be ruled out. */
export interface RatioInterval extends Omit<Interval, "method" | "high"> {
  readonly high: number | null;
  readonly method: "miettinen-nurminen" | "koopman";
}
