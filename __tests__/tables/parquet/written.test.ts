import fc from "fast-check";
import type { Encoding } from "hyparquet";
import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { numberColumn, type Table, textColumn } from "../../../src/tables/table.ts";
import { number, numbersOf, read, tableOf, text, textsOf } from "../../support/table-columns.ts";

type Spot = "missing" | "invalid" | "nonFinite" | "uncountable";

/** A value to be written, what it is as a number and as text. */
interface Cell {
  readonly written: number | bigint | boolean | string | null;
  readonly number: number | Spot;
  readonly text: string | null;
}

interface Kind {
  readonly type: BasicType;
  readonly encodings: readonly Encoding[];
  readonly cells: readonly Cell[];
}

const cell = (written: Cell["written"], number: Cell["number"], text: Cell["text"]): Cell => {
  return { written, number, text };
};
const NULL = cell(null, "missing", null);
const bigintCell = (value: bigint) =>
  cell(value, BigInt(Number(value)) === value ? Number(value) : "invalid", String(value));
const MANY = Array.from({ length: 40 }, (_, index) => index);

const KINDS: readonly Kind[] = [
  {
    type: "DOUBLE",
    encodings: ["PLAIN", "RLE_DICTIONARY", "BYTE_STREAM_SPLIT"],
    cells: [
      cell(0.5, 0.5, "0.5"),
      cell(1e300, 1e300, "1e+300"),
      cell(Number.NaN, "nonFinite", "NaN"),
      cell(-Infinity, "nonFinite", "-Infinity"),
      ...MANY.map((index) => cell(index, index, `${index}.0`)),
    ],
  },
  {
    type: "FLOAT",
    encodings: ["PLAIN", "RLE_DICTIONARY", "BYTE_STREAM_SPLIT"],
    cells: [cell(0.25, 0.25, "0.25"), cell(Infinity, "nonFinite", "Infinity"), cell(3, 3, "3.0")],
  },
  {
    type: "INT64",
    encodings: ["PLAIN", "RLE_DICTIONARY", "DELTA_BINARY_PACKED"],
    cells: [0n, -1n, 2n ** 32n - 1n, -(2n ** 32n), 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 60n]
      .concat(MANY.map(BigInt))
      .map(bigintCell),
  },
  {
    type: "INT32",
    encodings: ["PLAIN", "RLE_DICTIONARY", "DELTA_BINARY_PACKED"],
    cells: [-(2 ** 31), 2 ** 31 - 1, ...MANY].map((value) => cell(value, value, String(value))),
  },
  {
    type: "BOOLEAN",
    encodings: ["PLAIN", "RLE"],
    cells: [cell(true, 1, "true"), cell(false, 0, "false")],
  },
  {
    type: "STRING",
    encodings: ["PLAIN", "RLE_DICTIONARY"],
    cells: [cell("7", 7, "7"), cell("x", "invalid", "x"), cell("1e999", "nonFinite", "1e999")].concat(
      MANY.map((index) => cell(`s${index}`, "invalid", `s${index}`)),
    ),
  },
];

/** Cells one by one or in runs; so few rows to a page that most columns have several, of either kind. */
const columns = fc.constantFrom(...KINDS).chain(({ type, encodings, cells }) =>
  fc.record({
    type: fc.constant(type),
    encoding: fc.constantFrom(...encodings),
    runs: fc.array(fc.tuple(fc.constantFrom(NULL, ...cells), fc.constantFrom(1, 1, 1, 9, 30)), {
      minLength: 1,
    }),
    withNulls: fc.boolean(),
    pageSize: fc.constantFrom(8, 40, 200, 1000),
    rowGroupSize: fc.constantFrom(7, 50, 1000),
    codec: fc.constantFrom("SNAPPY", "UNCOMPRESSED"),
  }),
);

function countOf({ number: value }: Cell): number | Spot {
  return typeof value === "number" && !(Number.isSafeInteger(value) && value >= 1) ? "uncountable" : value;
}

function spotsOf(values: readonly unknown[], spot: unknown): { count: number; first: number[] } {
  const lines = values.flatMap((value, row) => (value === spot ? [row + 1] : []));
  return { count: lines.length, first: lines.slice(0, 5) };
}

function expectNumbers(table: Table, values: readonly (number | Spot)[], spots: readonly Spot[]): void {
  expect(numbersOf(table, "a")).toEqual(
    values.map((value) => (typeof value === "number" ? value : Number.NaN)),
  );
  for (const spot of spots) {
    expect(numberColumn(table, "a")?.[spot], spot).toMatchObject(spotsOf(values, spot));
  }
}

describe("a column of Parquet", () => {
  it("is the same however it is written, and each of its cells what it is alone", async () => {
    await fc.assert(
      fc.asyncProperty(
        columns,
        async ({ type, encoding, runs, withNulls, pageSize, rowGroupSize, codec }) => {
          const cells = runs
            .flatMap(([cell, times]) => Array<Cell>(times).fill(cell))
            .filter((cell) => withNulls || cell !== NULL);
          fc.pre(cells.length > 0);
          const data = cells.map(({ written }) => written);
          const written = { name: "a", data, type, encoding, nullable: withNulls } as const;
          const bytes = new Uint8Array(
            parquetWriteBuffer({ columnData: [written], pageSize, rowGroupSize, codec }),
          );
          const table = tableOf(await read(bytes, [number("a"), text("a")]));
          expectNumbers(
            table,
            cells.map(({ number }) => number),
            ["missing", "invalid", "nonFinite"],
          );
          const texts = cells.map(({ text }) => text);
          expect(textsOf(table, "a")).toEqual(texts);
          expect(textColumn(table, "a")?.dictionary).toEqual(
            [...new Set(texts)].filter((text) => text !== null),
          );
          expect(textColumn(table, "a")?.missing).toMatchObject(spotsOf(texts, null));
          const counts = tableOf(await read(bytes, [{ ...number("a"), counts: true }]));
          expectNumbers(counts, cells.map(countOf), ["missing", "invalid", "nonFinite", "uncountable"]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
