import { defineReader } from "../../../output/reader.ts";

const SPEC = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v(\d{1,3})\r?\n/;
const OID = /^oid sha256:([0-9a-f]{64})$/;
const SIZE = /^size (\d{1,15})$/;
/** The specification keeps a pointer below 1024 bytes. */
const MOST_CHARACTERS = 1024;

/** What git keeps of a large file until it is fetched. Source: the pointer specification of Git LFS, version 1. */
export const gitLfsPointer = defineReader<"text">({
  tool: "git-lfs",
  form: "text",
  about: {
    versions: ["spec v1, built from it"],
    detectedBy: "text that begins with `version https://git-lfs.github.com/spec/v1`",
    notRead: "the file itself, which is fetched by `git lfs pull`; extensions",
  },
  recognises: ({ text }) => SPEC.test(text),
  read({ path, text }) {
    const lines = text.slice(0, MOST_CHARACTERS).split(/\r?\n/);
    const at = (line: number) => ({ path, line: line + 1, column: 1, pointer: "" });
    const oid = lines.findIndex((line) => OID.test(line));
    const size = lines.findIndex((line) => SIZE.test(line));
    const fix = "commit the file again with Git LFS";
    if (text.length > MOST_CHARACTERS || oid < 0 || size < 0) {
      const says = "the pointer has no `oid sha256:` with 64 digits and `size` below each other";
      return { kind: "unparsed", says, fix, line: 1 };
    }
    const bytes = Number(SIZE.exec(lines[size]!)?.[1]);
    const digest = OID.exec(lines[oid]!)?.[1] ?? "";
    const because = `only its pointer is here: run \`git lfs pull --include "${path}"\`, or set \`lfs: true\` on actions/checkout`;
    return {
      kind: "output",
      output: {
        tool: "git-lfs",
        formatVersion: SPEC.exec(text)?.[1] ?? null,
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
