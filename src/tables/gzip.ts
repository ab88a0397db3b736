import { createGunzip, type Gunzip } from "node:zlib";
import { TableFault } from "./failure.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * Inflates as it is asked for more; stopping early stops the source too. Members follow one another: what stands behind
 * zeros would be read by other tools and not by this one, so that anything left over is a fault.
 */
export async function* inflate(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // Node 24 tells of bytes behind the end once nobody listens any more, which would end the process.
  gunzip.on("error", () => {});
  const pumped = pump(source, gunzip);
  try {
    yield* gunzip;
    if (gunzip.bytesWritten < (await pumped)) throw new TableFault(LEFT_OVER);
  } catch (thrown) {
    throw gzipFault(thrown);
  } finally {
    gunzip.destroy();
    await pumped;
  }
}

/** How many bytes there were; more than any number when the stream would not take them all. */
async function pump(source: AsyncIterable<Uint8Array>, gunzip: Gunzip): Promise<number> {
  let bytes = 0;
  try {
    for await (const chunk of source) {
      bytes += chunk.length;
      await written(gunzip, chunk);
    }
    gunzip.end();
    return bytes;
  } catch (thrown) {
    gunzip.destroy(thrown instanceof Error ? thrown : new Error("the source failed"));
    return Number.POSITIVE_INFINITY;
  }
}

const LEFT_OVER = {
  failed: "unreadable",
  says: "The gzip file goes on after its contents, with bytes that not every tool reads.",
  fix: "Write it again in one piece, and check it with `gzip --test`.",
} as const;

/** A stream that fails over a chunk closes without ever answering for the chunk. */
function written(gunzip: Gunzip, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const abandon = () => reject(new Error("closed"));
    gunzip.once("close", abandon);
    gunzip.write(chunk, (error) => {
      gunzip.off("close", abandon);
      if (error) reject(error);
      else resolve();
    });
  });
}

function gzipFault(thrown: unknown): unknown {
  switch (errorCode(thrown)) {
    case "Z_BUF_ERROR":
      return new TableFault({
        failed: "truncated",
        says: "The gzip file ends in the middle.",
        fix: "Write or download it again, and check its size.",
      });
    case "Z_DATA_ERROR":
      return new TableFault({
        failed: "unreadable",
        says: "The gzip file is damaged: its contents do not match its checksum or its format.",
        fix: "Write or download it again, and check it with `gzip --test`.",
      });
    case "ERR_STREAM_PUSH_AFTER_EOF":
      return new TableFault(LEFT_OVER);
    default:
      return thrown;
  }
}

function errorCode(thrown: unknown): unknown {
  return thrown instanceof Error && "code" in thrown ? thrown.code : null;
}
