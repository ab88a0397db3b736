import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { isTableFailure } from "../../src/tables/failure.ts";
import { readHeader } from "../../src/tables/header.ts";
import { readTable } from "../../src/tables/read.ts";
import { numberColumn, type Table } from "../../src/tables/table.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { bufferFile } from "../support/buffer-file.ts";
import { number, numbersOf, read, tableOf, text, textsOf } from "../support/table-columns.ts";

interface Expected {
  readonly text: readonly (string | null)[] | null;
  readonly number: readonly string[];
}

const FOLDER = join(import.meta.dirname, "fixtures");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".parquet"));
const EXPECTED: Record<string, Expected> = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8"));
const SPOTS = ["missing", "invalid", "nonFinite"] as const;

function fixture(name: string): Uint8Array {
  return readFileSync(join(FOLDER, name));
}

/** Numbers as pyarrow's expectations have them: the value, or the spot that its row is counted in. */
function countsOf(values: readonly string[]) {
  return SPOTS.map((spot) => values.filter((value) => value === spot).length);
}

function expectNumbers(table: Table, name: string, expected: readonly string[]): void {
  const values = expected.map((value) => (SPOTS.some((spot) => spot === value) ? Number.NaN : Number(value)));
  expect(numbersOf(table, name), name).toEqual(values);
  const column = numberColumn(table, name);
  expect(
    SPOTS.map((spot) => column?.[spot].count),
    name,
  ).toEqual(countsOf(expected));
  for (const spot of SPOTS) {
    const rows = expected.flatMap((value, row) => (value === spot ? [row + 1] : []));
    expect(column?.[spot].first, name).toEqual(rows.slice(0, 5));
  }
}

