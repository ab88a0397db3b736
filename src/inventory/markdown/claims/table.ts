import type { ClaimFields } from "../claim-entry.ts";
import { metricLabel } from "../label.ts";
import { columnOf, normal } from "./columns.ts";
import type { Context } from "./context.ts";
import type { Grid } from "./grid.ts";
import { matrixTable } from "./matrix-table.ts";
import { metricPerColumn } from "./table-by-column.ts";
import { metricPerRow } from "./table-by-row.ts";

const METRIC_HEADERS = /^(metrics?|measures?|métrica|metrik|indicator|kpi|metric name|evaluation metric)$/;

/** The claims of a table, whichever way round it is written. A log of training epochs claims nothing. */
export function* tableClaims(grid: Grid, context: Context): Generator<ClaimFields> {
  const cells = matrixTable(grid);
  if (cells) return yield* cells;
  const firstMetric = grid.header.findIndex((header) => metricLabel(header) !== null);
  const metricColumn = columnOfMetricNames(grid);
  if (metricColumn !== null) return yield* metricPerRow(grid, metricColumn, context);
  if (firstMetric < 0) return;
  const hints = { self: context.self, axis: context.axis, firstMetric };
  const columns = grid.header.map((header, index) =>
    columnOf(
      header,
      index,
      grid.rows.map((row) => row[index]).filter((cell) => cell !== undefined),
      hints,
    ),
  );
  if (columns.some(({ role }) => role === "log")) return;
  yield* metricPerColumn(grid, columns, context);
}

function columnOfMetricNames({ header, rows }: Grid): number | null {
  const titled = header.findIndex((cell) => METRIC_HEADERS.test(normal(cell)));
  if (titled >= 0) return titled;
  if (header.slice(1).some((cell) => metricLabel(cell) !== null)) return null;
  return rows.some((row) => row[0] !== undefined && metricLabel(row[0]) !== null) ? 0 : null;
}
