import { Sum } from "../../../../statistics/sum.ts";
import type { Aggregate } from "../../../output/output.ts";
import { averageNamed, halfDigit, MEASURES, type Measure, type Report, type ReportRow } from "./report.ts";

/** The order in which two programs add is no contradiction. */
const ROUNDING = 1e-9;

/**
 * What a report states about its own rows: averages over the classes, the accuracy as the recall weighted by
 * support, each F1 as 2PR/(P+R), and the total support. Undefined numbers are left out of an average, as
 * scikit-learn does. Source: scikit-learn, classification_report and precision_recall_fscore_support.
 */
export function aggregatesOf(report: Report): readonly Aggregate[] {
  const { averages, classes } = report;
  return [
    ...averages.flatMap((row) => averaged(row, report)),
    ...accuracyOf(report),
    ...classes.flatMap((row) => harmonic(row, report)),
  ];
}

function averaged(row: ReportRow, report: Report): readonly Aggregate[] {
  const average = averageNamed(row.name);
  const half = halfDigit(report);
  const of = (measure: Measure, recomputed: number | null) =>
    stated(`${measure}|${row.name}`, row.cells[measure], recomputed, 2 * half, row, report);
  const means = (weighted: boolean) =>
    MEASURES.flatMap((measure) => of(measure, mean(report.classes, measure, weighted)));
  switch (average) {
    case "macro":
      return [...means(false), ...supportOf(row, report)];
    case "weighted":
      return [...means(true), ...supportOf(row, report)];
    case "micro":
      return [
        ...of("recall", mean(report.classes, "recall", true)),
        ...harmonic(row, report),
        ...supportOf(row, report),
      ];
    default:
      // Averages over samples have their rows in the predictions alone.
      return supportOf(row, report);
  }
}

/** With few enough rows in each class, the number of hits is known from a rounded recall, and so the accuracy. */
function accuracyOf(report: Report): readonly Aggregate[] {
  const { accuracy, classes } = report;
  if (accuracy === null) return [];
  const half = halfDigit(report);
  const known = classes.every(({ support }) => Number.isInteger(support) && half * (support ?? 0) < 0.5);
  const counted = classes.map((row) => (half > 0 && known ? withCountedHits(row) : row));
  const tolerance = known ? half : 2 * half;
  return [
    ...stated("accuracy", accuracy.value, mean(counted, "recall", true), tolerance, accuracy, report),
    ...supportOf({ name: "accuracy", ...accuracy }, report),
  ];
}

function withCountedHits(row: ReportRow): ReportRow {
  const { recall } = row.cells;
  const support = row.support ?? 0;
  if (recall === null || support === 0) return row;
  return { ...row, cells: { ...row.cells, recall: Math.round(recall * support) / support } };
}

/** F1 rises with both of its parts, so that it lies between those of their lowest and highest values. */
function harmonic(row: ReportRow, report: Report): readonly Aggregate[] {
  const { precision, recall } = row.cells;
  if (precision === null || recall === null || precision + recall <= 0) return [];
  const half = halfDigit(report);
  const middle = f1(precision, recall);
  const off = Math.max(
    f1(precision + half, recall + half) - middle,
    middle - f1(Math.max(0, precision - half), Math.max(0, recall - half)),
  );
  return stated(`f1-score|${row.name}`, row.cells["f1-score"], middle, off + half, row, report);
}

function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

function supportOf(row: Pick<ReportRow, "name" | "support" | "at">, report: Report): readonly Aggregate[] {
  if (row.support === null) return [];
  const sum = new Sum();
  for (const { support } of report.classes) sum.add(support ?? Number.NaN);
  return stated(`support|${row.name}`, row.support, sum.value, 0, row, report);
}

function mean(rows: readonly ReportRow[], measure: Measure, weighted: boolean): number | null {
  const [total, weights] = [new Sum(), new Sum()];
  for (const { cells, support } of rows) {
    const value = cells[measure];
    if (value === null) continue;
    const weight = weighted ? (support ?? Number.NaN) : 1;
    total.add(value * weight);
    weights.add(weight);
  }
  return total.value / weights.value;
}

function stated(
  name: string,
  value: number | null,
  computed: number | null,
  tolerance: number,
  { at }: Pick<ReportRow, "at">,
  { classes, slice }: Report,
): readonly Aggregate[] {
  if (value === null) return [];
  const recomputed = computed !== null && Number.isFinite(computed) ? computed : null;
  const because = recomputed === null ? "its classes have no numbers to average" : null;
  const of = Object.entries(slice).map(([key, part]) => `${key}=${part}|`);
  const rounding = ROUNDING * Math.max(1, Math.abs(value));
  return [
    {
      name: of.join("") + name,
      stated: value,
      recomputed,
      because,
      tolerance: tolerance + rounding,
      rows: classes.length,
      at,
    },
  ];
}
