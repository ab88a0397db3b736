/**
 * Where the value of each row is among the stored values, which are those of a page or of a dictionary: -1 where
 * the row is null. Null when each row's value has the row's own place in the page.
 */
export type Places = Int32Array | null;

export const NOWHERE = -1;

/** `present` as in `Levels`; `indexes` point into a dictionary, one for each row that is not null. */
export function placesOf(present: Int32Array | null, indexes: Int32Array | null): Places {
  if (present === null) return indexes;
  const places = new Int32Array(present.length);
  let value = 0;
  for (let row = 0; row < present.length; row++) {
    if (present[row] === 0) places[row] = NOWHERE;
    else {
      places[row] = indexes === null ? value : indexes[value]!;
      value++;
    }
  }
  return places;
}

/** NaN where there is no value. */
export function numbersAt(places: Places, numbers: Float64Array): Float64Array {
  if (places === null) return numbers;
  const found = new Float64Array(places.length);
  for (let row = 0; row < places.length; row++) {
    const at = places[row]!;
    found[row] = at === NOWHERE ? Number.NaN : numbers[at]!;
  }
  return found;
}

/** -1 where there is no value. */
export function codesAt(places: Int32Array, codes: Int32Array): Int32Array {
  const found = new Int32Array(places.length);
  for (let row = 0; row < places.length; row++) {
    const at = places[row]!;
    found[row] = at === NOWHERE ? NOWHERE : codes[at]!;
  }
  return found;
}
