import { rowsOfAll } from "../../statistics/frequency.ts";
import type { Grouping } from "../../statistics/grouping.ts";
import type { Metric, MetricParameters } from "../../statistics/metric.ts";
import { type Ranked, rememberRanked } from "../../statistics/ranking/ranked.ts";
import { rankGroups } from "../../statistics/ranking/ranked-groups.ts";
import { findMetric } from "../../statistics/registry.ts";
import { Room } from "../../statistics/room.ts";
import type { TextColumn } from "../../tables/table.ts";
import { byColumn, type CodeGroups, codeGroups } from "../code-groups.ts";
import { type Frame, numbers, texts } from "../frame.ts";
import { SMALLEST_SLICE, TOO_SMALL } from "../settle.ts";
import { subsetOfGroup } from "../subset.ts";
import type { SampleTask } from "../task.ts";
import { type Asked, askedOf, settingsAsked } from "./asked.ts";
import { type Fairness, fairnessOf } from "./fairness.ts";
import { type GroupCalibration, groupCalibration } from "./group-calibration.ts";
import { type Group, groupsIn } from "./groups.ts";
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
  const columns = request.segments.flatMap((name) => texts(frame, name) ?? []);
  if (columns.length === 0) return [];
  const all = codeGroups(columns, frame.table.rows, new Room());
  const { task, metrics: asked, confidence } = request;
  const counts = numbers(frame, frame.roles.count)?.values ?? null;
  const [room, groupRoom] = [new Room(), new Room()];
  const segment = (by: readonly TextColumn[], codes: CodeGroups): SegmentAnalysis => {
    const groups = groupsIn(codes, by, counts);
    const shown = groups.slice(0, MOST_GROUPS);
    const ranked = ranksOf(codes.grouping, samples, room);
    return {
      by: by.map(({ name }) => name),
      groups: shown.map((group) => {
        groupRoom.clear();
        const resample = bootstrap && resampler(frame, bootstrap, confidence, group.of.rowsOf(group.number));
        return groupOf(group, request, samples, ranked, resample, groupRoom);
      }),
      groupsNotShown: groups.length - shown.length,
      fairness: task === "binary" && asked === null ? fairnessOf(groups, decided(samples), confidence) : null,
    };
  };
  if (columns.length === 1) return [segment(columns, all)];
  const single = columns.map((column, place) => {
    room.clear();
    return segment([column], byColumn(all, place, column, room));
  });
  room.clear();
  return [...single, segment(columns, all)];
}

function groupOf(
  { values, of, number, n }: Group,
  { task, metrics: asked, confidence }: AnalysisRequest,
  samples: Samples,
  ranked: ((group: number) => Ranked) | null,
  resample: Resampler | null,
  room: Room,
): GroupAnalysis {
  if (n < SMALLEST_SLICE) return { values, n, withheld: TOO_SMALL, metrics: [], calibration: null };
  const part = samplesIn(samples, (sample) => subsetOfGroup(sample, of, number, room));
  const scored = part.get("score");
  if (ranked !== null && scored?.task === "binary") rememberRanked(scored, ranked(number));
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
function ranksOf(grouping: Grouping, samples: Samples, room: Room) {
  const sample = samples.get("score");
  return sample?.task === "binary" ? rankGroups(sample, grouping, room) : null;
}

function decided(samples: Samples) {
  const sample = samples.get("decision");
  return sample?.task === "binary" ? sample : null;
}
