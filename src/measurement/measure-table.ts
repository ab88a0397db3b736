import type { Model } from "../inventory/model.ts";
import { computed } from "../statistics/compute.ts";
import { linesOf, rowsAt } from "../statistics/frequency.ts";
import { findMetric } from "../statistics/registry.ts";
import type { Effort } from "./effort.ts";
import { type Frame, texts } from "./frame.ts";
import { type GroupsNeed, keyOf, type MetricNeed } from "./need.ts";
import type { TablePlan } from "./plan.ts";
import type { GroupsResult, MetricResult, Result } from "./result.ts";
import { rowCountsOf } from "./row-counts.ts";
import { Samples } from "./sample-cache.ts";
import { sliceKey } from "./slices.ts";
import { soundness } from "./soundness.ts";
import { type SampleTask, sampleTask } from "./task.ts";

/** Answers everything that one plan asks of one table that has been read. */
export function measureTable(
  frame: Frame,
  model: Model,
  plan: TablePlan,
  effort: Effort,
): Map<string, Result> {
  const results = new Map<string, Result>();
  if (plan.rows) results.set(keyOf(plan.rows), soundness(frame, model));
  for (const need of plan.groups) results.set(keyOf(need), groupSizes(frame, need));
  const task = model.task && sampleTask(model.task.value);
  const samples = new Samples(frame, model);
  let grouped: string | null = null;
  for (const need of bySlice(plan.metrics)) {
    const columns = JSON.stringify(Object.keys(need.slice).sort());
    if (columns !== grouped) effort.read(frame.table.rows);
    grouped = columns;
    results.set(keyOf(need), effort.begin() ?? measureMetric(task, samples, need, effort));
  }
  return results;
}

/** Needs of the same rows in a row: one slice's sample is held at a time, however many slices there are. */
function bySlice(needs: readonly MetricNeed[]): readonly MetricNeed[] {
  const keyed = needs.map((need) => ({ need, key: sliceKey(need.slice) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ need }) => need);
}

function measureMetric(
  task: SampleTask | null,
  samples: Samples,
  need: MetricNeed,
  effort: Effort,
): MetricResult {
  const metric = task && findMetric(need.metric, task)?.metric;
  if (!task || !metric) {
    return {
      kind: "cannot-tell",
      says: `${need.metric} is not measured for this task`,
      fix: "correct `model.task`",
    };
  }
  const { decision, weighted, slice } = need;
  const sample = samples.of({ task, reads: metric.reads, decision, weighted }, slice);
  if ("kind" in sample) return sample;
  effort.read(linesOf(sample));
  return computed(metric, sample, need.parameters, need.confidence);
}

function groupSizes(frame: Frame, need: GroupsNeed): GroupsResult {
  const column = texts(frame, need.column);
  if (!column) {
    const says = `the table has no column "${need.column}"`;
    return { kind: "cannot-tell", says, fix: "add the column to the evidence" };
  }
  const rows = rowCountsOf(frame);
  if ("kind" in rows) return rows;
  const counts = new Float64Array(column.dictionary.length);
  let missing = 0;
  for (let line = 0; line < column.codes.length; line++) {
    const code = column.codes[line]!;
    if (code < 0) missing += rowsAt(rows.counts, line);
    else counts[code]! += rowsAt(rows.counts, line);
  }
  const sizes = new Map(column.dictionary.map((name, code) => [name, counts[code]!]));
  return { kind: "groups", sizes, missing };
}
