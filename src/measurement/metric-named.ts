import type { Task } from "../inventory/vocabulary.ts";
import { type FoundMetric, findMetric } from "../statistics/registry.ts";
import { SAMPLE_TASKS, sampleTask } from "./task.ts";

/** The metric that a name means for a model of this task; where the task is not measured, for the first that knows it. */
export function metricNamed(name: string, task: Task | null): FoundMetric | null {
  const own = task && sampleTask(task);
  for (const known of own ? [own] : SAMPLE_TASKS) {
    const found = findMetric(name, known);
    if (found) return found;
  }
  return null;
}
