import { rowsOfAll } from "../../statistics/frequency.ts";
import type { Metric, MetricParameters } from "../../statistics/metric.ts";
import { rankParts } from "../../statistics/ranking/parts.ts";
import { type Ranked, rememberRanked } from "../../statistics/ranking/ranked.ts";
import { findMetric } from "../../statistics/registry.ts";
import { Room } from "../../statistics/room.ts";
import { type Frame, numbers, texts } from "../frame.ts";
import { SMALLEST_SLICE, TOO_SMALL } from "../settle.ts";
import type { SampleTask } from "../task.ts";
import { type Asked, askedOf, settingsAsked } from "./asked.ts";
import { type Fairness, fairnessOf } from "./fairness.ts";
import { type GroupCalibration, groupCalibration } from "./group-calibration.ts";
import { type Group, groupsBy } from "./groups.ts";
import { type MetricRow, metricRow } from "./metrics.ts";
import type { AnalysisRequest } from "./request.ts";
import { type BootstrapFacts, type Resampler, resampler } from "./resampled.ts";
import { type Samples, samplesIn } from "./samples.ts";
import type { Told } from "./told.ts";

/** Groups beyond so many are counted and not measured, the smallest of them. */
const MOST_GROUPS = 100;

const MAIN: Readonly<Record<SampleTask, readonly (readonly [string, MetricParameters])[]>> = {
  binary: [
    ["roc_auc", {}],
    ["average_precision", {}],
    ["brier_score", {}],
    ["accuracy", {}],
    ["precision", {}],
    ["recall", {}],
    ["specificity", {}],
  ],
  multiclass: [
    ["accuracy", {}],
    ["balanced_accuracy", {}],
    ["f1", { average: "macro" }],
    ["roc_auc_ovr", { average: "macro" }],
    ["log_loss", {}],
  ],
  multilabel: [
    ["accuracy", {}],
    ["hamming_loss", {}],
    ["f1", { average: "macro" }],
    ["f1", { average: "micro" }],
    ["roc_auc", { average: "macro" }],
  ],
  regression: [
    ["mean_absolute_error", {}],
    ["root_mean_squared_error", {}],
    ["mean_error", {}],
    ["r2", {}],
    ["interval_coverage", {}],
    ["mean_interval_width", {}],
  ],
};

export interface GroupAnalysis {
  readonly values: Group["values"];
  readonly n: number;
  /** Why the numbers of the group are not told; null when they are. */
  readonly withheld: string | null;
  readonly metrics: readonly MetricRow[];
  /** Null when the numbers are withheld, or there is no score of two classes. */
  readonly calibration: Told<GroupCalibration> | null;
}

/** The groups that one segment column makes, or several together. */
export interface SegmentAnalysis {
  readonly by: readonly string[];
  readonly groups: readonly GroupAnalysis[];
  readonly groupsNotShown: number;
  /** Null for other tasks than binary. */
  readonly fairness: Told<Fairness> | null;
}

/** By each segment column, and by all of them together when there are several. */
export function segmentsOf(
  frame: Frame,
  request: AnalysisRequest,
  samples: Samples,
  bootstrap: BootstrapFacts | null,
): readonly SegmentAnalysis[] {
  const { segments, task, metrics: asked, confidence } = request;
  const sets = segments.map((segment) => [segment]);
  if (segments.length > 1) sets.push([...segments]);
  const [room, groupRoom] = [new Room(), new Room()];
  return sets.map((by) => {
    room.clear();
    const columns = by.flatMap((name) => texts(frame, name) ?? []);
    const groups = groupsBy(
      columns,
      frame.table.rows,
      numbers(frame, frame.roles.count)?.values ?? null,
      room,
    );
    const shown = groups.slice(0, MOST_GROUPS);
    const ranks = ranksOf(shown, samples, room);
    return {
      by,
      groups: shown.map((group, index) => {
        groupRoom.clear();
        const resample = resampler(frame, bootstrap, confidence, group.rows);
        return groupOf(group, request, samples, ranks?.[index] ?? null, resample, groupRoom);
      }),
      groupsNotShown: groups.length - shown.length,
      fairness: task === "binary" && asked === null ? fairnessOf(groups, decided(samples), confidence) : null,
    };
  });
}

function groupOf(
  { values, rows, n }: Group,
  { task, metrics: asked, confidence }: AnalysisRequest,
  samples: Samples,
  ranked: Ranked | null,
  resample: Resampler | null,
  room: Room,
): GroupAnalysis {
  if (n < SMALLEST_SLICE) return { values, n, withheld: TOO_SMALL, metrics: [], calibration: null };
  const part = samplesIn(samples, rows, room);
  const scored = part.get("score");
  if (ranked !== null && scored?.task === "binary" && scored.score !== null) {
    rememberRanked(scored.score, scored.positive, scored.weight, ranked);
  }
  const metrics = measuresOf(task, asked, part).flatMap(([metric, parameters]) => {
    const sample = part.get(metric.reads);
    return sample ? metricRow(metric, sample, parameters, confidence, resample) : [];
  });
  const calibration =
    asked === null && scored?.task === "binary" ? groupCalibration(scored, confidence) : null;
  return { values, n, withheld: null, metrics, calibration };
}

type Measure = readonly [Metric, MetricParameters];

/** The main metrics of a task, or those that are asked for. */
function measuresOf(task: SampleTask, asked: readonly Asked[] | null, part: Samples): readonly Measure[] {
  if (asked === null) {
    return MAIN[task].flatMap(([name, parameters]): Measure[] => {
      const metric = findMetric(name, task)?.metric;
      return metric ? [[metric, parameters]] : [];
    });
  }
  return askedOf(task, asked).flatMap((metric) => {
    const sample = part.get(metric.reads);
    if (!sample) return [];
    const classes = sample.task === "regression" ? [] : sample.classes;
    return settingsAsked(metric, asked, classes, rowsOfAll(sample)).map(
      (setting): Measure => [metric, setting],
    );
  });
}

/** The rows were put in order once for all metrics; how each group ranks follows from that. */
function ranksOf(groups: readonly Group[], samples: Samples, room: Room): readonly Ranked[] | null {
  const sample = samples.get("score");
  if (sample?.task !== "binary" || sample.score === null) return null;
  const rows = groups.map((group) => group.rows);
  return rankParts(sample.score, sample.positive, sample.weight, rows, room);
}

function decided(samples: Samples) {
  const sample = samples.get("decision");
  return sample?.task === "binary" ? sample : null;
}
