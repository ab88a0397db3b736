import quantile from "@stdlib/stats-base-dists-normal-quantile";
import { generatorOf } from "../../src/statistics/resampling/seed.ts";

/** Random numbers of a study, the same on every machine: its name is the seed. */
export interface Draws {
  /** In (0, 1). */
  uniform(): number;
  normal(): number;
}

export function drawsFor(study: string): Draws {
  const generator = generatorOf({ data: "00000000", policy: `coverage of ${study}` });
  const uniform = () => (generator.next() + 0.5) / 2 ** 32;
  return { uniform, normal: () => quantile(uniform(), 0, 1) };
}
