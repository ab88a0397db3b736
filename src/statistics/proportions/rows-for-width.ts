import { normalReach } from "../intervals/normal.ts";
import { checkConfidence } from "./confidence.ts";
import { wholeRows } from "./whole-rows.ts";

/**
 * The fewest rows for which Wilson's interval of a share reaches at most `halfWidth`, in (0, 0.5), to either
 * side of its centre when `share` of them, in [0, 1], are successes: w²(n + z²)² = z²(p(1 - p)n + z²/4) solved
 * for n. Source: W. W. Piegorsch, Comput. Stat. Data Anal. 46 (2004) 309-316.
 */
export function rowsForHalfWidth(share: number, halfWidth: number, confidence: number): number {
  checkConfidence(confidence);
  if (!(share >= 0 && share <= 1)) throw new RangeError("a share lies between 0 and 1");
  if (!(halfWidth > 0 && halfWidth < 0.5)) throw new RangeError("a half-width lies between 0 and 0.5");
  const square = normalReach(confidence) ** 2;
  const spread = share * (1 - share);
  const ratio = spread / halfWidth ** 2;
  // n² + z²(2 - ratio)n + z⁴(1 - 1/(4w²)) = 0, divided by z².
  const half = ratio / 2 - 1;
  const root = half + Math.sqrt(half * half - 1 + 1 / (2 * halfWidth) ** 2);
  return wholeRows(square * root);
}
