import { startOf } from "./place.ts";
import type { Problem } from "./problem.ts";

const LF = 0x0a;

/** Bytes to text: strict UTF-8, a byte order mark dropped. Whatever is not readable text is a problem that says why. */
export function decodeText(bytes: Uint8Array, path: string): { text: string } | { problem: Problem } {
  if (isUtf16(bytes)) {
    return refuse(path, "not-utf8", "is encoded as UTF-16, and has to be UTF-8", "save the file as UTF-8");
  }
  if (bytes.includes(0)) {
    return refuse(
      path,
      "binary",
      "is a binary file, not text",
      "put a text file here, or name the right file",
    );
  }
  const text = decode(bytes);
  if (text === null) return notUtf8(bytes, path);
  if (text.trim() === "") {
    return refuse(path, "empty", "is empty", "write the document, or remove the file");
  }
  return { text };
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notUtf8(bytes: Uint8Array, path: string): { problem: Problem } {
  const line = firstBadLine(bytes);
  const says = `is not valid UTF-8: line ${line} has bytes that are not text`;
  return refuse(path, "not-utf8", says, "save the file as UTF-8", line);
}

/** A line feed is never part of a longer UTF-8 sequence, so each line can be tried by itself. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const found = bytes.indexOf(LF, start);
    const end = found < 0 ? bytes.length : found;
    if (found < 0 || decode(bytes.subarray(start, end)) === null) return line;
    start = end + 1;
  }
}

function refuse(path: string, code: string, what: string, fix: string, line = 1): { problem: Problem } {
  return { problem: { code, about: "file", at: { ...startOf(path), line }, says: `${path} ${what}`, fix } };
}
