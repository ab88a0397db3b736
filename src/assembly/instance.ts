/** A memory that an instance exports. What was seen of its buffer before it grew is gone after. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

export const PAGE = 0x10000;

/** The memory of WebAssembly is so on every machine; a typed array is as the machine is. */
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/**
 * What a new instance of a module exports, given the module's bytes in base64. Null where there is no WebAssembly
 * (Node's `--jitless`), not all of it that the module needs, or no memory for another.
 */
export function instanceOf<Exports extends object>(code: string): Exports | null {
  if (typeof WebAssembly === "undefined" || !LITTLE_ENDIAN) return null;
  try {
    const module = new WebAssembly.Module(Buffer.from(code, "base64"));
    return new WebAssembly.Instance(module).exports as Exports;
  } catch {
    return null;
  }
}

/** Sees to it that a memory has so many bytes; false when it cannot. */
export function hasRoom(memory: Memory, bytes: number): boolean {
  const lacking = bytes - memory.buffer.byteLength;
  if (lacking <= 0) return true;
  try {
    memory.grow(Math.ceil(lacking / PAGE));
    return true;
  } catch {
    return false;
  }
}
