import type { Encoding } from "hyparquet";
import { deltaBinaryUnpack } from "hyparquet/src/delta.js";
import { byteStreamSplit } from "hyparquet/src/encoding.js";
import { readPlain } from "hyparquet/src/plain.js";
import type { Allowance } from "../blocks.ts";
import { TableFault } from "../failure.ts";
import { damaged } from "./guard.ts";
import type { Leaf } from "./leaf.ts";
import { runValues } from "./runs.ts";
import { deltaLengthStrings, deltaStrings, fixedStrings, plainStrings, type Strings } from "./strings.ts";
import { unpack } from "./unpack.ts";

/** Values as they are stored, before anything is made of their meaning. */
export type Stored =
  | { readonly kind: "scalars"; readonly values: ArrayLike<number | bigint> }
  | { readonly kind: "strings"; readonly values: Strings };

const BITS = { BOOLEAN: 1, INT32: 32, INT64: 64, INT96: 96, FLOAT: 32, DOUBLE: 64 } as const;

/** The `count` values that start at `bytes[from]`; dictionary indexes are not values, and are read elsewhere. */
export function storedValues(
  leaf: Leaf,
  encoding: Encoding,
  bytes: Uint8Array,
  from: number,
  count: number,
  allowance: Allowance,
): Stored {
  const { physical } = leaf;
  if (count === 0) return { kind: "scalars", values: [] };
  if (physical === "BYTE_ARRAY" || physical === "FIXED_LEN_BYTE_ARRAY") {
    return { kind: "strings", values: stringsOf(leaf, encoding, bytes, from, count, allowance) };
  }
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: from };
  switch (encoding) {
    case "PLAIN":
      if (Math.ceil((count * BITS[physical]) / 8) > bytes.length - from) throw damaged();
      if (physical === "BOOLEAN") return { kind: "scalars", values: bitsIn(bytes, from, count) };
      return { kind: "scalars", values: readPlain(reader, physical, count, undefined) };
    case "BYTE_STREAM_SPLIT":
      if (Math.ceil((count * BITS[physical]) / 8) > bytes.length - from) throw damaged();
      return { kind: "scalars", values: byteStreamSplit(reader, count, physical, undefined) };
    case "RLE": {
      if (physical !== "BOOLEAN" || from + 4 > bytes.length) throw damaged();
      const end = Math.min(bytes.length, from + 4 + reader.view.getUint32(from, true));
      return { kind: "scalars", values: runValues(bytes, from + 4, end, 1, count) };
    }
    case "DELTA_BINARY_PACKED": {
      const values = physical === "INT32" ? new Int32Array(count) : new BigInt64Array(count);
      deltaBinaryUnpack(reader, count, values);
      return { kind: "scalars", values };
    }
    default:
      throw unsupported(encoding);
  }
}

function bitsIn(bytes: Uint8Array, from: number, count: number): Int32Array {
  const bits = new Int32Array(count);
  unpack(bytes, from, 1, bits, 0, count);
  return bits;
}

function stringsOf(
  leaf: Leaf,
  encoding: Encoding,
  bytes: Uint8Array,
  from: number,
  count: number,
  allowance: Allowance,
): Strings {
  switch (encoding) {
    case "PLAIN":
      if (leaf.physical === "BYTE_ARRAY") return plainStrings(bytes, from, count);
      return fixedStrings(bytes, from, count, leaf.length);
    case "DELTA_LENGTH_BYTE_ARRAY":
      return deltaLengthStrings(bytes, from, count);
    case "DELTA_BYTE_ARRAY":
      return deltaStrings(bytes, from, count, allowance);
    default:
      throw unsupported(encoding);
  }
}

function unsupported(encoding: string): TableFault {
  return new TableFault({
    failed: "unsupported",
    says: `A Parquet column is encoded as ${encoding}, which is not read here.`,
    fix: "Write it with the writer's default encodings.",
  });
}
