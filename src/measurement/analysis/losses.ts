import { logLosses } from "../../statistics/probability/log-loss.ts";
import { positiveProbability } from "../../statistics/probability/probabilities.ts";
import type { Sample } from "../../statistics/sample.ts";

/** The loss of every row whose mean is the metric, or why there is none; null when no mean of losses is the metric. */
export function lossesOf(metric: string, sample: Sample): Float64Array | string | null {
  switch (sample.task) {
    case "binary": {
      if (metric === "log_loss") return logLosses(sample);
      if (metric !== "brier_score") return null;
      const probability = positiveProbability(sample);
      if (typeof probability === "string") return probability;
      return probability.map((forecast, row) => (forecast - sample.positive[row]!) ** 2);
    }
    case "multilabel":
      return null;
    case "multiclass":
      return metric === "log_loss" ? logLosses(sample) : null;
    case "regression": {
      const { prediction, truth } = sample;
      if (prediction === null) return null;
      const errors = prediction.map((value, row) => value - truth[row]!);
      if (metric === "mean_absolute_error") return errors.map(Math.abs);
      return metric === "mean_squared_error" ? errors.map((error) => error * error) : null;
    }
  }
}
