import type { Task } from "../vocabulary.ts";

/** Hub task names that are one native task. "text-classification" may be binary or not, so it is none. */
const TASKS: ReadonlyMap<string, Task> = new Map<string, Task>([
  ["tabular-regression", "regression"],
  ["time-series-forecasting", "forecasting"],
  ["text-ranking", "ranking"],
  ["text-generation", "generation"],
  ["text2text-generation", "generation"],
  ["summarization", "generation"],
  ["translation", "generation"],
  ["conversational", "generation"],
  ["image-text-to-text", "generation"],
  ["text-to-image", "generation"],
  ["text-to-speech", "generation"],
  ["text-to-video", "generation"],
  ["binary-classification", "binary-classification"],
  ["multiclass-classification", "multiclass-classification"],
  ["multi-class-classification", "multiclass-classification"],
  ["multi-label-classification", "multilabel-classification"],
  ["multilabel-classification", "multilabel-classification"],
  ["regression", "regression"],
  ["ranking", "ranking"],
  ["anomaly-detection", "anomaly-detection"],
  ["forecasting", "forecasting"],
]);

export function taskOfHub(name: string): Task | null {
  return (
    TASKS.get(
      name
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, "-"),
    ) ?? null
  );
}
