import type { Complaint } from "./failure.ts";

const BYTES_LOOKED_AT = 512;
const EXPORT = "Export the table as CSV, JSON Lines or Parquet.";

/** What files that are no table start with, what they are, and what to do instead. */
const SIGNATURES: readonly (readonly [start: string, what: string, fix: string])[] = [
  [
    "PK\x03\x04",
    "a ZIP archive, as Excel workbooks, .npz and PyTorch files are",
    `${EXPORT} From Excel, save as CSV UTF-8.`,
  ],
  ["\xd0\xcf\x11\xe0", "an old Excel workbook or another Office document", "Save the sheet as CSV UTF-8."],
  [
    "\x93NUMPY",
    "a NumPy array",
    "Write it with named columns, for example with pandas.DataFrame(…).to_csv(…, index=False).",
  ],
  ["\x80\x02", "a Python pickle", `Pickles are never opened, because opening one runs code. ${EXPORT}`],
  ["\x80\x03", "a Python pickle", `Pickles are never opened, because opening one runs code. ${EXPORT}`],
  ["\x80\x04", "a Python pickle", `Pickles are never opened, because opening one runs code. ${EXPORT}`],
  ["\x80\x05", "a Python pickle", `Pickles are never opened, because opening one runs code. ${EXPORT}`],
  ["\x89HDF", "an HDF5 file", EXPORT],
  ["ARROW1", "an Arrow or Feather file", "Write it as Parquet instead."],
  ["FEA1", "a Feather file", "Write it as Parquet instead."],
  ["ORC", "an ORC file", "Write it as Parquet instead."],
  ["Obj\x01", "an Avro file", "Write it as Parquet instead."],
  ["PARE", "an encrypted Parquet file", "Write it without encryption."],
  ["SQLite format 3", "a SQLite database", EXPORT],
  ["\x28\xb5\x2f\xfd", "compressed with Zstandard", "Compress text tables with gzip, or write Parquet."],
  ["BZh", "compressed with bzip2", "Compress text tables with gzip, or write Parquet."],
  ["\xfd7zXZ", "compressed with xz", "Compress text tables with gzip, or write Parquet."],
  ["\x1f\x8b", "compressed with gzip twice", "Compress it once."],
  ["%PDF", "a PDF document", EXPORT],
];

/** Says what a file is when its first bytes show that it is none of the tables read here. */
export function foreignComplaint(start: Uint8Array): Complaint | null {
  const text = Buffer.from(start.subarray(0, BYTES_LOOKED_AT)).toString("latin1");
  const known = SIGNATURES.find(([signature]) => text.startsWith(signature) && isWhole(signature, text));
  if (known) return { failed: "unsupported", says: `The file is ${known[1]}.`, fix: known[2] };
  return pointerComplaint(text) ?? pageComplaint(text) ?? encodingComplaint(start);
}

/** A CSV header may start with "ORC" or "PARENT" too; the binary formats go on with other characters. */
function isWhole(signature: string, text: string): boolean {
  return !/^\w+$/.test(signature) || /[\x00-\x08\x0e-\x1f]/.test(text);
}

function pointerComplaint(text: string): Complaint | null {
  if (/^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(text)) {
    return {
      failed: "pointer-file",
      says: "The file is a Git LFS pointer; the table itself has not been fetched.",
      fix: "Run `git lfs pull`, or set `lfs: true` on actions/checkout.",
    };
  }
  if (/^outs:\s*\n- /.test(text)) {
    return {
      failed: "pointer-file",
      says: "The file is a DVC pointer; the table itself has not been fetched.",
      fix: "Run `dvc pull` in an earlier step, and name the table, not the .dvc file.",
    };
  }
  return null;
}

function pageComplaint(text: string): Complaint | null {
  if (!/^\s*<(!doctype|html|head|\?xml)/i.test(text)) return null;
  return {
    failed: "unsupported",
    says: "The file is an HTML or XML page, often a login or error page saved by a download.",
    fix: "Download the table again with the right credentials, and look at its first lines.",
  };
}

function encodingComplaint(start: Uint8Array): Complaint | null {
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (wide) {
    return {
      failed: "not-utf8",
      line: 1,
      says: "The file is UTF-16, as Excel's “Unicode text” is.",
      fix: "Save it as CSV UTF-8.",
    };
  }
  if (!start.subarray(0, BYTES_LOOKED_AT).includes(0)) return null;
  return {
    failed: "binary",
    says: "The file is binary, and not in a format that is known here.",
    fix: EXPORT,
  };
}
