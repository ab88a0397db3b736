import type { Asked } from "../measurement/analysis/asked.ts";
import type { SampleTask } from "../measurement/task.ts";
import { findMetric, nearestMetric } from "../statistics/registry.ts";
import { UsageError } from "./usage-error.ts";

/** What `--metric NAME` means. @throws UsageError when the task has no such metric, or the name has a threshold. */
export function askedMetric(name: string, task: SampleTask): Asked {
  const found = findMetric(name, task);
  if (found === null || found.metric.name.startsWith("neg_")) {
    const close = nearestMetric(name.replace(/^neg_/, ""), task);
    const fix = close === null ? "docs/metrics.md lists them" : `did you mean --metric ${close}?`;
    throw new UsageError(`"${name}" is no metric of --task ${task}`, fix);
  }
  if (found.threshold !== undefined) {
    const fix = `give --metric ${found.metric.name} --threshold ${found.threshold}`;
    throw new UsageError(`--metric ${name} names a threshold`, fix);
  }
  return { metric: found.metric.name, implied: found.implied ?? {} };
}
