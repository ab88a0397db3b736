import { countsRows } from "../frequency.ts";
import { wilsonInterval } from "../intervals/wilson.ts";
import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";
import { onBounds } from "./on-bounds.ts";

/**
 * Coverage of predicted intervals: the share of rows whose true value lies within, both bounds included. In
 * [0, 1], and to be held against the level that the intervals were made for: neither way is better. Undefined
 * when a lower bound lies above its upper one. Wilson's interval.
 * Source: the PICP of A. Khosravi et al., IEEE Trans. Neural Netw. 22 (2011) 337-346.
 */
export const intervalCoverage = onBounds(
  {
    name: "interval_coverage",
    aliases: [
      "coverage",
      "empirical_coverage",
      "prediction_interval_coverage",
      "prediction_interval_coverage_probability",
      "picp",
    ],
    better: null,
    range: [0, 1],
  },
  ({ lower, upper }, sample, confidence) => {
    const { truth, weight } = sample;
    const within = new Sum();
    const total = new Sum();
    for (let row = 0; row < truth.length; row++) {
      total.add(weightAt(weight, row));
      if (truth[row]! >= lower[row]! && truth[row]! <= upper[row]!) within.add(weightAt(weight, row));
    }
    const interval = countsRows(sample) ? wilsonInterval(within.value, total.value, confidence) : null;
    return { value: within.value / total.value, interval };
  },
);
