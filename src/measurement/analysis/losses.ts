import { logLosses } from "../../statistics/probability/log-loss.ts";
import { positiveProbability } from "../../statistics/probability/probabilities.ts";
import type { Sample } from "../../statistics/sample.ts";

/** The loss of every row, or why there is none. Their mean is the measure. */
export interface Losses {
  readonly measure: string;
  readonly losses: Float64Array | string;
}

/** Losses that are a mean over rows, by task. */
export function lossesOf(sample: Sample): readonly Losses[] {
  switch (sample.task) {
    case "binary": {
      const probability = positiveProbability(sample);
      const squared =
        typeof probability === "string"
          ? probability
          : probability.map((forecast, row) => (forecast - sample.positive[row]!) ** 2);
      return [
        { measure: "brier_score", losses: squared },
        { measure: "log_loss", losses: logLosses(sample) },
      ];
    }
    case "multiclass":
      return [{ measure: "log_loss", losses: logLosses(sample) }];
    case "regression": {
      const errors = sample.prediction.map((value, row) => value - sample.truth[row]!);
      return [
        { measure: "mean_absolute_error", losses: errors.map(Math.abs) },
        { measure: "mean_squared_error", losses: errors.map((error) => error * error) },
      ];
    }
  }
}
