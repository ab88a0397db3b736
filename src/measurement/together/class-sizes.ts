import { isCount } from "../../statistics/consistency/whole-count.ts";
import type { StatedNumber } from "./stated-number.ts";

/** How many rows truly are of each class, as the card states it. */
export type ClassSizes = ReadonlyMap<string, number>;

const NONE: ClassSizes = new Map();

/** From stated supports, else from the rows of a whole confusion matrix; empty where neither is clear. */
export function statedClassSizes(numbers: readonly StatedNumber[]): ClassSizes {
  const supports = numbers.flatMap(({ reported: { metric, class: of, value } }) =>
    metric === "support" && of !== undefined ? [[of, value] as const] : [],
  );
  const sizes = onlyOnce(supports);
  return sizes.size > 0 ? sizes : sizesOfMatrix(numbers);
}

function sizesOfMatrix(numbers: readonly StatedNumber[]): ClassSizes {
  const rows = new Map<string, number>();
  const cells = onlyOnce(
    numbers.flatMap(({ reported: { metric, actual, predicted, value } }) =>
      metric === "confusion_matrix" && actual !== undefined && predicted !== undefined
        ? [[JSON.stringify([actual, predicted]), value] as const]
        : [],
    ),
  );
  for (const [cell, count] of cells) {
    const [actual] = JSON.parse(cell) as [string];
    rows.set(actual, (rows.get(actual) ?? 0) + count);
  }
  return cells.size === rows.size ** 2 ? rows : NONE;
}

/** Nothing where one is given twice with different numbers, or a number counts nothing. */
function onlyOnce(stated: readonly (readonly [string, number])[]): ClassSizes {
  const values = new Map<string, number>();
  for (const [key, value] of stated) {
    if (!isCount(value) || (values.get(key) ?? value) !== value) return NONE;
    values.set(key, value);
  }
  return values;
}
