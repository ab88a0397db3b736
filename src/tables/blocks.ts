import { TableFault } from "./failure.ts";

const LINE_FEED = 0x0a;

/** Reads the whole records at the start of a block. */
export interface BlockParser {
  /**
   * Takes records from `bytes[0, end)` and returns how many bytes they and what is skipped make up; the
   * rest comes again with more behind it. `bytes[end]` is a line feed, so that a scan needs no bounds.
   * `last` says that nothing follows.
   */
  parse(bytes: Uint8Array, end: number, last: boolean): number;
}

/** Is told how many bytes were parsed so far, after each block. */
export type Progress = (bytes: number) => void;

export const BLOCK_BYTES = 256 * 1024;
/** Room for a byte order mark. */
export const SMALLEST_BLOCK = 4;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** How many bytes may still be inflated or read for one table, over all its shards. */
export interface Allowance {
  bytes: number;
}

/**
 * Feeds a stream to a parser in blocks. What a parser leaves unread is met again only once it is
 * followed by at least as much again, so the work stays linear however the stream is cut.
 */
export async function feedBlocks(
  stream: AsyncIterable<Uint8Array>,
  parser: BlockParser,
  allowance: Allowance,
  /** At least `SMALLEST_BLOCK`. */
  blockBytes = BLOCK_BYTES,
  progress: Progress = () => {},
): Promise<void> {
  let parsed = 0;
  let block = new Uint8Array(blockBytes + 1);
  let filled = 0;
  let begun = false;
  const parse = (last: boolean): number => {
    block[filled] = LINE_FEED;
    const skipped = begun ? 0 : markLength(block.subarray(0, filled));
    begun = true;
    if (skipped === 0) return parser.parse(block, filled, last);
    block.copyWithin(0, skipped, filled + 1);
    filled -= skipped;
    return parser.parse(block, filled, last);
  };
  for await (const chunk of stream) {
    spend(allowance, chunk.length);
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(block.length - 1 - filled, chunk.length - at);
      block.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled < block.length - 1) continue;
      const used = parse(false);
      parsed += used;
      progress(parsed);
      block.copyWithin(0, used, filled);
      filled -= used;
      if (2 * filled >= block.length - 1) {
        const grown = new Uint8Array(2 * block.length);
        grown.set(block.subarray(0, filled));
        block = grown;
      }
    }
  }
  parse(true);
}

/** A byte order mark is no part of the table. */
export function markLength(bytes: Uint8Array): number {
  return BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
}

export function spend(allowance: Allowance, bytes: number): void {
  allowance.bytes -= bytes;
  if (allowance.bytes >= 0) return;
  throw new TableFault({
    failed: "over-cap",
    says: "The table is larger after decompression than the cap tableInflatedBytes allows.",
    fix: "Split the table or drop columns that the card does not name, or raise the cap in the base's configuration.",
  });
}
