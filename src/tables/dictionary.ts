import { isUtf8 } from "node:buffer";

const SLICE_BYTES = 1024 * 1024;
/** Filling a larger table anew costs a cache miss for each value, so it is done seldom. */
const GROWTH = 4;
const LARGEST_ARENA = 2 ** 32 - 1;

/** Not valid UTF-8, so no text. */
export const NOT_TEXT = -2;

/**
 * Byte strings numbered in the order in which they first appear: open addressing over the bytes
 * themselves, so that a value seen before costs no string. Hashes are seeded, so that nobody can
 * prepare values that collide; the numbering does not depend on the seed.
 */
export class ByteDictionary {
  size = 0;
  private readonly seed = (Math.random() * 2 ** 32) | 0;
  private slots = new Int32Array(256);
  private hashes = new Int32Array(128);
  private ends = new Uint32Array(128);
  private arena = new Uint8Array(2048);
  private ascii = true;

  /** The number of a byte string, new or known; `NOT_TEXT` when it is not UTF-8. */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = this.seed;
    let union = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      union |= byte;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash ^= hash >>> 13;

    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let code = slots[slot]! - 1; code >= 0; code = slots[slot]! - 1) {
      if (hashes[code] === hash && this.holds(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
    if (union >= 0x80) {
      if (!isUtf8(bytes.subarray(start, end))) return NOT_TEXT;
      this.ascii = false;
    }
    return this.insert(slot, hash, bytes, start, end);
  }

  strings(): string[] {
    return this.ascii ? this.asciiStrings() : this.utf8Strings();
  }

  private holds(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { arena } = this;
    let at = this.startOf(code);
    if (this.ends[code]! - at !== end - start) return false;
    for (let byte = start; byte < end; byte++) if (arena[at++] !== bytes[byte]) return false;
    return true;
  }

  private insert(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.size;
    let at = this.startOf(code);
    const filled = at + end - start;
    if (filled > this.arena.length) this.growArena(filled);
    const { arena } = this;
    for (let byte = start; byte < end; byte++) arena[at++] = bytes[byte]!;
    if (code === this.ends.length) {
      this.ends = doubled(this.ends, new Uint32Array(2 * code));
      this.hashes = doubled(this.hashes, new Int32Array(2 * code));
    }
    this.ends[code] = filled;
    this.hashes[code] = hash;
    this.slots[slot] = code + 1;
    this.size = code + 1;
    if (2 * this.size > this.slots.length) this.rehash();
    return code;
  }

  private startOf(code: number): number {
    return code === 0 ? 0 : this.ends[code - 1]!;
  }

  private growArena(needed: number): void {
    if (needed > LARGEST_ARENA) throw new RangeError("the distinct values of one column exceed 4 GiB");
    const size = Math.min(LARGEST_ARENA, Math.max(needed, 2 * this.arena.length));
    this.arena = doubled(this.arena, new Uint8Array(size));
  }

  private rehash(): void {
    const slots = new Int32Array(GROWTH * this.slots.length);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = this.hashes[code]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.slots = slots;
  }

  /** Decodes many values at once and cuts them apart, which is several times faster than one by one. */
  private asciiStrings(): string[] {
    const strings = new Array<string>(this.size);
    const buffer = Buffer.from(this.arena.buffer);
    let code = 0;
    while (code < this.size) {
      const base = this.startOf(code);
      let last = code;
      while (last + 1 < this.size && this.ends[last + 1]! - base <= SLICE_BYTES) last++;
      const text = buffer.toString("latin1", base, this.ends[last]!);
      for (let start = base; code <= last; code++) {
        const end = this.ends[code]!;
        strings[code] = text.slice(start - base, end - base);
        start = end;
      }
    }
    return strings;
  }

  private utf8Strings(): string[] {
    const buffer = Buffer.from(this.arena.buffer);
    return Array.from({ length: this.size }, (_, code) =>
      buffer.toString("utf8", this.startOf(code), this.ends[code]!),
    );
  }
}

function doubled<T extends Int32Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
