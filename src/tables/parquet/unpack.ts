/** The widest values of which one and the bits that are held of a byte before fit into 31 bits. */
const NARROW = 24;

/** `wanted` integers of `width` bits from `bytes[start]` on, the lowest bits first, into `values[filled]` and on. */
export function unpack(
  bytes: Uint8Array,
  start: number,
  width: number,
  values: Int32Array,
  filled: number,
  wanted: number,
): void {
  if (width <= NARROW) unpackNarrow(bytes, start, width, values, filled, filled + wanted);
  else unpackWide(bytes, start, width, values, filled, filled + wanted);
}

function unpackNarrow(
  bytes: Uint8Array,
  start: number,
  width: number,
  values: Int32Array,
  from: number,
  to: number,
): void {
  const mask = (1 << width) - 1;
  let at = start;
  let held = 0;
  let bits = 0;
  for (let index = from; index < to; index++) {
    while (bits < width) {
      held |= bytes[at++]! << bits;
      bits += 8;
    }
    values[index] = held & mask;
    held >>>= width;
    bits -= width;
  }
}

function unpackWide(
  bytes: Uint8Array,
  start: number,
  width: number,
  values: Int32Array,
  from: number,
  to: number,
): void {
  const beyond = 2 ** width;
  let at = start;
  let held = 0;
  let bits = 0;
  for (let index = from; index < to; index++) {
    // At most 39 bits are held, which a double does exactly and a 32-bit shift would not.
    while (bits < width) {
      held += bytes[at++]! * 2 ** bits;
      bits += 8;
    }
    const rest = Math.floor(held / beyond);
    values[index] = held - rest * beyond;
    held = rest;
    bits -= width;
  }
}
