import { expect, test } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { outputOf, readFixture } from "../../../support/read-fixture.ts";

const read = (text: string) => readOutput(bufferFile("data/model.onnx", text), null, CAPS);
const VERSION = "version https://git-lfs.github.com/spec/v1\n";
const OID = `oid sha256:${"ab".repeat(32)}\n`;

test("a pointer names a file that is not here, and how to fetch it", async () => {
  const output = await outputOf("git-lfs/3.8.1/complete.txt");
  expect(output.facts).toMatchObject([
    {
      kind: "artifact",
      algorithm: "sha256",
      bytes: 4096,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: { line: 2 },
    },
  ]);
  expect(output.aggregates).toMatchObject([
    {
      stated: 4096,
      recomputed: null,
      because: expect.stringContaining("git lfs pull --include"),
      at: { line: 3 },
    },
  ]);
});

test("a pointer with an extension names the file that is stored", async () => {
  const { facts } = await outputOf("git-lfs/3.8.1/extended.txt");
  expect(facts).toMatchObject([{ kind: "artifact", bytes: 4096, at: { line: 3 } }]);
});

test.each(["incomplete", "tampered"])("a pointer that is %s is none", async (name) => {
  expect(await readFixture(`git-lfs/3.8.1/${name}.txt`)).toMatchObject({ kind: "unparsed", tool: "git-lfs" });
});

test.each([
  ["the specification in a sentence", `see ${VERSION}`],
  ["another specification", "version https://example.com/spec/v1\n"],
  ["the first line alone, without its end", VERSION.trim()],
])("%s is no pointer", async (_, text) => {
  expect((await read(text)).kind).toBe("unknown");
});

/** What `git lfs pointer --check` says of the same, in 3.3.0 and 3.8.1. */
test.each([
  ["an extension between", `${VERSION}ext-0-foo sha256:${"00".repeat(32)}\n${OID}size 5\n`, "output"],
  ["ends of lines as on Windows", `${VERSION}${OID}size 5\n`.replaceAll("\n", "\r\n"), "output"],
  ["more than a pointer", `${VERSION}${OID}size 5\n${"x".repeat(2000)}`, "unparsed"],
  ["a size that is none", `${VERSION}${OID}size -5\n`, "unparsed"],
  ["no end of the last line", `${VERSION}${OID}size 5`, "output"],
  ["empty lines after it", `${VERSION}${OID}size 5\n\n\n`, "output"],
  ["its lines in another order", `${VERSION}size 5\n${OID}`, "unparsed"],
  ["a line more", `${VERSION}${OID}size 5\nzeta 1\n`, "unparsed"],
  ["two digests", `${VERSION}${OID}${OID}size 5\n`, "unparsed"],
  ["digits in capitals", `${VERSION}${OID.toUpperCase()}size 5\n`, "unparsed"],
  ["a version that is none", `${VERSION.replace("v1", "v2")}${OID}size 5\n`, "unparsed"],
])("with %s it is %3$s", async (_, text, kind) => {
  expect((await read(text)).kind).toBe(kind);
});
