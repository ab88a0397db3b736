import type { Task } from "../inventory/vocabulary.ts";
import type { Sample } from "../statistics/sample.ts";

export type SampleTask = Sample["task"];

export const SAMPLE_TASKS: readonly SampleTask[] = ["binary", "multiclass", "multilabel", "regression"];

/** The kind of sample that a model's task is measured on; null where none is measured yet. */
export function sampleTask(task: Task): SampleTask | null {
  switch (task) {
    case "binary-classification":
    case "anomaly-detection":
      return "binary";
    case "multiclass-classification":
      return "multiclass";
    // What each answer came to beside what it should have: right or wrong, answered or handed over.
    case "generation":
      return "multiclass";
    case "multilabel-classification":
      return "multilabel";
    case "regression":
      return "regression";
    case "ranking":
    case "forecasting":
      return null;
  }
}
