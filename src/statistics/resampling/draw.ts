import type { Design } from "./design.ts";
import type { Sfc64 } from "./sfc64.ts";

/**
 * Draws samples of a design, one for each call: how many times each row is in it. The counts are written over
 * by the next call.
 */
export function drawer(design: Design, generator: Sfc64): () => Uint32Array {
  const { rows, units, unitOf, strata } = design;
  const ofUnits = new Uint32Array(units);
  const ofRows = unitOf === null ? ofUnits : new Uint32Array(rows);
  const ofStrata = strata.map(({ size, units }) => (units === null ? ofUnits : new Uint32Array(size)));
  return () => {
    strata.forEach(({ size, units }, index) => {
      const counts = ofStrata[index]!.fill(0);
      generator.tally(size, counts);
      if (units !== null) for (let place = 0; place < size; place++) ofUnits[units[place]!] = counts[place]!;
    });
    if (unitOf !== null) for (let row = 0; row < rows; row++) ofRows[row] = ofUnits[unitOf[row]!]!;
    return ofRows;
  };
}
