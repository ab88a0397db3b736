/** What stands before the numbers of a `.npy` file. Source: NumPy, numpy/lib/format.py, versions 1.0 to 3.0. */
export interface NpyHeader {
  readonly kind: "f" | "i";
  readonly bytesEach: 4 | 8;
  readonly littleEndian: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the numbers start. */
  readonly start: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** NumPy's own limit, above which it does not read a header either. */
export const LONGEST_HEADER = 10_000;
const MOST_DIMENSIONS = 8;
const NUMBERS = /^([<>])([fi])([48])$/;

export function isNpy(head: Uint8Array): boolean {
  return MAGIC.every((byte, index) => head[index] === byte);
}

/** The header in the first bytes of a file, or inside a sentence why they hold none that is read. */
export function npyHeader(head: Uint8Array): NpyHeader | string {
  if (!isNpy(head)) return "it is no NumPy array";
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [major, minor] = [head[6] ?? 0, head[7] ?? 0];
  if (major < 1 || major > 3 || minor !== 0) return `NumPy's format ${major}.${minor} is not read`;
  const fixed = major === 1 ? 10 : 12;
  if (head.length < fixed) return "its header is cut off";
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST_HEADER) return `its header is longer than ${LONGEST_HEADER} bytes`;
  if (head.length < fixed + length) return "its header is cut off";
  const text = Buffer.from(head.subarray(fixed, fixed + length)).toString("latin1");
  return text.endsWith("\n") ? described(text, fixed + length) : "its header does not end in a line feed";
}

/** The header is a Python dict. Only what NumPy writes for plain numbers is one here. */
function described(text: string, start: number): NpyHeader | string {
  const body = text.trim();
  const keys = new Map<string, string>();
  if (!body.startsWith("{") || !body.endsWith("}")) return "its header is no dict";
  for (let rest = body.slice(1, -1).trim(); rest !== ""; ) {
    const [entry, key, value] = ENTRY.exec(rest) ?? [];
    if (entry === undefined || key === undefined || value === undefined) return notPlain(body);
    if (keys.has(key)) return `its header has \`${key}\` twice`;
    keys.set(key, value);
    rest = rest.slice(entry.length).trimStart();
  }
  const [descr, order, dimensions] = ["descr", "fortran_order", "shape"].map((key) => keys.get(key));
  if (keys.size !== 3 || !descr || !order || !dimensions)
    return "its header has other keys than NumPy's three";
  if (!descr.startsWith("'") || !/^[TF]/.test(order) || !dimensions.startsWith("("))
    return "its header has a value of another kind than NumPy writes";
  const [, endian, kind, width] = NUMBERS.exec(descr.slice(1, -1)) ?? [];
  if (endian === undefined) return notPlain(descr);
  const shape = dimensions
    .slice(1, -1)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(Number);
  if (shape.length > MOST_DIMENSIONS) return `it has more than ${MOST_DIMENSIONS} dimensions`;
  if (!shape.every(Number.isSafeInteger)) return "its shape is of no size that is";
  return {
    kind: kind === "f" ? "f" : "i",
    bytesEach: width === "4" ? 4 : 8,
    littleEndian: endian === "<",
    fortran: order === "True",
    shape,
    start,
  };
}

/** One key with one of the kinds of value that there are, and its comma. */
const ENTRY =
  /^'(descr|fortran_order|shape)': ?('[<>|=]?[A-Za-z]\d{0,4}'|True|False|\((?:\d{1,16}(?:, ?|(?=\))))*\))(?:,|$)/;

function notPlain(written: string): string {
  if (/'\|?O\d{0,2}'/.test(written))
    return "it is an array of Python objects, which are a pickle and never loaded";
  return `its numbers are ${written.slice(0, 60)}, and only 4- and 8-byte floats and integers are read`;
}
