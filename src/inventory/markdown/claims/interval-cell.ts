import { list, scalar } from "../../../documents/build.ts";
import type { List } from "../../../documents/value.ts";
import type { Prose } from "../prose.ts";
import { numberOf, type Reported } from "../reported.ts";

/** The two ends of an interval that has a cell of its own; null when they do not hold the value. */
export function intervalCell(cell: Prose | undefined, { number }: Reported): List | null {
  const numbers = cell?.tokens.filter(({ kind }) => kind === "number") ?? [];
  const [low, high] = numbers;
  if (!cell || !low || !high || numbers.length !== 2) return null;
  if (!(numberOf(low) <= number && number <= numberOf(high))) return null;
  const ends = [low, high].map((end) =>
    scalar(numberOf(end), cell.at(end.start), cell.text.slice(end.start, end.end)),
  );
  return list(ends, cell.at(low.start));
}
