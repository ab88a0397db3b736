import type { Task } from "../inventory/vocabulary.ts";
import { findMetric, metricsOf, nearestMetric } from "../statistics/registry.ts";
import { SAMPLE_TASKS, type SampleTask } from "./task.ts";

/** Metrics that a message names; docs/metrics.md has them all. */
const SHOWN = 6;

/** Why a name is no metric of the model's task: it is another task's, or nobody's, and what to write. */
export function unknownMetric(name: string, task: Task, kind: SampleTask): { says: string; fix: string } {
  const known = metricsOf(kind)
    .slice(0, SHOWN)
    .map((metric) => metric.name)
    .join(", ");
  const others = SAMPLE_TASKS.filter((other) => findMetric(name, other) !== null);
  const choose = `use one known for ${task}, such as ${known} (all: docs/metrics.md)`;
  if (others.length > 0)
    return {
      says: `"${name}" is a ${kindOf(others)} metric, and the model's task is ${task}`,
      fix: `${choose}, or correct \`model.task\``,
    };
  const close = isAtK(name) ? null : nearestMetric(name, kind);
  return {
    says: `"${name}" is no metric known for ${task}`,
    fix: close === null ? choose : `write \`${close}\``,
  };
}

function kindOf(tasks: readonly SampleTask[]): string {
  if (tasks.includes("regression")) return "regression";
  return tasks.every((task) => task === "multilabel") ? "multilabel" : "classification";
}

/** A metric of the first k is another metric than the one without. */
function isAtK(name: string): boolean {
  return /@\s*\d+$/.test(name.trim());
}
