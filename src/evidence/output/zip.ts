import { inflateRawSync } from "node:zlib";
import type { Caps } from "../../workspace/caps.ts";
import type { OpenFile } from "../../workspace/tree.ts";

/** An entry of an archive. Its bytes are read when asked for. */
export interface ZipEntry {
  readonly name: string;
  /** @throws RangeError when it is over a cap, broken, or compressed in a way that is not read */
  bytes(): Promise<Uint8Array>;
}

const [STORED, DEFLATED, ZSTANDARD] = [0, 8, 93];

/**
 * The entries of a ZIP file, by its central directory. Nothing is written and no name is taken for a path.
 * @throws RangeError when it is no ZIP file, or over a cap
 */
export async function zipEntries(file: OpenFile, caps: Caps): Promise<readonly ZipEntry[]> {
  const { default: yauzl } = await import("yauzl");
  class Bytes extends yauzl.RandomAccessReader {
    override read(
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      done: (error: Error | null) => void,
    ): void {
      file.read(position, position + length).then(
        (bytes) => {
          buffer.set(bytes, offset);
          done(null);
        },
        (thrown: unknown) => done(thrown instanceof Error ? thrown : new Error("the file cannot be read")),
      );
    }
  }
  const entries: ZipEntry[] = [];
  let left = caps.archiveInflatedBytes;
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(new Bytes(), file.size, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: false,
    });
    for await (const entry of zip.eachEntry()) {
      if (entries.length === caps.evidenceEntries)
        throw new RangeError(`it has more than ${caps.evidenceEntries} entries`);
      const { fileName: name, compressedSize, compressionMethod } = entry;
      const bytes = async (): Promise<Uint8Array> => {
        const most = Math.min(left, caps.evidenceBytes);
        if (entry.generalPurposeBitFlag & 1) throw new RangeError(`${name} is encrypted`);
        if (compressedSize > most) throw new RangeError(`${name} is larger than ${most} bytes`);
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
        const raw = await file.read(fileDataStart, fileDataStart + compressedSize);
        const inflated = await unpacked(raw, compressionMethod, most, name);
        left -= inflated.length;
        return inflated;
      };
      entries.push({ name, bytes: () => bytes().catch((thrown: unknown) => broken(thrown)) });
    }
    return entries;
  } catch (thrown) {
    return broken(thrown);
  }
}

const PIECE_BYTES = 64 * 1024;

async function unpacked(raw: Uint8Array, method: number, most: number, name: string): Promise<Uint8Array> {
  switch (method) {
    case STORED:
      return raw;
    case DEFLATED:
      return inflateRawSync(raw, { maxOutputLength: most });
    case ZSTANDARD:
      return zstandard(raw, most, name);
    default:
      throw new RangeError(`${name} is compressed by method ${method}, which is not read`);
  }
}

/** Node 20 has no Zstandard of its own. */
async function zstandard(raw: Uint8Array, most: number, name: string): Promise<Uint8Array> {
  const { Decompress } = await import("fzstd");
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((part) => {
    size += part.length;
    if (size > most) throw new RangeError(`${name} is larger than ${most} bytes`);
    parts.push(part.slice());
  });
  for (let at = 0; at < raw.length || at === 0; at += PIECE_BYTES)
    stream.push(raw.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= raw.length);
  return Buffer.concat(parts);
}

/** What a library says of bytes is about the bytes. */
function broken(thrown: unknown): never {
  if (thrown instanceof RangeError) throw thrown;
  throw new RangeError(
    `the archive cannot be read: ${thrown instanceof Error ? thrown.message : "it is broken"}`,
  );
}
