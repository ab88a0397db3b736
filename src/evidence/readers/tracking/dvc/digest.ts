import { createHash } from "node:crypto";
import type { OpenFile } from "../../../../workspace/tree.ts";

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** MD5 of the bytes, and of the bytes with `\r\n` as `\n`, as DVC before 3 hashed text. Lower-case hex. */
export async function md5sOf(file: OpenFile): Promise<{ readonly raw: string; readonly unix: string }> {
  const [raw, unix] = [createHash("md5"), createHash("md5")];
  let held = false;
  for await (const chunk of file.stream()) {
    if (chunk.length === 0) continue;
    raw.update(chunk);
    if (held && chunk[0] !== LINE_FEED) unix.update(Uint8Array.of(CARRIAGE_RETURN));
    held = chunk[chunk.length - 1] === CARRIAGE_RETURN;
    const end = held ? chunk.length - 1 : chunk.length;
    unix.update(withoutReturns(chunk, end));
  }
  if (held) unix.update(Uint8Array.of(CARRIAGE_RETURN));
  return { raw: raw.digest("hex"), unix: unix.digest("hex") };
}

function withoutReturns(chunk: Uint8Array, end: number): Uint8Array {
  const kept = new Uint8Array(end);
  let length = 0;
  for (let at = 0; at < end; at++) {
    if (chunk[at] === CARRIAGE_RETURN && chunk[at + 1] === LINE_FEED) continue;
    kept[length++] = chunk[at]!;
  }
  return kept.subarray(0, length);
}
