/** What is drawn anew in each replicate: units (rows, or entities with all their rows), stratum by stratum. */
export interface Design {
  readonly rows: number;
  readonly units: number;
  /** Each row's unit; null where every row is a unit of its own. */
  readonly unitOf: Uint32Array | null;
  readonly strata: readonly Stratum[];
}

/** Units that replace one another: as many of them are drawn as there are. */
export interface Stratum {
  readonly size: number;
  /** The units; null where they are all of them, in order. */
  readonly units: Uint32Array | null;
}

/**
 * The design that keeps the size of each stratum (the rows of a class), when `stratum` numbers them, and the
 * rows of an entity together, when `entity` names them; the reason when an entity lies in two strata.
 * @throws RangeError when an array is not as long as there are rows.
 */
export function designOf(rows: number, stratum: Numbers | null, entity: Numbers | null): Design | string {
  for (const column of [stratum, entity]) {
    if (column !== null && column.length !== rows) throw new RangeError("a design's arrays differ in length");
  }
  const { units, unitOf } = entity === null ? { units: rows, unitOf: null } : numbered(entity);
  if (stratum === null) return { rows, units, unitOf, strata: [{ size: units, units: null }] };
  const stratumOf = unitOf === null ? stratum : stratumOfUnits(units, unitOf, stratum);
  if (stratumOf === null) return "an entity has rows of several classes, so classes cannot be drawn apart";
  return { rows, units, unitOf, strata: strataOf(units, stratumOf) };
}

type Numbers = Uint8Array | Uint32Array | Int32Array;

/** Entities in the order of their first rows, so that their names play no part. */
function numbered(entity: Numbers): { readonly units: number; readonly unitOf: Uint32Array } {
  const unitOf = new Uint32Array(entity.length);
  const known = new Map<number, number>();
  for (let row = 0; row < entity.length; row++) {
    let unit = known.get(entity[row]!);
    if (unit === undefined) {
      unit = known.size;
      known.set(entity[row]!, unit);
    }
    unitOf[row] = unit;
  }
  return { units: known.size, unitOf };
}

function stratumOfUnits(units: number, unitOf: Uint32Array, stratum: Numbers): Int32Array | null {
  const found = new Int32Array(units);
  const seen = new Uint8Array(units);
  for (let row = 0; row < unitOf.length; row++) {
    const unit = unitOf[row]!;
    if (seen[unit] === 1 && found[unit] !== stratum[row]) return null;
    seen[unit] = 1;
    found[unit] = stratum[row]!;
  }
  return found;
}

/** By ascending number. */
function strataOf(units: number, stratumOf: Numbers): readonly Stratum[] {
  const sizes = new Map<number, number>();
  for (let unit = 0; unit < units; unit++) {
    sizes.set(stratumOf[unit]!, (sizes.get(stratumOf[unit]!) ?? 0) + 1);
  }
  const members = new Map([...sizes].map(([number, size]) => [number, new Uint32Array(size)]));
  const filled = new Map<number, number>();
  for (let unit = 0; unit < units; unit++) {
    const number = stratumOf[unit]!;
    const place = filled.get(number) ?? 0;
    members.get(number)![place] = unit;
    filled.set(number, place + 1);
  }
  return [...members]
    .sort(([left], [right]) => left - right)
    .map(([, units]) => ({ size: units.length, units }));
}
