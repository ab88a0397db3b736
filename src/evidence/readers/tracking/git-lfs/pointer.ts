import { defineReader } from "../../../output/reader.ts";

const SPEC = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v(\d{1,3})\r?\n/;
/** The lines after the version, in the order that the tool asks for; it takes nothing between or after them. */
const EXTENSION = /^ext-\d-\w{1,100} sha256:[0-9a-f]{64}$/;
const OID = /^oid sha256:([0-9a-f]{64})$/;
const SIZE = /^size (\d{1,15})$/;
/** The specification keeps a pointer below 1024 bytes. */
const MOST_CHARACTERS = 1024;

/** What git keeps of a large file until it is fetched. Source: the pointer specification of Git LFS, version 1. */
export const gitLfsPointer = defineReader<"text">({
  tool: "git-lfs",
  form: "text",
  about: {
    versions: ["3.3", "3.8", "which write the same, spec v1"],
    detectedBy: "text that begins with `version https://git-lfs.github.com/spec/v1`",
    notRead: "the file itself, which is fetched by `git lfs pull`; extensions",
  },
  recognises: ({ text }) => SPEC.test(text),
  read({ path, text }) {
    const lines = text.slice(0, MOST_CHARACTERS).trimEnd().split(/\r?\n/);
    const at = (line: number) => ({ path, line: line + 1, column: 1, pointer: "" });
    const oid = lines.findIndex((line, index) => index > 0 && !EXTENSION.test(line));
    const size = oid + 1;
    const digest = OID.exec(lines[oid] ?? "")?.[1];
    const bytes = Number(SIZE.exec(lines[size] ?? "")?.[1] ?? Number.NaN);
    const version = SPEC.exec(text)?.[1] ?? null;
    const isWhole = text.length <= MOST_CHARACTERS && lines.length === size + 1;
    if (version !== "1" || !isWhole || digest === undefined || Number.isNaN(bytes)) {
      const says =
        "the pointer is not `version …/v1`, `oid sha256:` with 64 digits, `size`, and nothing else";
      return { kind: "unparsed", says, fix: "commit the file again with Git LFS", line: 1 };
    }
    const because = `only its pointer is here: run \`git lfs pull --include "${path}"\`, or set \`lfs: true\` on actions/checkout`;
    return {
      kind: "output",
      output: {
        tool: "git-lfs",
        formatVersion: version,
        producedAt: null,
        subject: null,
        facts: [{ kind: "artifact", path, algorithm: "sha256", digest, bytes, at: at(oid) }],
        incomplete: [],
        aggregates: [
          { name: "bytes", stated: bytes, recomputed: null, because, tolerance: 0, rows: 0, at: at(size) },
        ],
        warnings: [],
      },
    };
  },
});
