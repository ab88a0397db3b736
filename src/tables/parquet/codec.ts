import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { CompressionCodec } from "hyparquet";
import { compressors, decompressZstd } from "hyparquet-compressors";
import { TableFault } from "../failure.ts";
import { damaged } from "./guard.ts";

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
    case "LZ4":
    case "LZ4_RAW": {
      const decompressor = compressors[codec];
      if (decompressor) return decompressor(input, length);
      throw unsupportedCodec(codec);
    }
    default:
      throw unsupportedCodec(String(codec));
  }
}

function unsupportedCodec(codec: string): TableFault {
  return new TableFault({
    failed: "unsupported",
    says: `The Parquet file is compressed with ${codec}, which is not read here.`,
    fix: 'Write it with compression="zstd" or "snappy".',
  });
}
