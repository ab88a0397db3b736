import type { Model } from "../inventory/model.ts";
import type { MetricParameters } from "../statistics/metric.ts";
import type { Outcome } from "../statistics/outcome.ts";
import { findMetric } from "../statistics/registry.ts";
import type { Sample } from "../statistics/sample.ts";
import type { Effort } from "./effort.ts";
import { type Frame, texts } from "./frame.ts";
import { type GroupsNeed, keyOf, type MetricNeed } from "./need.ts";
import type { TablePlan } from "./plan.ts";
import type { GroupsResult, MetricResult, Result } from "./result.ts";
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
  effort.read(sample.task === "binary" ? sample.positive.length : sample.truth.length);
  return compute(metric, sample, need.parameters, need.confidence);
}

type Found = NonNullable<ReturnType<typeof findMetric>>["metric"];

/** The metric's task and the sample's are the same by construction; a mismatch is a fault of ours. */
function compute(metric: Found, sample: Sample, parameters: MetricParameters, confidence: number): Outcome {
  if (metric.task === "binary" && sample.task === "binary")
    return metric.compute(sample, parameters, confidence);
  if (metric.task === "multiclass" && sample.task === "multiclass")
    return metric.compute(sample, parameters, confidence);
  if (metric.task === "regression" && sample.task === "regression")
    return metric.compute(sample, parameters, confidence);
  throw new TypeError(`metric ${metric.name} is of ${metric.task}, the sample of ${sample.task}`);
}

function groupSizes(frame: Frame, need: GroupsNeed): GroupsResult {
  const column = texts(frame, need.column);
  if (!column) {
    const says = `the table has no column "${need.column}"`;
    return { kind: "cannot-tell", says, fix: "add the column to the evidence" };
  }
  const counts = new Int32Array(column.dictionary.length);
  let missing = 0;
  for (const code of column.codes) {
    if (code < 0) missing++;
    else counts[code]!++;
  }
  const sizes = new Map(column.dictionary.map((name, code) => [name, counts[code]!]));
  return { kind: "groups", sizes, missing };
}
