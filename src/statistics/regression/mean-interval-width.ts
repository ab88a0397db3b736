import { meanOfLosses } from "../mean-of-losses.ts";
import { onBounds } from "./on-bounds.ts";

const RANGE = [0, Number.POSITIVE_INFINITY] as const;

/**
 * Mean width of predicted intervals: the mean of upper - lower, in the target's unit, 0 or more. Narrower is
 * better only at the same coverage. Undefined when a lower bound lies above its upper one. Student's interval.
 * Source: the MPIW of A. Khosravi et al., IEEE Trans. Neural Netw. 22 (2011) 337-346.
 */
export const meanIntervalWidth = onBounds(
  {
    name: "mean_interval_width",
    aliases: [
      "interval_width",
      "average_interval_width",
      "prediction_interval_width",
      "mean_prediction_interval_width",
      "mpiw",
    ],
    better: "lower",
    range: RANGE,
  },
  ({ lower, upper }, { weight, frequency }, confidence) => {
    const widths = upper.map((bound, row) => bound - lower[row]!);
    return meanOfLosses(widths, weight, RANGE, confidence, frequency);
  },
);
