/** Longer records are not paths that a work tree could hold. */
const RECORD_BYTES = 8 * 1024;

/**
 * The NUL-ended records of `git … -z`. One that is too long comes as null. Bytes that are not UTF-8 become
 * U+FFFD, which no tree opens.
 */
export async function* gitRecords(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  let held: Buffer = Buffer.alloc(0);
  let skipping = false;
  for await (const piece of pieces) {
    const bytes =
      held.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        : Buffer.concat([held, piece]);
    let start = 0;
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
      const fits = !skipping && end - start <= RECORD_BYTES;
      yield fits ? bytes.toString("utf8", start, end) : null;
      skipping = false;
      start = end + 1;
    }
    const tooLong = bytes.length - start > RECORD_BYTES;
    skipping ||= tooLong;
    held = skipping ? Buffer.alloc(0) : bytes.subarray(start);
  }
}
