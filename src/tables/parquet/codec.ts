import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { decompress as decompressZstd } from "fzstd";
import type { CompressionCodec } from "hyparquet";
import { decompressLz4, decompressLz4Raw } from "hyparquet-compressors/src/lz4.js";
import { TableFault } from "../failure.ts";
import { damaged } from "./guard.ts";
import { unsnapped } from "./snappy.ts";

/** Decompresses one page to exactly `length` bytes, and never to more. */
export function decompress(codec: CompressionCodec, input: Uint8Array, length: number): Uint8Array {
  const output = length === 0 && codec !== "UNCOMPRESSED" ? new Uint8Array(0) : run(codec, input, length);
  if (output.length !== length) throw damaged();
  return output;
}

function run(codec: CompressionCodec, input: Uint8Array, length: number): Uint8Array {
  switch (codec) {
    case "UNCOMPRESSED":
      return input;
    case "GZIP":
      return gunzipSync(input, { maxOutputLength: length });
    case "BROTLI":
      return brotliDecompressSync(input, { maxOutputLength: length });
    case "ZSTD":
      // Without a buffer of its own the library would believe the size that the page claims.
      return decompressZstd(input, new Uint8Array(length));
    case "SNAPPY":
      return unsnapped(input, length);
    case "LZ4":
      return decompressLz4(input, length);
    case "LZ4_RAW":
      return decompressLz4Raw(input, length);
    default:
      throw unsupportedCodec(codec);
  }
}

function unsupportedCodec(codec: string): TableFault {
  return new TableFault({
    failed: "unsupported",
    says: `The Parquet file is compressed with ${codec}, which is not read here.`,
    fix: 'Write it with compression="zstd" or "snappy".',
  });
}
