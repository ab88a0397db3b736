import type { AttemptsFact, Fact, MetricFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { statedIn } from "./stated.ts";
import type { TaskTally } from "./task-tally.ts";

/** The metrics as the run states them; an error of a mean belongs to its metric and is none of its own. */
export function metricsOf(root: Json): MetricFact[] {
  return [...statedIn(root)]
    .filter(({ isError }) => !isError)
    .map(({ task, metric, filter, value }) => ({
      kind: "metric",
      name: metric,
      value: value.number(),
      split: null,
      dataset: task,
      slice: {},
      params: filter === "none" ? {} : { filter },
      n: root.get("n-samples", task, "effective").number(),
      at: value.at,
    }));
}

/** Right and wrong answers, where every row of a metric is one or the other. */
export function attemptsOf(task: string, tally: TaskTally, target: string | null): Fact[] {
  const facts: AttemptsFact[] = [];
  for (const [key, { held, broke, partial, pairs, unscored, at }] of tally.metrics) {
    if (partial > 0 || pairs > 0 || at === null || held + broke === 0) continue;
    const comma = key.lastIndexOf(",");
    const filter = key.slice(comma + 1);
    facts.push({
      kind: "attempts",
      target,
      suite: task,
      category: key.slice(0, comma),
      strategy: filter === "none" ? null : filter,
      repeat: 1,
      held,
      broke,
      error: 0,
      unscored,
      judge: null,
      adversarial: false,
      at: at.at,
    });
  }
  return facts;
}
