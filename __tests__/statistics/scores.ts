import type { BinarySample } from "../../src/statistics/sample.ts";

/** Scores beside the truth as goldens store them. */
export interface StoredScores {
  readonly name: string;
  readonly positive: readonly number[];
  readonly score: readonly number[];
  readonly weight: readonly number[] | null;
}

export function binarySample({ positive, score, weight }: Omit<StoredScores, "name">): BinarySample {
  return {
    task: "binary",
    classes: ["no", "yes"],
    positive: Uint8Array.from(positive),
    decision: null,
    score: Float64Array.from(score),
    weight: weight && Float64Array.from(weight),
  };
}
