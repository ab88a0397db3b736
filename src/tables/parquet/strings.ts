import { deltaBinaryUnpack } from "hyparquet/src/delta.js";
import { type Allowance, spend } from "../blocks.ts";
import { damaged } from "./guard.ts";

/** Byte strings in place: `bytes[starts[i], ends[i])`. */
export interface Strings {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const LENGTH_BYTES = 4;

export function plainStrings(bytes: Uint8Array, from: number, count: number): Strings {
  if (count * LENGTH_BYTES > bytes.length - from) throw damaged();
  const view = viewOf(bytes);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let at = from;
  for (let index = 0; index < count; index++) {
    starts[index] = at + LENGTH_BYTES;
    at += LENGTH_BYTES + view.getUint32(at, true);
    if (at > bytes.length) throw damaged();
    ends[index] = at;
  }
  return { bytes, starts, ends };
}

export function fixedStrings(bytes: Uint8Array, from: number, count: number, length: number): Strings {
  if (length <= 0 || count * length > bytes.length - from) throw damaged();
  const starts = Uint32Array.from({ length: count }, (_, index) => from + index * length);
  return { bytes, starts, ends: starts.map((start) => start + length) };
}

export function deltaLengthStrings(bytes: Uint8Array, from: number, count: number): Strings {
  const reader = { view: viewOf(bytes), offset: from };
  return consecutive(bytes, unpacked(reader, count), reader);
}

/** Each string is the start of the one before it and a rest: the sum of them all is paid for first. */
export function deltaStrings(bytes: Uint8Array, from: number, count: number, allowance: Allowance): Strings {
  const reader = { view: viewOf(bytes), offset: from };
  const shared = unpacked(reader, count);
  const rests = consecutive(bytes, unpacked(reader, count), reader);
  let total = 0;
  let previous = 0;
  for (let index = 0; index < count; index++) {
    if (shared[index]! > previous) throw damaged();
    previous = shared[index]! + rests.ends[index]! - rests.starts[index]!;
    total += previous;
  }
  spend(allowance, total);
  const whole = new Uint8Array(total);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let at = 0;
  for (let index = 0; index < count; index++) {
    const before = index === 0 ? 0 : starts[index - 1]!;
    starts[index] = at;
    whole.copyWithin(at, before, before + shared[index]!);
    at += shared[index]!;
    whole.set(bytes.subarray(rests.starts[index]!, rests.ends[index]!), at);
    at += rests.ends[index]! - rests.starts[index]!;
    ends[index] = at;
  }
  return { bytes: whole, starts, ends };
}

interface Reader {
  readonly view: DataView;
  offset: number;
}

function unpacked(reader: Reader, count: number): Int32Array {
  const lengths = new Int32Array(count);
  deltaBinaryUnpack(reader, count, lengths);
  if (lengths.some((length) => length < 0)) throw damaged();
  return lengths;
}

function consecutive(bytes: Uint8Array, lengths: Int32Array, reader: Reader): Strings {
  const starts = new Uint32Array(lengths.length);
  const ends = new Uint32Array(lengths.length);
  let at = reader.offset;
  for (let index = 0; index < lengths.length; index++) {
    starts[index] = at;
    at += lengths[index]!;
    ends[index] = at;
    if (at > bytes.length) throw damaged();
  }
  return { bytes, starts, ends };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
