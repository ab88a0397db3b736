import { Sum } from "../sum.ts";
import { aboveChiSquare } from "../tails/chi-square.ts";
import { type PairedCounts, rowsOfBoth } from "./paired-counts.ts";

/** Pearson's chi-square test that two populations have the same shares, and how far they differ. */
export interface Homogeneity {
  readonly statistic: number;
  readonly freedom: number;
  readonly p: number;
  /** How many rows the rarest cell would have if the shares were the same. */
  readonly leastExpected: number;
  /** Whether cells are too rare for the p-value to be trusted: any expected below 1, or a fifth of them below 5. */
  readonly sparse: boolean;
  /** Cramér's V: 0 for the same shares, 1 for populations that share no category. */
  readonly cramersV: number;
  /** The same less what chance alone gives, 0 at least. */
  readonly cramersVCorrected: number;
}

/**
 * The test over the categories that either population has, without continuity correction. The reason when a
 * population has no rows or there are fewer than two categories.
 * Source: SciPy chi2_contingency(correction=False) and contingency.association(method="cramer"); W. G. Cochran,
 * Biometrics 10 (1954) 417-451 for sparse tables; W. Bergsma, J. Korean Stat. Soc. 42 (2013) 323-328 for the
 * corrected V.
 */
export function homogeneity(counts: PairedCounts): Homogeneity | string {
  const rows = rowsOfBoth(counts);
  if (typeof rows === "string") return rows;
  const all = rows.reference + rows.current;
  const statistic = new Sum();
  let [categories, rare, leastExpected] = [0, 0, Number.POSITIVE_INFINITY];
  for (let bin = 0; bin < counts.reference.length; bin++) {
    const both = counts.reference[bin]! + counts.current[bin]!;
    if (both === 0) continue;
    categories++;
    for (const side of ["reference", "current"] as const) {
      const expected = (both * rows[side]) / all;
      statistic.add((counts[side][bin]! - expected) ** 2 / expected);
      leastExpected = Math.min(leastExpected, expected);
      if (expected < 5) rare++;
    }
  }
  if (categories < 2) return "every row has the same category";
  const freedom = categories - 1;
  const square = statistic.value / all;
  return {
    statistic: statistic.value,
    freedom,
    p: aboveChiSquare(statistic.value, freedom),
    leastExpected,
    sparse: leastExpected < 1 || rare > (2 * categories) / 5,
    cramersV: Math.min(1, Math.sqrt(square)),
    cramersVCorrected: correctedV(square, categories, all),
  };
}

/**
 * For a table of two rows, where V² is the statistic over the rows. Bergsma's corrected height, 2 - 1/(n - 1), is never
 * more than his corrected width unless every row has a category of its own, which leaves nothing above chance.
 */
function correctedV(square: number, categories: number, all: number): number {
  if (categories === all) return 0;
  const excess = Math.max(0, square - (categories - 1) / (all - 1));
  return Math.min(1, Math.sqrt(excess / (1 - 1 / (all - 1))));
}
