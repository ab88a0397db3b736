import type { BinarySample, MulticlassSample, RegressionSample } from "../sample.ts";

/** Row by row, each as an unweighted sample of its own. */
export function binaryRow({ task, classes, positive, decision, score }: BinarySample) {
  return (row: number): BinarySample => ({
    task,
    classes,
    positive: positive.subarray(row, row + 1),
    decision: decision?.subarray(row, row + 1) ?? null,
    score: score?.subarray(row, row + 1) ?? null,
    weight: null,
  });
}

export function multiclassRow({ task, classes, truth, decision, scores }: MulticlassSample) {
  return (row: number): MulticlassSample => ({
    task,
    classes,
    truth: truth.subarray(row, row + 1),
    decision: decision?.subarray(row, row + 1) ?? null,
    scores: scores?.map((score) => score.subarray(row, row + 1)) ?? null,
    weight: null,
  });
}

export function regressionRow({ task, truth, prediction, bounds }: RegressionSample) {
  return (row: number): RegressionSample => ({
    task,
    truth: truth.subarray(row, row + 1),
    prediction: prediction?.subarray(row, row + 1) ?? null,
    bounds: bounds
      ? {
          lower: bounds.lower.subarray(row, row + 1),
          upper: bounds.upper.subarray(row, row + 1),
        }
      : null,
    weight: null,
  });
}
