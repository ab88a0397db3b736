import type { Refusal } from "../../src/workspace/refusal.ts";
import type { OpenFile, Tree } from "../../src/workspace/tree.ts";

const CHUNK = 64 * 1024;

/** Files in memory that count the bytes which are asked of them. */
export class CountedTree implements Tree {
  readonly label = "memory";
  /** How many bytes were handed out. */
  handed = 0;
  private readonly files: ReadonlyMap<string, Uint8Array>;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.files = files;
  }

  get bytes(): number {
    return [...this.files.values()].reduce((total, { length }) => total + length, 0);
  }

  async list() {
    return { paths: [...this.files.keys()].sort(), complete: true };
  }

  async open(path: string): Promise<OpenFile | Refusal> {
    const bytes = this.files.get(path);
    if (bytes === undefined)
      return { refused: "not-found", path, says: `${path} is not there`, fix: "add it" };
    const hand = (start: number, end: number) => {
      const part = bytes.slice(start, end);
      this.handed += part.length;
      return part;
    };
    return {
      path,
      size: bytes.length,
      async *stream() {
        for (let at = 0; at < bytes.length; at += CHUNK) yield hand(at, at + CHUNK);
      },
      read: async (start, end) => hand(start, end),
    };
  }

  async blobId(): Promise<null> {
    return null;
  }
}
