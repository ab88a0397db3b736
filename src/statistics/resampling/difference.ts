import type { Statistic } from "./statistic.ts";

/**
 * How much larger the first statistic is than the second, of the same rows in the same order: a paired
 * bootstrap draws rows once for both.
 * @throws RangeError when they are of different numbers of rows.
 */
export function differenceStatistic(first: Statistic, second: Statistic): Statistic {
  if (first.rows !== second.rows) throw new RangeError("paired statistics must be of the same rows");
  return {
    rows: first.rows,
    at: (counts) => first.at(counts) - second.at(counts),
    withoutEach(unitOf, units) {
      const left = first.withoutEach(unitOf, units);
      const right = left && second.withoutEach(unitOf, units);
      return left && right && left.map((value, unit) => value - right[unit]!);
    },
  };
}
