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
  return () => {
    ofUnits.fill(0);
    for (const { size, units } of strata) generator.tally(size, size, ofUnits, units);
    if (unitOf !== null) for (let row = 0; row < rows; row++) ofRows[row] = ofUnits[unitOf[row]!]!;
    return ofRows;
  };
}
