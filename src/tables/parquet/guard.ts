import { TableFault } from "../failure.ts";

const STOP = 0;
const DEEPEST = 16;
/** Values in one footer: about fifty thousand column chunks. */
const MOST_VALUES = 2_000_000;
const LONGEST_VARINT = 10;
/** Writers keep smallest and largest values to 4 KiB or less. */
const LONGEST_INNER_BINARY = 8 * 1024;
const INNER_DEPTH = 3;

/**
 * Walks a struct in Thrift's compact protocol without building anything, so that a library that believes
 * its lengths can be trusted with it: every list, text and number ends within the bytes, nothing nests
 * deeply. Returns where the struct ends.
 */
export function guardedEnd(bytes: Uint8Array, start: number): number {
  return new Guard(bytes, start).struct(0);
}

class Guard {
  private at: number;
  private values = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, start: number) {
    this.bytes = bytes;
    this.at = start;
  }

  struct(depth: number): number {
    if (depth > DEEPEST) throw damaged();
    for (;;) {
      const head = this.byte();
      if ((head & 0x0f) === STOP) return this.at;
      if (head >> 4 === 0) this.varint();
      this.value(head & 0x0f, depth, false);
    }
  }

  private value(type: number, depth: number, inList: boolean): void {
    if (++this.values > MOST_VALUES) throw damaged();
    switch (type) {
      case 1:
      case 2:
        if (inList) this.skip(1);
        return;
      case 3:
        this.skip(1);
        return;
      case 4:
      case 5:
      case 6:
        this.varint();
        return;
      case 7:
        this.skip(8);
        return;
      case 8:
        this.binary(depth);
        return;
      case 9:
        this.list(depth + 1);
        return;
      case 12:
        this.struct(depth + 1);
        return;
      default:
        throw damaged();
    }
  }

  private list(depth: number): void {
    const head = this.byte();
    const size = head >> 4 === 15 ? this.varint() : head >> 4;
    if (depth > DEEPEST || size > this.bytes.length - this.at) throw damaged();
    for (let index = 0; index < size; index++) this.value(head & 0x0f, depth, true);
  }

  private binary(depth: number): void {
    const length = this.varint();
    if (depth >= INNER_DEPTH && length > LONGEST_INNER_BINARY) throw damaged();
    this.skip(length);
  }

  private varint(): number {
    let value = 0;
    for (let index = 0; index < LONGEST_VARINT; index++) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return value;
    }
    throw damaged();
  }

  private skip(length: number): void {
    this.at += length;
    if (this.at > this.bytes.length) throw damaged();
  }

  private byte(): number {
    if (this.at >= this.bytes.length) throw damaged();
    return this.bytes[this.at++]!;
  }
}

export function damaged(): TableFault {
  return new TableFault({
    failed: "unreadable",
    says: "The Parquet file is damaged: what it says of itself does not fit its contents.",
    fix: "Write it again, and check that pyarrow.parquet.read_table opens it.",
  });
}
