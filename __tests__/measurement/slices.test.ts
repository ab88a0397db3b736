import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Frame } from "../../src/measurement/frame.ts";
import { Slicer, sliceKey } from "../../src/measurement/slices.ts";
import { columnKey, type TextColumn } from "../../src/tables/table.ts";
import { read, tableOf, text } from "../support/table-columns.ts";

const NO_ROLES = {
  id: null,
  entity: null,
  time: null,
  label: null,
  prediction: null,
  score: null,
  lower: null,
  upper: null,
  weight: null,
  count: null,
  scores: new Map(),
  labels: new Map(),
  predictions: new Map(),
  segments: [],
};

async function frameOf(csv: string, ...columns: string[]): Promise<Frame> {
  const table = tableOf(await read(csv, columns.map(text)));
  const evidence = {
    id: "t",
    kind: "predictions",
    split: null,
    dataset: null,
    declared: null,
    sha256: null,
    rows: null,
    at: { path: "card", line: 1, column: 1, pointer: "" },
    files: ["t.csv"],
    content: { kind: "undeclared" },
  } as const;
  return { evidence, roles: NO_ROLES, table };
}

const PEOPLE = "sex,age\nf,old\nm,old\nf,young\n,old\nf,old\nm,\n";

describe("Slicer", () => {
  it("finds rows among more combinations than are counted whether rows have them or not", async () => {
    const rows = Array.from({ length: 900 }, (_, row) => ({ a: row % 300, b: (row * 7) % 450 }));
    const csv = `a,b\n${rows.map(({ a, b }) => `a${a},b${b}`).join("\n")}\n`;
    const slicer = new Slicer(await frameOf(csv, "a", "b"));
    for (const { a, b } of [...rows.slice(0, 30), { a: 0, b: 1 }]) {
      const expected = [...rows.keys()].filter((row) => rows[row]!.a === a && rows[row]!.b === b);
      const found = slicer.rowsOf({ a: `a${a}`, b: `b${b}` });
      expect(Array.from(found as Int32Array)).toEqual(expected);
    }
  });

  it.each([
    [{}, null],
    [{ sex: "f" }, [0, 2, 4]],
    [{ sex: "m" }, [1, 5]],
    [{ sex: "f", age: "old" }, [0, 4]],
    [{ age: "old", sex: "f" }, [0, 4]],
    [{ sex: "m", age: "young" }, []],
    // Nobody is "x"; the row whose sex is not known is not "x" either.
    [{ sex: "x" }, []],
    [{ sex: "f", age: "x" }, []],
    [{ sex: "-1" }, []],
  ])("%j is rows %j", async (slice, rows) => {
    const found = new Slicer(await frameOf(PEOPLE, "sex", "age")).rowsOf(slice);
    expect(found && Array.from(found as Int32Array)).toEqual(rows);
  });

  it("compares as text", async () => {
    const slicer = new Slicer(await frameOf("age\n18\n18.0\n", "age"));
    expect(slicer.rowsOf({ age: "18" })).toEqual(Int32Array.of(0));
  });

  it("says which column is not there", async () => {
    const slicer = new Slicer(await frameOf(PEOPLE, "sex"));
    expect(slicer.rowsOf({ sex: "f", region: "x" })).toMatchObject({
      kind: "cannot-tell",
      says: 'the table has no column "region"',
    });
  });

  it("answers the same in whatever order it is asked", async () => {
    const slicer = new Slicer(await frameOf(PEOPLE, "sex", "age"));
    const slices = [{ sex: "f" }, { age: "old" }, { sex: "f" }, { sex: "f", age: "old" }, { age: "old" }];
    expect(slices.map((slice) => Array.from(slicer.rowsOf(slice) as Int32Array))).toEqual([
      [0, 2, 4],
      [0, 1, 3, 4],
      [0, 2, 4],
      [0, 4],
      [0, 1, 3, 4],
    ]);
  });

  it("partitions the rows that have a value, for every set of columns", () => {
    const cell = fc.constantFrom("", "a", "b", "c,d", "0", "-1");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }),
        fc.subarray([0, 1, 2], { minLength: 1 }),
        (rows, used) => {
          const names = used.map((index) => `column ${index}`);
          const columns = used.map((index) =>
            textColumnOf(
              `column ${index}`,
              rows.map((row) => row[index]!),
            ),
          );
          const slicer = new Slicer(framed(columns, rows.length));
          const slices = columns.reduce<Record<string, string>[]>(
            (partial, { name, dictionary }) =>
              partial.flatMap((slice) => dictionary.map((value) => ({ ...slice, [name]: value }))),
            [{}],
          );
          const found = slices.flatMap((slice) => {
            const members = Array.from(slicer.rowsOf(slice) as Int32Array);
            for (const row of members) {
              expect(names.map((name) => slice[name])).toEqual(used.map((index) => rows[row]![index]));
            }
            return members;
          });
          const whole = rows.flatMap((row, index) =>
            used.every((column) => row[column] !== "") ? [index] : [],
          );
          expect(found.sort((a, b) => a - b)).toEqual(whole);
        },
      ),
    );
  });
});

function textColumnOf(name: string, cells: readonly string[]): TextColumn {
  const dictionary = [...new Set(cells.filter((cell) => cell !== ""))];
  const codes = Int32Array.from(cells, (cell) => dictionary.indexOf(cell));
  return {
    kind: "text",
    name,
    codes,
    dictionary,
    missing: { count: codes.filter((code) => code < 0).length, first: [] },
  };
}

function framed(columns: readonly TextColumn[], rows: number): Frame {
  const keyed = new Map(columns.map((column) => [columnKey(column.name, "text"), column]));
  const table = { rows, columns: keyed, badRows: { count: 0, first: [], why: "" } };
  return { evidence: {} as Frame["evidence"], roles: NO_ROLES, table };
}

describe("sliceKey", () => {
  it("is the same for the same slice, and other for another", () => {
    expect(sliceKey({ a: "1", b: "2" })).toBe(sliceKey({ b: "2", a: "1" }));
    const keys = [{}, { a: "1" }, { a: "1", b: "2" }, { a: "2", b: "1" }, { "a=1,b": "2" }].map(sliceKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