describe("Parquet", () => {
  it.each(FILES)("reads %s as pyarrow wrote it, as text and as numbers", async (file) => {
    const header = await readHeader([bufferFile(file, fixture(file))], CAPS);
    const present = isTableFailure(header) ? [] : header.columns.map(({ name }) => name);
    const names = Object.keys(EXPECTED).filter((name) => present.includes(name));
    expect(names.length).toBeGreaterThan(15);
    const table = tableOf(await read(fixture(file), [...names.map(text), ...names.map(number)]));
    expect(table.rows).toBe(60);
    for (const name of names) {
      const { text: texts, number: numbers } = EXPECTED[name]!;
      expectNumbers(table, name, numbers);
      if (texts && !(file === "int96.parquet" && TIMES.has(name)))
        expect(textsOf(table, name), name).toEqual(texts);
    }
  });

  it("reads the old 96-bit timestamps to the nanosecond", async () => {
    const table = tableOf(await read(fixture("int96.parquet"), ["millis", "micros", "nanos"].map(text)));
    const plain = (name: string) => EXPECTED[name]?.text?.map((value) => value?.replace("Z", ""));
    expect(textsOf(table, "nanos")).toEqual(plain("nanos"));
    expect(textsOf(table, "micros")).toEqual(plain("micros")?.map((value) => `${value}000`));
  });

  it("writes floats as Python does", async () => {
    const table = tableOf(await read(fixture("none.parquet"), ["score", "single", "half"].map(text)));
    expect(textsOf(table, "score").slice(0, 10)).toEqual([
      "0.1",
      "-0.0",
      "1.0",
      "1e+300",
      "5e-324",
      "0.3333333333333333",
      "-2.5",
      "NaN",
      null,
      "-Infinity",
    ]);
    expect(textsOf(table, "single").slice(0, 5)).toEqual(["0.0", "0.1", "0.2", "0.3", "0.4"]);
    expect(textsOf(table, "half").slice(0, 3)).toEqual(["0.0", "0.25", "0.5"]);
  });

  it("names columns and types", async () => {
    const header = await readHeader([bufferFile("t", fixture("zstd.parquet"))], CAPS);
    expect(header).toMatchObject({
      format: "parquet",
      columns: expect.arrayContaining([
        { name: "int64", type: "number" },
        { name: "flag", type: "boolean" },
        { name: "money", type: "number" },
        { name: "day", type: "text" },
        { name: "list", type: "unknown" },
        { name: "struct", type: "unknown" },
      ]),
    });
  });

  it.each(["list", "struct"])("says that a %s is no column", async (name) => {
    expect(await read(fixture("none.parquet"), [text(name)])).toMatchObject({
      failed: "unsupported",
      says: expect.stringContaining(`"${name}"`),
    });
  });

  it("reads what hyparquet-writer writes, as one of several shards", async () => {
    const written = parquetWriteBuffer({
      columnData: [
        { name: "segment", data: ["x", "y", "x"], type: "STRING" },
        { name: "score", data: [0.5, 1.5, 2.5], type: "DOUBLE" },
      ],
      rowGroupSize: 2,
    });
    const files = [
      bufferFile("a.parquet", fixture("snappy.parquet")),
      bufferFile("b.parquet", new Uint8Array(written)),
      bufferFile("c.csv", "score,segment\n7,north\n"),
    ];
    const table = tableOf(await readTable(files, [text("segment"), number("score")], CAPS));
    expect(table.rows).toBe(64);
    expect(textsOf(table, "segment").slice(60)).toEqual(["x", "y", "x", "north"]);
    expect(numbersOf(table, "score").slice(60)).toEqual([0.5, 1.5, 2.5, 7]);
  });

  it.each([
    [{ tableRows: 59 }, "over-cap"],
    [{ tableColumns: 5 }, "over-cap"],
    [{ tableInflatedBytes: 300 }, "over-cap"],
    [{ tableBytesInMemory: 20 }, "unreadable"],
  ])("is bounded by %j", async (caps, failed) => {
    expect(await read(fixture("zstd.parquet"), [number("score"), text("id")], caps)).toMatchObject({
      failed,
    });
  });

  it("bounds distinct values and names a missing column", async () => {
    const bytes = fixture("zstd.parquet");
    expect(await read(bytes, [{ ...text("id"), distinct: 5 }])).toMatchObject({
      failed: "over-cap",
      line: 6,
    });
    expect(await read(bytes, [text("nowhere")])).toMatchObject({ failed: "missing-column" });
  });

  it("fails on every truncation", async () => {
    const bytes = fixture("zstd.parquet");
    for (let length = 5; length < bytes.length; length += 97) {
      expect(isTableFailure(await read(bytes.subarray(0, length), [number("score")])), String(length)).toBe(
        true,
      );
    }
  });

  it.each(FILES)("never throws or hangs on a damaged %s", async (file) => {
    const bytes = fixture(file);
    const request = ["int64", "score", "flag", "segment", "id", "money", "nanos", "nothing"].flatMap(
      (name) => [text(name), number(name)],
    );
    const harm = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(harm, async (flips) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, bits] of flips) damaged[at]! ^= bits;
        const table = await read(damaged, request);
        if (!isTableFailure(table)) expect(table.rows).toBe(60);
      }),
      { numRuns: 150 },
    );
  });

  it("does not believe a footer: lists, nesting and numbers without end", async () => {
    const footers = [
      [0x19, 0xff, 0xff, 0xff, 0xff, 0x07],
      Array.from({ length: 400 }, () => [0x19, 0xf9, 0xff, 0xff, 0xff, 0x0f]).flat(),
      Array.from({ length: 60_000 }, () => 0x1c),
      [0x16, ...Array.from({ length: 60_000 }, () => 0xff)],
      [0x18, 0xff, 0xff, 0xff, 0xff, 0x7f],
    ];
    for (const footer of footers) {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(footer.length);
      const file = Buffer.concat([
        Buffer.from("PAR1\x15\0\0\0"),
        Buffer.from(footer),
        length,
        Buffer.from("PAR1"),
      ]);
      expect(await read(file, [text("a")])).toMatchObject({ failed: "unreadable" });
    }
  });
});

const TIMES: ReadonlySet<string> = new Set(["millis", "micros", "nanos"]);
