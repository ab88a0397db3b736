import type { AlertCondition } from "../../../output/fact.ts";
import type { Comparison } from "./expression.ts";
import type { Measured, Quantity } from "./quantity.ts";

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
};
const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "==": "!=",
  "!=": "==",
};

const DIGITS = 12;

/** What a comparison asks of each series in it; nothing when no value of a series decides it. */
export function compared(operator: Comparison, left: Quantity, right: Quantity): readonly AlertCondition[] {
  if (left.kind === "constant" && right.kind !== "constant") return compared(MIRRORED[operator], right, left);
  if (right.kind === "constant") {
    if (left.kind === "measured") return solved(operator, left, right.value);
    return left.kind === "truth" ? decided(operator, left.of, right.value) : [];
  }
  if (left.kind !== "measured" || right.kind !== "measured") return [];
  const first = againstSeries(operator, left);
  const second = againstSeries(MIRRORED[operator], right);
  // A metric against its own past is about the metric now.
  if (left.name === right.name) return left.past && !right.past ? second : first;
  return [...first, ...second];
}

function solved(operator: Comparison, measured: Measured, value: number): AlertCondition[] {
  const { name, scale, shift, filled } = measured;
  // The number that fills a gap stands beside every series with labels, and fires whatever their values are.
  if (filled !== null && holds(scale * filled + shift, operator, value)) return [];
  // `1 - 0.9` is 0.1 to whoever wrote it.
  const threshold =
    scale === 1 && shift === 0 ? value : Number(((value - shift) / scale).toPrecision(DIGITS));
  if (!Number.isFinite(threshold)) return [];
  return [{ metric: name, operator: scale < 0 ? MIRRORED[operator] : operator, threshold, window: null }];
}

function againstSeries(operator: Comparison, { name, scale }: Measured): AlertCondition[] {
  return [
    { metric: name, operator: scale < 0 ? MIRRORED[operator] : operator, threshold: null, window: null },
  ];
}

/** 0 or 1 against a number: the condition itself, its opposite, or neither when both or none pass. */
function decided(operator: Comparison, of: AlertCondition, value: number): AlertCondition[] {
  const whenTrue = holds(1, operator, value);
  if (whenTrue === holds(0, operator, value)) return [];
  return [whenTrue ? of : { ...of, operator: OPPOSITE[of.operator] }];
}

function holds(left: number, operator: Comparison, right: number): boolean {
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "==":
      return left === right;
    case "!=":
      return left !== right;
  }
}
