import { damaged } from "./guard.ts";
import { unpack } from "./unpack.ts";

/**
 * Parquet's hybrid of run lengths and bit packing: `count` integers of `width` bits from
 * `bytes[start, end)`. Runs are cut to the values that are still wanted, whatever length they claim.
 */
export function runValues(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: number,
  count: number,
): Int32Array {
  const values = new Int32Array(count);
  if (width > 32) throw damaged();
  if (width === 0) return values;
  let at = start;
  let filled = 0;
  while (filled < count) {
    let head = 0;
    for (let shift = 0; ; shift += 7) {
      if (at >= end || shift > 28) throw damaged();
      const byte = bytes[at++]!;
      head += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    const length = Math.floor(head / 2);
    const wanted = Math.min(count - filled, head % 2 === 1 ? length * 8 : length);
    if (head % 2 === 1) {
      if (at + Math.ceil((wanted * width) / 8) > end) throw damaged();
      unpack(bytes, at, width, values, filled, wanted);
      at += length * width;
    } else {
      const size = Math.ceil(width / 8);
      if (at + size > end) throw damaged();
      let value = 0;
      for (let index = 0; index < size; index++) value |= bytes[at + index]! << (8 * index);
      values.fill(value, filled, filled + wanted);
      at += size;
    }
    filled += wanted;
  }
  return values;
}
