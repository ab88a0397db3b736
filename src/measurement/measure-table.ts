import type { Model } from "../inventory/model.ts";
import type { MetricParameters } from "../statistics/metric.ts";
import type { Outcome } from "../statistics/outcome.ts";
import { findMetric } from "../statistics/registry.ts";
import type { Sample } from "../statistics/sample.ts";
import { type Frame, texts } from "./frame.ts";
import { type GroupsNeed, keyOf, type MetricNeed } from "./need.ts";
import type { TablePlan } from "./plan.ts";
import type { GroupsResult, MetricResult, Result, Unmeasured } from "./result.ts";
import { sampleOf } from "./samples.ts";
import { Slicer } from "./slices.ts";
import { soundness } from "./soundness.ts";
import { subset } from "./subset.ts";
import { sampleTask } from "./task.ts";

/** Answers everything that one plan asks of one table that has been read. */
export function measureTable(frame: Frame, model: Model, plan: TablePlan): Map<string, Result> {
  const results = new Map<string, Result>();
  const samples = new Map<string, Sample | Unmeasured>();
  const slicer = new Slicer(frame);
  if (plan.rows) results.set(keyOf(plan.rows), soundness(frame, model));
  for (const need of plan.groups) results.set(keyOf(need), groupSizes(frame, need));
  for (const need of plan.metrics)
    results.set(keyOf(need), measureMetric(frame, model, need, slicer, samples));
  return results;
}

function measureMetric(
  frame: Frame,
  model: Model,
  need: MetricNeed,
  slicer: Slicer,
  samples: Map<string, Sample | Unmeasured>,
): MetricResult {
  const task = model.task && sampleTask(model.task.value);
  const metric = task && findMetric(need.metric, task)?.metric;
  if (!task || !metric) {
    return {
      kind: "cannot-tell",
      says: `${need.metric} is not measured for this task`,
      fix: "correct `model.task`",
    };
  }
  const { decision, weighted } = need;
  const sampleKey = JSON.stringify([metric.reads, decision, weighted]);
  let whole = samples.get(sampleKey);
  if (!whole) {
    whole = sampleOf(frame, model, { task, reads: metric.reads, decision, weighted });
    samples.set(sampleKey, whole);
  }
  if ("kind" in whole) return whole;
  const rows = slicer.rowsOf(need.slice);
  if (rows !== null && "kind" in rows) return rows;
  const sliceKey = `${sampleKey}${JSON.stringify(need.slice)}`;
  let part = samples.get(sliceKey);
  if (!part || "kind" in part) {
    part = subset(whole, rows);
    samples.set(sliceKey, part);
  }
  return compute(metric, part, need.parameters, need.confidence);
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
