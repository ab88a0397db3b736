import type { Estimate } from "./estimate.ts";
import { countsRows, type Frequency } from "./frequency.ts";
import { meanInterval } from "./intervals/student-t.ts";
import { blocksOf, LOSSES, type LossBlocks } from "./loss-blocks.ts";
import { momentsOf } from "./moments.ts";
import { Sum, sumOf } from "./sum.ts";

/** The mean of one loss per row, with Student's interval for unweighted rows; `frequency` is the sample's. */
export function meanOfLosses(
  losses: Float64Array | LossBlocks,
  weight: Float64Array | null,
  range: readonly [number, number],
  confidence: number,
  frequency: Frequency = null,
): Estimate {
  const blocks = "of" in losses ? losses : blocksOf(losses);
  if (!countsRows({ weight, frequency })) return { value: weightedMean(blocks, weight!), interval: null };
  const moments = momentsOf(blocks, frequency, range[0] >= 0);
  return { value: moments.mean, interval: meanInterval(moments, range, confidence) };
}

function weightedMean({ rows, of }: LossBlocks, weight: Float64Array): number {
  const sum = new Sum();
  for (let start = 0; start < rows; start += LOSSES) {
    const losses = of(start, Math.min(start + LOSSES, rows));
    for (let index = 0; index < losses.length; index++) sum.add(losses[index]! * weight[start + index]!);
  }
  return sum.value / sumOf(weight);
}
