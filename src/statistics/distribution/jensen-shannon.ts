import { Sum } from "../sum.ts";
import { type PairedCounts, rowsOfBoth } from "./paired-counts.ts";

/** Both within [0, 1]: 0 for equal shares, 1 for populations that share no bin. */
export interface JensenShannon {
  readonly divergence: number;
  /** The root of the divergence, which obeys the triangle inequality. */
  readonly distance: number;
}

/**
 * The Jensen-Shannon divergence of the bins' shares in bits, and its distance. No floor is needed.
 * Source: J. Lin, IEEE Trans. Inf. Theory 37 (1991) 145-151; SciPy distance.jensenshannon(base=2) is the distance.
 */
export function jensenShannon(counts: PairedCounts): JensenShannon | string {
  const rows = rowsOfBoth(counts);
  if (typeof rows === "string") return rows;
  const total = new Sum();
  for (let bin = 0; bin < counts.reference.length; bin++) {
    const from = counts.reference[bin]! / rows.reference;
    const to = counts.current[bin]! / rows.current;
    const change = to - from;
    if (change === 0) continue;
    // log1p keeps the digits of two shares that are nearly the same.
    total.add(information(from, change / (from + to)));
    total.add(information(to, -change / (from + to)));
  }
  const divergence = Math.min(1, Math.max(0, total.value / 2 / Math.LN2));
  return { divergence, distance: Math.sqrt(divergence) };
}

/** share·ln(share / middle), the middle being larger than the share by -offset times itself. */
function information(share: number, offset: number): number {
  return share === 0 ? 0 : share * Math.log1p(-offset);
}
