import type { Analysis } from "../../measurement/analysis/analysis.ts";
import { groupName as fullName } from "../../measurement/analysis/groups.ts";
import type { MetricRow } from "../../measurement/analysis/metrics.ts";
import type { GroupAnalysis, SegmentAnalysis } from "../../measurement/analysis/segments.ts";
import { grouped } from "../escape/grouped.ts";
import type { Page } from "../renderings/text/page.ts";
import { fairnessText } from "./fairness-text.ts";
import { ends, figure, metricName, NONE, name } from "./figures.ts";
import { fitting, grid, heading, left, remarks, right } from "./grid.ts";
import { groupCalibrationText } from "./group-calibration-text.ts";
import { reasons } from "./metrics-text.ts";

/** Groups that a terminal lists of one segmentation. */
const GROUPS_SHOWN = 20;

export function segmentsText({ segments, confidence, bootstrap }: Analysis, page: Page): readonly string[] {
  return segments.flatMap((segment) => [
    ...heading(`By ${segment.by.map(name).join(" and ")}`, page),
    ...tables(segment, page),
    ...notes(segment, bootstrap !== null, page),
    ...groupCalibrationText(segment.groups.slice(0, GROUPS_SHOWN), groupName, page),
    ...fairnessText(segment.fairness, shortNames(segment), confidence, page),
  ]);
}

/** The heading says which columns the values are of. */
function shortNames({ groups }: SegmentAnalysis): (group: string) => string {
  const names = new Map(groups.map((group) => [fullName(group.values), groupName(group)]));
  return (group) => names.get(group) ?? name(group);
}

/** As many metrics side by side as fit, and the others in tables below. */
function tables({ groups }: SegmentAnalysis, page: Page): readonly string[] {
  const shown = groups.slice(0, GROUPS_SHOWN);
  const titles = shown.find(({ withheld }) => withheld === null)?.metrics ?? [];
  const lines: string[] = [];
  for (let from = 0; from < titles.length || from === 0; ) {
    const { table, taken } = widest(shown, titles, from, page);
    if (from > 0) lines.push("");
    lines.push(...table);
    from += taken;
  }
  return lines;
}

function widest(groups: readonly GroupAnalysis[], titles: readonly MetricRow[], from: number, page: Page) {
  for (let taken = titles.length - from; taken > 1; taken--) {
    const table = fitting(...part(groups, titles, from, taken), page);
    if (table !== null) return { table, taken };
  }
  return { table: grid(...part(groups, titles, from, 1), page), taken: 1 };
}

function part(groups: readonly GroupAnalysis[], titles: readonly MetricRow[], from: number, taken: number) {
  const kept = titles.slice(from, from + taken);
  const columns = [
    left("group"),
    right("n"),
    ...kept.map(({ metric, parameters }) => left(metricName(metric, parameters))),
  ];
  const rows = groups.map((group) => [
    groupName(group),
    grouped(group.n),
    ...kept.map((_, index) => cell(group.metrics[from + index])),
  ]);
  return [columns, rows] as const;
}

function cell(row: MetricRow | undefined): string {
  if (row === undefined || row.value === null) return NONE;
  const interval = row.bootstrap?.value ?? row.interval;
  return interval === null ? figure(row.value) : `${figure(row.value)} ${ends(interval)}`;
}

function groupName({ values }: GroupAnalysis): string {
  const cells = Object.values(values).map((value) => (value === null ? "(empty)" : name(value)));
  return cells.join(", ");
}

function notes({ groups, groupsNotShown }: SegmentAnalysis, drawn: boolean, page: Page): readonly string[] {
  const shown = groups.slice(0, GROUPS_SHOWN);
  const withheld = shown.flatMap((group) =>
    group.withheld === null ? [] : `${groupName(group)}: ${group.withheld}.`,
  );
  const undefinedOnes = shown.flatMap((group) => reasons(group.metrics, ` of ${groupName(group)}`));
  const more = groups.length - shown.length;
  const by = drawn ? ["Intervals are BCa's, and in closed form where there is none."] : [];
  const cut = [
    ...(more > 0 ? [`${grouped(more)} more groups; --format json has them.`] : []),
    ...(groupsNotShown > 0 ? [`${grouped(groupsNotShown)} groups, the smallest, are not measured.`] : []),
  ];
  return remarks([...by, ...withheld, ...undefinedOnes, ...cut], page);
}
