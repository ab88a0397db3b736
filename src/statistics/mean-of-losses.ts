import type { Estimate } from "./estimate.ts";
import { countsRows, type Frequency } from "./frequency.ts";
import { meanInterval } from "./intervals/student-t.ts";
import { blocksOf, LOSSES, type LossBlocks } from "./loss-blocks.ts";
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
  const total = weight === null ? blocks.rows : sumOf(weight);
  const mean = (range[0] < 0 || weight !== null ? sumOfEach(blocks, weight) : sumOfSizes(blocks)) / total;
  const interval = countsRows({ weight, frequency })
    ? meanInterval(blocks, mean, range, confidence, frequency)
    : null;
  return { value: mean, interval };
}

function sumOfEach({ rows, of }: LossBlocks, weight: Float64Array | null): number {
  const sum = new Sum();
  for (let start = 0; start < rows; start += LOSSES) {
    const losses = of(start, Math.min(start + LOSSES, rows));
    for (let index = 0; index < losses.length; index++) {
      sum.add(weight === null ? losses[index]! : losses[index]! * weight[start + index]!);
    }
  }
  return sum.value;
}

/** What is never negative may be added plainly, a few at a time. */
function sumOfSizes({ rows, of }: LossBlocks): number {
  const sum = new Sum();
  for (let start = 0; start < rows; start += LOSSES) {
    const losses = of(start, Math.min(start + LOSSES, rows));
    let few = 0;
    for (let index = 0; index < losses.length; index++) few += losses[index]!;
    sum.add(few);
  }
  return sum.value;
}
