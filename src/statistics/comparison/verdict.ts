import type { Interval } from "../outcome.ts";

/** Any interval of a difference, after less before: a test's, a score interval or a bootstrap's. */
export type DifferenceBounds = Pick<Interval, "low" | "high">;

/**
 * What an interval of a difference says beside a margin. `gain` is the interval turned so that higher is
 * better. Where both answer every row alike the two are one model as far as the rows can tell: nothing is
 * lost or gained, there is no spread to test, and that is an answer of its own.
 */
export type Verdict =
  | { readonly kind: "superior" | "non-inferior" | "inferior"; readonly gain: DifferenceBounds }
  | { readonly kind: "identical"; readonly reason: string }
  | { readonly kind: "inconclusive"; readonly gain: DifferenceBounds | null; readonly reason: string };

/**
 * Superior when the whole interval is better than no difference, inferior when it is worse than the margin,
 * non-inferior when no loss as large as the margin is inside; else inconclusive. An end that touches its bound
 * shows nothing. With a margin of 0 only superior, inferior and inconclusive are left. A two-sided interval at
 * 1 - 2α makes each verdict a one-sided test at α.
 * The answers being alike comes before any interval: `alike` says how they are.
 * Source: G. Piaggio et al., CONSORT extension for noninferiority trials, JAMA 308 (2012) 2594-2604.
 * @throws RangeError when the margin is negative or not finite.
 */
export function verdictOf(
  interval: DifferenceBounds | null,
  margin: number,
  better: "higher" | "lower",
  alike: string | null = null,
): Verdict {
  if (!(margin >= 0 && margin < Number.POSITIVE_INFINITY)) throw new RangeError("a margin is 0 or more");
  if (alike !== null) return { kind: "identical", reason: alike };
  if (interval === null) {
    return { kind: "inconclusive", gain: null, reason: "the difference has no interval" };
  }
  const { low, high } = better === "higher" ? interval : { low: 0 - interval.high, high: 0 - interval.low };
  const gain = { low, high };
  if (!(low <= high)) return { kind: "inconclusive", gain: null, reason: "the interval has no ends" };
  if (low > 0) return { kind: "superior", gain };
  if (low > -margin) return { kind: "non-inferior", gain };
  if (high < -margin) return { kind: "inferior", gain };
  return { kind: "inconclusive", gain, reason: "the interval holds differences on both sides of the margin" };
}
