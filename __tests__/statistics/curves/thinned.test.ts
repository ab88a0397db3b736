import { expect, it } from "vitest";
import type { Curve } from "../../../src/statistics/curves/curve.ts";
import { thinned } from "../../../src/statistics/curves/thinned.ts";

const ROWS = 5_000;

/** The same search, point by point: none is level or upright in these curves. */
function pointByPoint({ x, y }: Curve): number[] {
  const kept = (size: number) => {
    const found = [0];
    let [from, low, high] = [0, y[0]!, y[0]!];
    for (let point = 1; point < x.length && found.length <= 200; point++) {
      [low, high] = [Math.min(low, y[point]!), Math.max(high, y[point]!)];
      if (point === from + 1 || (x[point]! - x[from]!) * (high - low) <= size) continue;
      from = point - 1;
      found.push(from);
      [low, high] = [Math.min(y[from]!, y[point]!), Math.max(y[from]!, y[point]!)];
    }
    if (found.at(-1) !== x.length - 1) found.push(x.length - 1);
    return found;
  };
  let [tooFew, enough] = [
    0,
    (x.at(-1)! - x[0]!) * (y.reduce((a, b) => Math.max(a, b)) - y.reduce((a, b) => Math.min(a, b))),
  ];
  for (let halving = 0; halving < 40; halving++) {
    const middle = tooFew + (enough - tooFew) / 2;
    if (kept(middle).length > 200) tooFew = middle;
    else enough = middle;
  }
  return kept(enough);
}

it.each<[string, (point: number) => number]>([
  ["rises", (point) => Math.sqrt(point / ROWS)],
  ["rises and falls", (point) => Math.sin(point / 900) / (1 + point / 5000)],
  ["jumps about", (point) => Math.sin(point * point)],
])("leaves out the same points of a curve that %s, however many it passes over at once", (_, height) => {
  const x = Float64Array.from({ length: ROWS }, (_, point) => (point / ROWS) ** 2);
  const y = Float64Array.from({ length: ROWS }, (_, point) => height(point));
  const threshold = Float64Array.from({ length: ROWS }, (_, point) => -point);
  expect([...thinned({ x, y, threshold }).threshold]).toEqual(
    pointByPoint({ x, y, threshold }).map((point) => -point),
  );
});
