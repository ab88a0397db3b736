import { meanOfLosses } from "../mean-of-losses.ts";
import { onErrors, perRow } from "./on-errors.ts";

const RANGE = [0, Number.POSITIVE_INFINITY] as const;

/**
 * Pinball loss of a predicted α-quantile: the mean of α (truth - prediction) where the truth is above, and of
 * (1 - α) (prediction - truth) where it is below. In the target's unit, 0 or more; least for the true
 * quantile, and half the mean absolute error at α = 0.5. Undefined without an α from 0 to 1: scikit-learn's
 * 0.5 is a guess at what was predicted. Student's interval.
 * Source: scikit-learn mean_pinball_loss; R. Koenker, G. Bassett, Econometrica 46 (1978) 33-50.
 */
export const pinballLoss = onErrors(
  {
    name: "mean_pinball_loss",
    aliases: ["pinball_loss", "pinball", "quantile_loss", "mean_quantile_loss"],
    takes: ["alpha"],
    better: "lower",
    range: RANGE,
  },
  (sample, confidence, { alpha }) => {
    if (alpha === undefined) return 'mean_pinball_loss needs "alpha", the quantile that was predicted';
    if (!(alpha >= 0 && alpha <= 1)) return '"alpha" must be a number from 0 to 1';
    const losses = perRow(sample, (truth, prediction) =>
      truth >= prediction ? alpha * (truth - prediction) : (1 - alpha) * (prediction - truth),
    );
    return meanOfLosses(losses, sample.weight, RANGE, confidence, sample.frequency);
  },
);
