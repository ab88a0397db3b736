import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import { type Again, aggregationOf, isMean } from "./aggregation.ts";
import { againOfGroup, isGroup } from "./group.ts";
import { aggregationNamed, type Stated, statedIn } from "./stated.ts";
import type { TaskTally } from "./task-tally.ts";

export type Tallies = ReadonlyMap<string, TaskTally>;

/** Every number that the run states, held against the rows of its tasks. */
export function aggregatesOf(root: Json, tallies: Tallies): Aggregate[] {
  return [
    ...[...statedIn(root)].flatMap((stated) => aggregateOf(root, stated, tallies)),
    ...[...root.get("n-samples").entries()].flatMap(([task, counts]) =>
      countOf(task, counts.get("effective"), tallies.get(task)),
    ),
    ...[...tallies].flatMap(([task, tally]) => hashesOf(root, task, tally)),
  ];
}

/** JSON keeps all digits; what is left is the order of the terms. */
const ROUNDING = 1e-9;

function aggregateOf(root: Json, stated: Stated, tallies: Tallies): Aggregate[] {
  const { task, metric, filter, isError, value } = stated;
  const number = value.number();
  if (number === null) return [];
  const tally = tallies.get(task);
  const { value: recomputed, because } = againOf(root, stated, tallies);
  // The error of anything but a mean is drawn at random.
  if (isError && recomputed === null) return [];
  const name = [isError ? `${metric}_stderr` : metric, task, ...(filter === "none" ? [] : [filter])];
  return [
    {
      name: name.join("|"),
      stated: number,
      recomputed,
      because,
      tolerance: ROUNDING * Math.max(1, Math.abs(number)),
      rows: tally?.documents ?? 0,
      at: value.at,
    },
  ];
}

function againOf(root: Json, { task, metric, filter, isError, value }: Stated, tallies: Tallies): Again {
  const tally = tallies.get(task);
  if (tally === undefined) {
    if (isGroup(root, task) && !isError)
      return againOfGroup(root, task, `${metric},${filter}`, value.number(), tallies);
    return { value: null, because: "the samples of the task are not beside it" };
  }
  const rows = tally.metrics.get(`${metric},${filter}`);
  if (rows === undefined) return { value: null, because: "the task's samples have no such metric" };
  const named = aggregationNamed(root, task, metric);
  if (!isError) return aggregationOf(named, metric)(rows);
  const error = isMean(named, metric) && rows.rows === rows.values.count ? rows.values.standardError : null;
  return error === null
    ? { value: null, because: "it is no error of a mean" }
    : { value: error, because: null };
}

function countOf(task: string, effective: Json, tally: TaskTally | undefined): Aggregate[] {
  const stated = effective.number();
  if (stated === null || tally === undefined) return [];
  return [exact(`samples|${task}`, stated, tally.documents, tally, effective)];
}

/** Rows edited, dropped or put in another order no longer give the digest that the run states of them. */
function hashesOf(root: Json, task: string, tally: TaskTally): Aggregate[] {
  const digest = root.get("task_hashes", task);
  if (tally.digest === null || tally.rows === 0) return [];
  const own = exact(`samples as they were hashed|${task}`, tally.rows, tally.trueToHashes, tally, root);
  if (digest.text() === null) return [own];
  const kept = tally.digest === digest.text() ? tally.rows : 0;
  return [own, exact(`samples of task_hashes|${task}`, tally.rows, kept, tally, digest)];
}

function exact(name: string, stated: number, recomputed: number, tally: TaskTally, where: Json): Aggregate {
  return { name, stated, recomputed, because: null, tolerance: 0, rows: tally.rows, at: where.at };
}
