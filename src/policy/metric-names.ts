import type { Problem } from "../documents/problem.ts";
import type { Scalar, Value } from "../documents/value.ts";
import { metricNamed } from "../measurement/metric-named.ts";
import { SAMPLE_TASKS } from "../measurement/task.ts";
import { nearestMetric } from "../statistics/registry.ts";

/** What is wrong with the name of a metric of any task, where it stands. */
export function metricProblem(written: Scalar, about: string): Problem | null {
  const name = String(written.value);
  if (metricNamed(name, null) !== null) return null;
  const close = nearestOf(name);
  const fix = close === undefined ? "use one of docs/metrics.md" : `write \`${close}\``;
  return { code: "unknown-metric", about, at: written.at, says: `there is no metric "${name}"`, fix };
}

/** What stands after the `@` of a threshold is no part of the name; a metric of the first k is another metric. */
function nearestOf(name: string): string | undefined {
  if (/@\s*\d+$/.test(name)) return undefined;
  const [plain = ""] = name.split("@");
  return SAMPLE_TASKS.flatMap((task) => nearestMetric(plain, task) ?? [])[0];
}

/** The same of every `metric` within a rule's parameters. */
export function metricProblems(parameters: Value, about: string): readonly Problem[] {
  switch (parameters.kind) {
    case "scalar":
      return [];
    case "list":
      return parameters.items.flatMap((item, index) => metricProblems(item, `${about}/${index}`));
    case "map":
      return [...parameters.entries.values()].flatMap(({ key, value }): readonly Problem[] => {
        const within = `${about}/${key}`;
        if (key !== "metric" || value.kind !== "scalar") return metricProblems(value, within);
        const problem = metricProblem(value, within);
        return problem ? [problem] : [];
      });
  }
}
