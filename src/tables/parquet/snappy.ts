import { damaged } from "./guard.ts";

/** Literals up to this many bytes have their length in the tag; longer ones are worth a call to copy them. */
const SHORT_LITERAL = 60;

/**
 * One Snappy block, which must make up exactly `length` bytes. Of our own, because the library's program in
 * WebAssembly has to grow its memory: V8 then throws away whatever it has compiled that reads typed arrays.
 *
 * @see https://github.com/google/snappy/blob/main/format_description.txt
 */
export function unsnapped(input: Uint8Array, length: number): Uint8Array {
  const output = new Uint8Array(length);
  let at = bodyOf(input, length);
  let filled = 0;
  while (at < input.length) {
    const tag = input[at++]!;
    const kind = tag & 3;
    if (kind === 0) {
      const wide = Math.max(0, (tag >>> 2) + 1 - SHORT_LITERAL);
      const size = 1 + (wide === 0 ? tag >>> 2 : littleEndian(input, at, wide));
      at += wide;
      if (size > input.length - at || size > length - filled) throw damaged();
      if (wide > 0) output.set(input.subarray(at, at + size), filled);
      else for (let byte = 0; byte < size; byte++) output[filled + byte] = input[at + byte]!;
      at += size;
      filled += size;
    } else {
      const wide = kind === 3 ? 4 : kind;
      const size = kind === 1 ? 4 + ((tag >>> 2) & 7) : 1 + (tag >>> 2);
      const back = littleEndian(input, at, wide) + (kind === 1 ? (tag >>> 5) << 8 : 0);
      at += wide;
      if (back === 0 || back > filled || size > length - filled) throw damaged();
      // Byte by byte, for what is copied may reach into itself.
      for (const end = filled + size; filled < end; filled++) output[filled] = output[filled - back]!;
    }
  }
  if (filled !== length) throw damaged();
  return output;
}

/** Where the block's body starts, behind the length that it claims. */
function bodyOf(input: Uint8Array, length: number): number {
  let claimed = 0;
  for (let at = 0; at < input.length && at < 5; at++) {
    claimed += (input[at]! & 0x7f) * 2 ** (7 * at);
    if (input[at]! < 0x80 && claimed === length) return at + 1;
  }
  throw damaged();
}

function littleEndian(bytes: Uint8Array, start: number, width: number): number {
  if (start + width > bytes.length) throw damaged();
  let value = 0;
  for (let index = 0; index < width; index++) value |= bytes[start + index]! << (8 * index);
  return value >>> 0;
}
