import type { Statistic } from "./statistic.ts";

/** A statistic of sorted rows as one of the rows as they came: `order` tells the row at each place. */
export function inRows(statistic: Statistic, order: Uint32Array): Statistic {
  const byPlace = new Uint32Array(order.length);
  return {
    rows: statistic.rows,
    at(counts) {
      for (let place = 0; place < order.length; place++) byPlace[place] = counts[order[place]!]!;
      return statistic.at(byPlace);
    },
    withoutEach(unitOf, units) {
      if (unitOf !== null) {
        return statistic.withoutEach(
          order.map((row) => unitOf[row]!),
          units,
        );
      }
      const byPlace = statistic.withoutEach(null, units);
      const values = byPlace && new Float64Array(units);
      byPlace?.forEach((value, place) => {
        values![order[place]!] = value;
      });
      return values;
    },
  };
}
