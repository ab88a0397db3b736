import { Sum } from "../../../../statistics/sum.ts";
import type { Json } from "../../../output/json.ts";
import { type Again, aggregationOf } from "./aggregation.ts";
import { aggregationNamed } from "./stated.ts";
import type { TaskTally } from "./task-tally.ts";

/**
 * A group's number is the mean of its tasks', weighted by their questions or not; the file does not say which,
 * and the nearer one is taken. Source: lm_eval.api.metrics.aggregate_subtask_metrics.
 */
export function againOfGroup(
  root: Json,
  group: string,
  key: string,
  stated: number | null,
  tallies: ReadonlyMap<string, TaskTally>,
): Again {
  const [weighted, plain, weights] = [new Sum(), new Sum(), new Sum()];
  let tasks = 0;
  for (const task of leavesOf(root, group)) {
    const tally = tallies.get(task);
    if (tally === undefined)
      return { value: null, because: `the samples of its task ${task} are not beside it` };
    const rows = tally.metrics.get(key);
    if (rows === undefined) continue;
    const metric = key.slice(0, key.lastIndexOf(","));
    const again = aggregationOf(aggregationNamed(root, task, metric), metric)(rows);
    if (again.value === null) return again;
    weighted.add(again.value * tally.documents);
    weights.add(tally.documents);
    plain.add(again.value);
    tasks++;
  }
  if (tasks === 0) return { value: null, because: "its tasks have no such metric" };
  const means = [weighted.value / weights.value, plain.value / tasks];
  const [nearest] = means.sort((a, b) => Math.abs(a - (stated ?? 0)) - Math.abs(b - (stated ?? 0)));
  return { value: nearest!, because: null };
}

export function isGroup(root: Json, name: string): boolean {
  return root.get("group_subtasks", name).size > 0;
}

/** The tasks below a group, through groups of groups. */
function leavesOf(root: Json, group: string): ReadonlySet<string> {
  const leaves = new Set<string>();
  const seen = new Set([group]);
  const open = [group];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const item of root.get("group_subtasks", name).items()) {
      const child = item.text();
      if (child === null || seen.has(child)) continue;
      seen.add(child);
      if (isGroup(root, child)) open.push(child);
      else leaves.add(child);
    }
  }
  return leaves;
}
