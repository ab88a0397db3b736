import { ByGroup } from "./by-group.ts";
import type { Estimate } from "./estimate.ts";
import { FEW_GROUPS } from "./grouping.ts";
import { meanInterval } from "./intervals/student-t.ts";
import type { LossBlocks } from "./loss-blocks.ts";
import { meanOfLosses } from "./mean-of-losses.ts";
import type { MetricParameters } from "./metric.ts";
import { momentsByGroup, momentsTogether } from "./moments.ts";
import type { Sample } from "./sample.ts";

/** The arithmetic of a metric that is the mean of a loss of each row, which is never negative. */
export function meanLoss<S extends Sample>(
  lossesOf: (sample: S) => LossBlocks | string,
  range: readonly [number, number],
): (sample: S, parameters: MetricParameters, confidence: number) => Estimate {
  const moments = new ByGroup((whole: S, grouping) => {
    if (whole.weight !== null || grouping.sizes.length > FEW_GROUPS) return null;
    const losses = lossesOf(whole);
    return typeof losses === "string" ? null : momentsByGroup(losses, grouping);
  }, momentsTogether);
  return (sample, _, confidence) => {
    const known = moments.of(sample);
    if (known !== null) return { value: known.mean, interval: meanInterval(known, range, confidence) };
    const losses = lossesOf(sample);
    if (typeof losses === "string") return losses;
    return meanOfLosses(losses, sample.weight, range, confidence, sample.frequency);
  };
}
