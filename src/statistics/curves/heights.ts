/** Points in a row whose range is kept, to be passed over together. */
const STRETCH = 128;

/** The lowest and the highest of the values at each stretch of places in a row. */
export interface Heights {
  readonly stretch: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export function heightsOf(values: Float64Array, places: Uint32Array): Heights {
  const stretches = Math.ceil(places.length / STRETCH);
  const low = new Float64Array(stretches).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(stretches).fill(Number.NEGATIVE_INFINITY);
  for (let index = 0; index < places.length; index++) {
    const at = Math.floor(index / STRETCH);
    const value = values[places[index]!]!;
    if (value < low[at]!) low[at] = value;
    if (value > high[at]!) high[at] = value;
  }
  return { stretch: STRETCH, low, high };
}
