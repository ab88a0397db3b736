import { meanOfLosses } from "../mean-of-losses.ts";
import { onLabels } from "./on-labels.ts";
import { wrongLabels } from "./wrong-labels.ts";

const RANGE = [0, 1] as const;

/**
 * Hamming loss: the share of all rows' labels that are decided wrongly. In [0, 1]. Never undefined where rows
 * have decisions. Student's interval over rows, whose labels go together. Source: scikit-learn hamming_loss.
 */
export const hammingLoss = onLabels(
  {
    name: "hamming_loss",
    aliases: ["hamming", "hamming_distance"],
    takes: [],
    better: "lower",
    range: RANGE,
  },
  (sample, _, confidence) => {
    const wrong = wrongLabels(sample);
    const losses = Float64Array.from(wrong, (labels) => labels / sample.classes.length);
    return meanOfLosses(losses, sample.weight, RANGE, confidence, sample.frequency);
  },
);
