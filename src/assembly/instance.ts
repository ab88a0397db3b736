/** What a program exports, over a memory of its own. */
export interface Instance<Exports> {
  readonly exports: Exports;
  readonly memory: ArrayBuffer;
}

export const PAGE = 0x10000;

/** The memory of WebAssembly is so on every machine; a typed array is as the machine is. */
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const HOST = typeof WebAssembly !== "undefined" && LITTLE_ENDIAN ? WebAssembly : null;

/**
 * A new instance of a module, whose bytes are given in base64, with a memory of at least so many bytes. The memory
 * never grows: V8 would throw away whatever it has compiled that reads typed arrays. Null where there is no
 * WebAssembly (Node's `--jitless`), not all of it that the module needs, or not so much memory.
 */
export function instanceOf<Exports extends object>(code: string, bytes: number): Instance<Exports> | null {
  if (HOST === null) return null;
  try {
    const memory = new HOST.Memory({ initial: Math.ceil(bytes / PAGE) });
    const module = new HOST.Module(Buffer.from(code, "base64"));
    const { exports } = new HOST.Instance(module, { host: { memory } });
    return { exports: exports as Exports, memory: memory.buffer };
  } catch {
    return null;
  }
}
