import type { ColumnMetaData, Encoding, PageHeader } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import type { Caps } from "../../workspace/caps.ts";
import type { OpenFile } from "../../workspace/tree.ts";
import { type Allowance, spend } from "../blocks.ts";
import { decompress } from "./codec.ts";
import { damaged, guardedEnd } from "./guard.ts";
import type { Leaf } from "./leaf.ts";
import { allThere, type Levels, levelsOf } from "./levels.ts";

const WINDOW_BYTES = 4 * 1024 * 1024;
const HEADER_BYTES = 64 * 1024;
const SMALLEST_OFFSET = 4;

/** One page, decompressed. */
export interface Page extends Levels {
  readonly kind: "data" | "dictionary";
  readonly count: number;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
  /** Where in `bytes` the values start. */
  readonly from: number;
}

/** The pages of one column in one row group, each held alone and paid for before it is decompressed. */
export async function* pagesOf(
  file: OpenFile,
  leaf: Leaf,
  chunk: ColumnMetaData,
  mostValues: number,
  caps: Caps,
  allowance: Allowance,
): AsyncGenerator<Page> {
  const [start, end] = rangeOf(chunk, file.size);
  let window: Uint8Array = new Uint8Array(0);
  let windowStart = start;
  const bytesAt = async (at: number, length: number): Promise<Uint8Array> => {
    if (at + length > windowStart + window.length) {
      window = await file.read(at, Math.min(end, at + Math.max(length, WINDOW_BYTES)));
      windowStart = at;
    }
    return window.subarray(at - windowStart, at - windowStart + length);
  };
  for (let at = start; at < end; ) {
    const head = await bytesAt(at, Math.min(HEADER_BYTES, end - at));
    const headLength = guardedEnd(head, 0);
    const header = parquetHeader({
      view: new DataView(head.buffer, head.byteOffset, head.length),
      offset: 0,
    });
    const stored = size(header.compressed_page_size, end - at - headLength);
    size(header.uncompressed_page_size, caps.tableBytesInMemory);
    spend(allowance, stored + header.uncompressed_page_size);
    const body = await bytesAt(at + headLength, stored);
    const page = pageOf(header, body, leaf, chunk, mostValues);
    if (page) yield page;
    at += headLength + stored;
  }
}

function pageOf(
  header: PageHeader,
  body: Uint8Array,
  leaf: Leaf,
  { codec }: ColumnMetaData,
  mostValues: number,
): Page | null {
  const whole = header.uncompressed_page_size;
  switch (header.type) {
    case "DICTIONARY_PAGE": {
      const { num_values: count, encoding } = known(header.dictionary_page_header);
      const bytes = decompress(codec, body, whole);
      // Older writers call the plain encoding of a dictionary by another name.
      const plain = encoding === "PLAIN_DICTIONARY" ? "PLAIN" : encoding;
      return {
        kind: "dictionary",
        ...allThere(size(count, whole)),
        count,
        encoding: plain,
        bytes,
        from: 0,
      };
    }
    case "DATA_PAGE": {
      const { num_values, encoding, definition_level_encoding } = known(header.data_page_header);
      const count = size(num_values, mostValues);
      const bytes = decompress(codec, body, whole);
      if (!leaf.optional) return { kind: "data", count, encoding, ...allThere(count), bytes, from: 0 };
      if (definition_level_encoding !== "RLE" || bytes.length < 4) throw damaged();
      const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
      const from = 4 + size(length, bytes.length - 4);
      return { kind: "data", count, encoding, ...levelsOf(bytes, 4, from, count), bytes, from };
    }
    case "DATA_PAGE_V2": {
      const v2 = known(header.data_page_header_v2);
      const count = size(v2.num_values, mostValues);
      const before = size(v2.repetition_levels_byte_length, body.length);
      const levels = before + size(v2.definition_levels_byte_length, body.length - before);
      const rest = size(whole - levels, whole);
      const packed = v2.is_compressed !== false;
      const bytes = packed ? decompress(codec, body.subarray(levels), rest) : body.subarray(levels);
      const present = leaf.optional ? levelsOf(body, before, levels, count) : allThere(count);
      return { kind: "data", count, encoding: v2.encoding, ...present, bytes, from: 0 };
    }
    case "INDEX_PAGE":
      return null;
    default:
      throw damaged();
  }
}

function rangeOf(chunk: ColumnMetaData, fileSize: number): readonly [number, number] {
  const data = Number(chunk.data_page_offset);
  const dictionary = Number(chunk.dictionary_page_offset ?? 0);
  const start = dictionary > 0 && dictionary < data ? dictionary : data;
  const end = start + Number(chunk.total_compressed_size);
  if (!Number.isSafeInteger(end) || start < SMALLEST_OFFSET || end < start || end > fileSize) throw damaged();
  return [start, end];
}

function size(claimed: number, most: number): number {
  if (Number.isInteger(claimed) && claimed >= 0 && claimed <= most) return claimed;
  throw damaged();
}

function known<T>(header: T | undefined): T {
  if (header === undefined) throw damaged();
  return header;
}
