import type { NamedCurve } from "../../measurement/analysis/curves.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Page } from "../renderings/text/page.ts";
import { columnsOf } from "../renderings/text/wrap.ts";
import { Braille } from "./braille.ts";
import { heading, INDENT, remarks } from "./grid.ts";

const COLUMNS = 34;
const ROWS = 10;
const GAP = "    ";

interface Look {
  readonly title: string;
  readonly x: string;
  /** A model that knows nothing, or that is calibrated, lies on the diagonal. */
  readonly diagonal: boolean;
  readonly marks: boolean;
}

const LOOKS: Readonly<Record<NamedCurve["curve"], Look>> = {
  roc: { title: "ROC: true positive rate", x: "false positive rate", diagonal: true, marks: false },
  precision_recall: { title: "precision", x: "recall", diagonal: false, marks: false },
  gain: { title: "gain: share of positives found", x: "share of rows taken", diagonal: true, marks: false },
  reliability: { title: "reliability: observed share", x: "mean score", diagonal: true, marks: true },
};

/** The curves, two beside each other where there is room. */
export function plotsText(curves: readonly NamedCurve[], page: Page): readonly string[] {
  if (curves.length === 0) return [];
  const plots = curves.flatMap(plotOf);
  const wide = 2 * widthOf(plots) + INDENT.length + GAP.length <= page.width;
  const rows = wide
    ? plots.flatMap((plot, index) => (index % 2 === 0 ? [[plot, plots[index + 1] ?? []]] : []))
    : plots.map((plot) => [plot]);
  const none = curves.flatMap(({ curve, points }) =>
    points.undefined === null ? [] : `${LOOKS[curve].title}: undefined, ${escapeTerminal(points.undefined)}`,
  );
  return [
    ...heading("Curves", page),
    ...rows.flatMap((beside, index) => [...(index === 0 ? [] : [""]), ...abreast(beside, widthOf(plots))]),
    ...remarks(none, page),
  ];
}

function plotOf({ curve, points }: NamedCurve): readonly (readonly string[])[] {
  if (points.value === null) return [];
  const { title, x, diagonal, marks } = LOOKS[curve];
  const canvas = new Braille(COLUMNS, ROWS);
  const { x: xs, y: ys } = points.value;
  if (diagonal) canvas.line(0, 0, 1, 1, 4);
  for (let point = 0; point < xs.length; point++) {
    const before = Math.max(0, point - 1);
    canvas.line(xs[before]!, ys[before]!, xs[point]!, ys[point]!);
    if (marks) cross(canvas, xs[point]!, ys[point]!);
  }
  const lines = canvas.lines();
  const axis = (row: number) => (row === 0 ? "1 ┤" : row === lines.length - 1 ? "0 ┤" : "  │");
  const under = `   0${x.padStart(Math.floor((COLUMNS + x.length) / 2) - 1).padEnd(COLUMNS - 2)}1`;
  return [[`   ${title}`, ...lines.map((line, row) => axis(row) + line), `  └${"─".repeat(COLUMNS)}`, under]];
}

/** A point of few is shown larger than the line through it. */
function cross(canvas: Braille, x: number, y: number): void {
  const [across, down] = [1 / (2 * COLUMNS), 1 / (4 * ROWS)];
  for (const [right, up] of [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ] as const) {
    canvas.dot(x + right * across, y + up * down);
  }
}

function widthOf(plots: readonly (readonly string[])[]): number {
  return Math.max(0, ...plots.flatMap((plot) => plot.map(columnsOf)));
}

function abreast(plots: readonly (readonly string[])[], width: number): readonly string[] {
  const height = Math.max(...plots.map((plot) => plot.length));
  return Array.from({ length: height }, (_, row) => {
    const parts = plots
      .map((plot) => plot[row] ?? "")
      .map((text) => text + " ".repeat(width - columnsOf(text)));
    return (INDENT + parts.join(GAP)).trimEnd();
  });
}
