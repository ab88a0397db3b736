import { kolmogorovTail } from "./kolmogorov-tail.ts";
import { type Ordered, rowsOfFirst, rowsPresent } from "./ordered.ts";
import { EXACT_CELLS, smirnovTail } from "./smirnov-tail.ts";

/** The largest difference of two distribution functions, in [0, 1], and its two-sided p-value. */
export interface KolmogorovSmirnov {
  readonly statistic: number;
  readonly p: number;
  readonly method: "exact" | "asymptotic";
}

/**
 * The two-sample Kolmogorov-Smirnov test of the values present, with ties. The p-value is exact for up to
 * `EXACT_CELLS` pairs of rows: the chance over all orders of the pooled values, ties kept. SciPy's exact
 * p-value is the same without ties and leaves ties out of account, which makes it too large with them. Beyond
 * it is Smirnov's limit, as in R; SciPy's "asymp" puts the one-sample law in its place, which has the same limit.
 * The reason when a side has no values.
 * Source: SciPy ks_2samp(method="exact"), kstwobign.sf; G. Schröer, D. Trenkler, Comput. Stat. Data Anal. 20 (1995)
 * 185-202.
 */
export function kolmogorovSmirnov(reference: Ordered, current: Ordered): KolmogorovSmirnov | string {
  const [n, m] = [rowsPresent(reference), rowsPresent(current)];
  if (n === 0) return "the reference has no values";
  if (m === 0) return "the current population has no values";
  const isExact = n * m <= EXACT_CELLS;
  const { apart, blocks } = merged(reference, current, isExact);
  const statistic = apart / (n * m);
  return isExact
    ? { statistic, p: smirnovTail(n, m, apart, blocks), method: "exact" }
    : {
        statistic,
        p: kolmogorovTail(Math.sqrt(n / (n + m)) * Math.sqrt(m) * statistic),
        method: "asymptotic",
      };
}

/**
 * The largest difference times n·m, a whole number, and where in the pooled order each block of equal values
 * ends: 1 at the number of rows up to there, where those are asked for.
 */
function merged(
  reference: Ordered,
  current: Ordered,
  withBlocks: boolean,
): { apart: number; blocks: Uint8Array } {
  const [from, to] = [reference.values, current.values];
  const [n, m] = [rowsPresent(reference), rowsPresent(current)];
  const blocks = new Uint8Array(withBlocks ? n + m + 1 : 0);
  let [i, j, apart] = [0, 0, 0];
  while (i < from.length || j < to.length) {
    const next = Math.min(from[i] ?? Number.POSITIVE_INFINITY, to[j] ?? Number.POSITIVE_INFINITY);
    while (i < from.length && from[i]! === next) i++;
    while (j < to.length && to[j]! === next) j++;
    const [drawn, alsoDrawn] = [rowsOfFirst(reference, i), rowsOfFirst(current, j)];
    if (withBlocks) blocks[drawn + alsoDrawn] = 1;
    apart = Math.max(apart, Math.abs(drawn * m - alsoDrawn * n));
  }
  return { apart, blocks };
}
