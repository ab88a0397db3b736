import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isTableFailure } from "../../src/tables/failure.ts";
import { readTable } from "../../src/tables/read.ts";
import { numberColumn, textColumn } from "../../src/tables/table.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import type { OpenFile } from "../../src/workspace/tree.ts";
import { bufferFile } from "../support/buffer-file.ts";
import { number, numbersOf, read, tableOf, text, textsOf } from "../support/table-columns.ts";

describe("readTable", () => {
  it("joins shards whose columns stand in another order, and says where cells are", async () => {
    const files = [
      bufferFile("a.csv", "id,score\nx,1\ny,2\n"),
      bufferFile("b.csv", "score,more,id\n,0,z\nbad,0,x\n1,2\n"),
      bufferFile("c.jsonl", '{"id":"w","score":"bad"}\n'),
      bufferFile("d.csv.gz", gzipSync("id;score\nv;5\n")),
    ];
    const table = tableOf(await readTable(files, [text("id"), number("score")], CAPS));
    expect(table.rows).toBe(6);
    expect(textsOf(table, "id")).toEqual(["x", "y", "z", "x", "w", "v"]);
    expect(textColumn(table, "id")?.dictionary).toEqual(["x", "y", "z", "w", "v"]);
    expect(numbersOf(table, "score")).toEqual([1, 2, Number.NaN, Number.NaN, Number.NaN, 5]);
    expect(numberColumn(table, "score")).toMatchObject({
      missing: { count: 1, first: [2], path: "b.csv" },
      invalid: { count: 2, first: [3], path: "b.csv" },
      nonFinite: { count: 0, first: [] },
    });
    expect(table.badRows).toMatchObject({ count: 1, first: [4], path: "b.csv" });
  });

  it.each([
    ["CSV", "id,other\nx,1\n"],
    ["JSON Lines", '{"id":"x"}\n'],
  ])("fails when a %s shard lacks a column", async (_, content) => {
    const files = [bufferFile("a.csv", "id,score\nx,1\n"), bufferFile("b", content)];
    expect(await readTable(files, [text("id"), number("score")], CAPS)).toMatchObject({
      failed: "shards-differ",
      path: "b",
      says: 'The file has no column "score", which other shards have.',
    });
  });

  it("names the columns there are when one is missing", async () => {
    expect(await read("id,probability\nx,1\n", [number("score"), text("label")])).toMatchObject({
      failed: "missing-column",
      says: 'The file has no columns "score", "label".',
      fix: 'Name a column that it has: "id", "probability".',
    });
  });

  it("reads one column under both kinds, and twice as one", async () => {
    const table = tableOf(await read("label,x\n1,\n01,\n", [number("label"), text("label"), text("label")]));
    expect(numbersOf(table, "label")).toEqual([1, 1]);
    expect(textsOf(table, "label")).toEqual(["1", "01"]);
    expect([...table.columns.keys()]).toEqual(["number:label", "text:label"]);
  });

  it("counts rows when no column is asked for", async () => {
    expect(tableOf(await read("a,b\n1,2\n3,4\n", [])).rows).toBe(2);
    expect(tableOf(await read('{"a":1}\n{}\n', [])).rows).toBe(2);
  });

  it("gives a table of no rows when there is only a header", async () => {
    const table = tableOf(await read("a,b\n", [text("a"), number("b")]));
    expect([table.rows, textsOf(table, "a"), numbersOf(table, "b")]).toEqual([0, [], []]);
  });

  it("reads members of gzip that follow one another, in chunks of any size", async () => {
    const content = Buffer.concat([gzipSync("a,b\n1,x\n2,"), gzipSync("y\n3,z\n")]);
    for (const chunkSize of [1, 7, 4096]) {
      const table = tableOf(await readTable([bufferFile("t.gz", content, chunkSize)], [text("b")], CAPS));
      expect(textsOf(table, "b")).toEqual(["x", "y", "z"]);
    }
  });

  it.each([
    ["zeros, and rows behind them", Buffer.concat([Buffer.alloc(3), gzipSync("3\n")])],
    ["zeros alone", Buffer.alloc(512)],
    ["other bytes", Buffer.from("garbage")],
  ])("fails on a gzip file that goes on with %s, in chunks of any size", async (_, more) => {
    const content = Buffer.concat([gzipSync("a\n1\n2\n"), more]);
    for (const chunkSize of [1, 7, content.length - more.length, 4096]) {
      const table = await readTable([bufferFile("t.gz", content, chunkSize)], [text("a")], CAPS);
      expect(table).toMatchObject({ failed: "unreadable", path: "t.gz" });
    }
  });

  it.each<[string, string | Uint8Array, Partial<Caps>]>([
    ["rows", "a\n1\n2\n3\n", { tableRows: 2 }],
    ["bad rows", "a\n1,2\n2,3\n3,4\n", { tableRows: 2 }],
    ["stored bytes", "a\n1\n2\n3\n", { tableBytes: 7 }],
    ["inflated bytes", gzipSync(`a\n${"1\n".repeat(500_000)}`), { tableInflatedBytes: 900_000 }],
  ])("is bounded in %s", async (_, content, caps) => {
    expect(await read(content, [number("a")], caps)).toMatchObject({ failed: "over-cap" });
  });

  it("bounds the distinct values of a column that is to have few", async () => {
    const content = "a\nx\ny\nx\nz\n";
    expect(tableOf(await read(content, [{ ...text("a"), distinct: 3 }])).rows).toBe(4);
    expect(await read(content, [{ ...text("a"), distinct: 2 }, text("a")])).toMatchObject({
      failed: "over-cap",
      line: 5,
    });
  });

  it("spends one allowance of inflated bytes on all shards", async () => {
    const shard = gzipSync(`a\n${"1\n".repeat(1000)}`);
    const files = [1, 2, 3].map((name) => bufferFile(`${name}.gz`, shard));
    const caps = { ...CAPS, tableInflatedBytes: 5000 };
    expect(await readTable(files, [number("a")], caps)).toMatchObject({ failed: "over-cap", path: "3.gz" });
  });

  it.each([
    ["truncated", gzipSync(`a\n${"12345\n".repeat(300_000)}`).subarray(0, -9)],
    [
      "unreadable",
      flipped(gzipSync(`a\n${Array.from({ length: 300_000 }, (_, row) => row * 7919).join("\n")}`), -5),
    ],
  ])("fails on a gzip file that is %s", async (failed, content) => {
    expect(await read(content, [number("a")])).toMatchObject({ failed });
  });

  it("says that a file could not be read, without the system's words", async () => {
    const broken: OpenFile = {
      ...bufferFile("t.csv", "a\n1\n"),
      async *stream() {
        yield Buffer.from("a\n1\n");
        throw new Error("EIO /home/someone/t.csv");
      },
    };
    const failure = await readTable([broken], [number("a")], CAPS);
    expect(failure).toMatchObject({ failed: "unreadable", path: "t.csv" });
    expect(JSON.stringify(failure)).not.toContain("/home");
  });

  it("closes the stream of a file that it stops reading", async () => {
    for (const content of [Buffer.from("a\n1\n2\n3\n"), gzipSync("a\n1\n2\n3\n")]) {
      let closed = 0;
      const file: OpenFile = {
        ...bufferFile("t", content),
        async *stream() {
          try {
            for (const byte of content) yield Uint8Array.of(byte);
          } finally {
            closed++;
          }
        },
      };
      const opened = content[0] === 0x1f ? 2 : 1;
      expect(isTableFailure(await readTable([file], [number("a")], { ...CAPS, tableInflatedBytes: 3 }))).toBe(
        true,
      );
      expect(closed).toBe(opened);
    }
  });
});

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[copy.length + at]! ^= 1;
  return copy;
}
