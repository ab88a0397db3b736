import { type Frequency, rowsAt, rowsIn } from "../frequency.ts";
import type { Interval } from "../outcome.ts";
import { Sum } from "../sum.ts";
import { normalReach } from "./normal.ts";
import { symmetricInterval } from "./symmetric.ts";

/**
 * The delta method for `1 - mean(top) / mean(bottom)` over rows drawn together: the standard error of the
 * ratio R is √(Σ (topᵢ - R·bottomᵢ)² / (n (n - 1))) / mean(bottom). Null for fewer than three rows, which
 * leave no spread once two means are taken.
 * Source: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), section 2.11.
 */
export function oneLessRatioInterval(
  top: Float64Array,
  bottom: Float64Array,
  ratio: number,
  bottomMean: number,
  confidence: number,
  frequency: Frequency = null,
): Interval | null {
  const n = rowsIn(frequency, top.length);
  if (n < 3) return null;
  const squares = new Sum();
  // Divided first, since the rows are squares already and their squares may overflow.
  for (let line = 0; line < top.length; line++)
    squares.add(
      rowsAt(frequency, line) * (top[line]! / bottomMean - (ratio * bottom[line]!) / bottomMean) ** 2,
    );
  const error = Math.sqrt(squares.value / (n - 1) / n);
  const range = [Number.NEGATIVE_INFINITY, 1] as const;
  return symmetricInterval(
    1 - ratio,
    normalReach(confidence) * error,
    Math.max(ratio, 1),
    range,
    confidence,
    "delta",
  );
}
