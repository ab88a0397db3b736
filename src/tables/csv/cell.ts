import { isUtf8 } from "node:buffer";
import { notUtf8 } from "../encoding.ts";
import type { CsvRecord } from "./record.ts";

const QUOTE = 0x22;

/** Copies a quoted field with each doubled quote made single; returns how many bytes that is. */
export function undoubled(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    into[length++] = byte;
    if (byte === QUOTE) at++;
  }
  return length;
}

/** A field of the header as text. */
export function cellText(bytes: Uint8Array, record: CsvRecord, field: number): string {
  const start = record.starts[field]!;
  const end = record.ends[field]!;
  const raw = bytes.slice(start, end);
  const length = record.quoting[field] === 2 ? undoubled(bytes, start, end, raw) : raw.length;
  const text = raw.subarray(0, length);
  if (!isUtf8(text)) throw notUtf8("The header", 1);
  return Buffer.from(text).toString("utf8");
}
