import { expect, it } from "vitest";
import { Braille } from "../../../src/report/analysis/braille.ts";

const drawn = (columns: number, rows: number, draw: (canvas: Braille) => void) => {
  const canvas = new Braille(columns, rows);
  draw(canvas);
  return canvas.lines();
};

it.each<[string, readonly [number, number], string]>([
  ["lower left", [0, 0], "⡀"],
  ["upper left", [0, 1], "⠁"],
  ["lower right", [1, 0], "⢀"],
  ["upper right", [1, 1], "⠈"],
])("has its corner at the %s", (_, [x, y], expected) => {
  expect(drawn(1, 1, (canvas) => canvas.dot(x, y))).toEqual([expected]);
});

it("leaves no gap in a line, and blanks elsewhere", () => {
  expect(drawn(3, 2, (canvas) => canvas.line(0, 1, 1, 1))).toEqual(["⠉⠉⠉", "   "]);
  expect(drawn(1, 2, (canvas) => canvas.line(0, 0, 0, 1))).toEqual(["⡇", "⡇"]);
});

it("leaves out what lies outside, and what is no number", () => {
  expect(drawn(1, 1, (canvas) => canvas.line(-1, 2, Number.NaN, 3))).toEqual([" "]);
});
