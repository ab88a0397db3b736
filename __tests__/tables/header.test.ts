import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isTableFailure } from "../../src/tables/failure.ts";
import { readHeader } from "../../src/tables/header.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { bufferFile } from "../support/buffer-file.ts";

async function header(content: Uint8Array | string, path = "t.csv", caps: Partial<typeof CAPS> = {}) {
  return readHeader([bufferFile(path, content)], { ...CAPS, ...caps });
}

describe("readHeader", () => {
  it.each([
    ["csv", (name: string) => `${name},b\n1,2\n`],
    ["jsonl", (name: string) => `{"${name}":1,"b":2}\n`],
  ])("refuses a name that is too long in %s", async (format, write) => {
    expect(await header(write("a".repeat(1000)))).toMatchObject({ format });
    expect(await header(write("a".repeat(1001)))).toMatchObject({ failed: "over-cap", line: 1 });
  });

  it.each([64, 65, 300])("finds all of %s columns", async (count) => {
    const names = Array.from({ length: count }, (_, column) => `c${column}`);
    const found = await header(`${names.join(",")}\n${names.map(() => "1").join(",")}\n`);
    expect(isTableFailure(found) ? found : found.columns.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["csv", "id,score,flag,none\na,0.5,true,\nb,nan,False,NA\n"],
    ["csv", gzipSync("id;score;flag;none\na;0.5;true;\nb;nan;False;NA\n")],
    ["csv", '"id"\t"score"\tflag\tnone\na\t0.5\ttrue\t\n'],
    ["csv", "id|score|flag|none\ra,b|1|TRUE|\r"],
    ["jsonl", '{"id":"a","score":0.5,"flag":true,"none":null}\n{"id":"b","score":NaN}\n'],
    ["jsonl", ' {"id":"a","score":0.5}\nnot json\n{"flag":true,"none":null}'],
  ])("names the columns of %s and what they look like", async (format, content) => {
    expect(await header(content)).toEqual({
      format,
      columns: [
        { name: "id", type: "text" },
        { name: "score", type: "number" },
        { name: "flag", type: "boolean" },
        { name: "none", type: "unknown" },
      ],
    });
  });

  it.each([
    ["one column", "score\n0.5\n", ["score"]],
    ["an index without a name, as pandas writes it", ",score\n0,0.5\n", ["", "score"]],
    ["positions for names, as pandas writes them", "0,1,2\n0.1,0.2,0.7\n", ["0", "1", "2"]],
    ["quantiles for names", "id,0.1,0.9\na,1,2\n", ["id", "0.1", "0.9"]],
    ["the delimiter that fits the rows", 'a,"b;c",d\n1,2,3\n', ["a", "b;c", "d"]],
    ["decimal commas", "id;score\na;0,5\nb;0,7\n", ["id", "score"]],
    ["a name over two lines", '"a\nb",c\n1,2\n', ["a\nb", "c"]],
    ["names like signatures", "PARENT,ORCHARD\n1,2\n", ["PARENT", "ORCHARD"]],
    ["a bracket", "[a],b\n1,2\n", ["[a]", "b"]],
  ])("reads %s", async (_, content, names) => {
    const read = await header(content);
    expect(isTableFailure(read) ? read : read.columns.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["empty", "", /empty/],
    ["empty", "\ufeff \n\n", /empty/],
    ["empty", gzipSync(""), /empty/],
    ["no-header", "0.1,0.2\n0.3,0.4\n", /first line holds numbers/],
    ["no-header", `"${"x".repeat(3 << 20)}`, /no complete header line/],
    ["pointer-file", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n", /Git LFS/],
    ["pointer-file", "outs:\n- md5: 00\n  path: t.csv\n", /DVC/],
    ["unsupported", "PK\x03\x04\0\0xl/workbook.xml", /Excel/],
    ["unsupported", Buffer.from("\x93NUMPY\x01\0v\0{'descr'", "latin1"), /NumPy/],
    ["unsupported", Buffer.from("\x80\x04\x95\x10\0\0", "latin1"), /pickle/],
    ["unsupported", "\n<!DOCTYPE html><html>", /HTML/],
    ["unsupported", "SQLite format 3\0", /SQLite/],
    ["unsupported", "ARROW1\0\0", /Arrow/],
    ["unsupported", gzipSync(gzipSync("a,b\n1,2\n")), /twice/],
    ["unsupported", gzipSync("PAR1\x15\x04"), /Parquet compressed/],
    ["unsupported", '[{"a":1}]', /JSON array/],
    ["unsupported", "a,b;c\n1,2;3\n", /"," as well as at ";"/],
    ["not-utf8", Buffer.from("\ufeffa,b\n", "utf16le"), /UTF-16/],
    ["not-utf8", Buffer.from("gr\xf6\xdfe,b\n1,2\n", "latin1"), /UTF-8/],
    ["binary", "\x01\x02\0\x03", /binary/],
    ["truncated", "PAR1", /footer/],
    ["truncated", "PAR1\x15\x04\x15\x04\x15\x04\x15\x04\x15\x04", /footer/],
    ["truncated", gzipSync("a,b\n1,2\n".repeat(1000)).subarray(0, 30), /gzip/],
    [
      "unreadable",
      Buffer.concat([gzipSync("a,b\n"), Buffer.from("\x1f\x8b\x08garbage", "latin1")]),
      /damaged/,
    ],
  ])("fails as %s", async (failed, content, says) => {
    expect(await header(content, "t")).toMatchObject({
      failed,
      path: "t",
      says: expect.stringMatching(says),
    });
  });

  it.each([
    ["columns", "a,b,c\n1,2,3\n", { tableColumns: 2 }],
    ["keys", '{"a":1,"b":2,"c":3}\n', { tableColumns: 2 }],
    ["bytes", "a,b,c\n1,2,3\n", { tableBytes: 5 }],
  ])("is bounded in %s", async (_, content, caps) => {
    expect(await header(content, "t", caps as Partial<typeof CAPS>)).toMatchObject({ failed: "over-cap" });
  });

  it("inflates no more of a gzip bomb than it shows", async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from("a,b\n"), Buffer.alloc(64 << 20, "x")]));
    expect(await header(bomb)).toMatchObject({ format: "csv" });
  });

  it("says so when there is no file", async () => {
    expect(await readHeader([], CAPS)).toMatchObject({ failed: "empty" });
  });
});
