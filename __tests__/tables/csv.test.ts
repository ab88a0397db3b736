import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvParser } from "../../src/tables/csv/parser.ts";
import { Rows } from "../../src/tables/rows.ts";
import { numberColumn } from "../../src/tables/table.ts";
import { TextBuilder } from "../../src/tables/text-builder.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { failureIn, number, numbersOf, read, tableOf, text, textsOf } from "../support/table-columns.ts";

/** So that a NUL behind it is met by the parser, not at the first look at the file. */
const FAR_FROM_THE_START = "x".repeat(600);

const cell = fc.record({
  value: fc.oneof(
    fc.string({
      unit: fc.constantFrom("a", " ", '"', ",", ";", "\n", "\r", "\t", "é", "東", "😀"),
      maxLength: 6,
    }),
    fc.constantFrom("", "NA", "0.5", "north"),
  ),
  quoted: fc.boolean(),
});

const file = fc
  .record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    newline: fc.constantFrom("\n", "\r\n", "\r"),
    rows: fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }))),
    ending: fc.boolean(),
    mark: fc.boolean(),
  })
  .map(({ delimiter, newline, rows, ending, mark }) => {
    const width = rows[0]?.length ?? 2;
    const names = Array.from({ length: width }, (_, index) => `c${index}`);
    const lines = rows.map((row) =>
      row.map(({ value, quoted }) => written(value, quoted, delimiter)).join(delimiter),
    );
    const body = [names.join(delimiter), ...lines].join(newline);
    return { delimiter, names, bytes: (mark ? "\ufeff" : "") + body + (ending ? newline : "") };
  });

function written(value: string, quoted: boolean, delimiter: string): string {
  const must = /[\n\r"]/.test(value) || value.includes(delimiter);
  return quoted || must ? `"${value.replaceAll('"', '""')}"` : value;
}

interface CsvFile {
  readonly delimiter: string;
  readonly names: readonly string[];
  readonly bytes: string;
}

function oracle({ delimiter, bytes }: CsvFile): (string | null)[][] {
  const cast = (value: string, { quoting }: { quoting: boolean }) =>
    value === "" && !quoting ? null : value;
  const options = {
    delimiter,
    bom: true,
    cast,
    skip_empty_lines: true,
    record_delimiter: ["\r\n", "\n", "\r"],
  };
  return parse(bytes, options).slice(1);
}

describe("CSV", () => {
  it("gives csv-parse's fields, whatever is in them", async () => {
    await fc.assert(
      fc.asyncProperty(file, async (csv) => {
        const table = tableOf(await read(csv.bytes, csv.names.map(text)));
        const rows = oracle(csv);
        expect(table.badRows.count).toBe(0);
        expect(table.rows).toBe(rows.length);
        for (const [field, name] of csv.names.entries()) {
          expect(textsOf(table, name)).toEqual(rows.map((row) => row[field]));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("reads the same however the bytes are cut, malformed ones too", async () => {
    const soup = fc.string({
      unit: fc.constantFrom("a", '"', ",", "\n", "\r", "é", "😀", "1.5", "\0"),
      maxLength: 60,
    });
    const sizes = fc.integer({ min: 4, max: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          soup,
          file.map(({ bytes }) => bytes),
        ),
        sizes,
        async (body, blockBytes) => {
          const content = `c0,c1,c2\n${FAR_FROM_THE_START}\n${body}`;
          const request = [text("c0"), number("c1"), text("c2")];
          const whole = await read(content, request, { tableLineBytes: 20 });
          expect(await read(content, request, { tableLineBytes: 20, blockBytes })).toEqual(whole);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["quotes within an unquoted field", 'a,b\n5" pipe,x"y"\n', ['5" pipe'], ['x"y"']],
    ["spaces kept", "a,b\n x , y\n", [" x "], [" y"]],
    ["an unquoted empty cell is missing, a quoted one is empty", 'a,b\n,""\n', [null], [""]],
    ["NA is a text", "a,b\nNA,None\n", ["NA"], ["None"]],
    ["blank lines passed over", "\n\na,b\n\n1,2\r\n\r\n\n3,4", ["1", "3"], ["2", "4"]],
    ["names without the spaces around them", "a , b\n1,2\n", ["1"], ["2"]],
    ["a byte order mark", '\ufeff"a",b\n1,2\n', ["1"], ["2"]],
    ["line breaks in quotes", 'a,b\n"1\r\n2","3\r4"\n', ["1\r\n2"], ["3\r4"]],
  ])("%s", async (_, content, a, b) => {
    const table = tableOf(await read(content, [text("a"), text("b")]));
    expect([textsOf(table, "a"), textsOf(table, "b")]).toEqual([a, b]);
    expect(table.badRows.count).toBe(0);
  });

  it("tells missing, invalid and non-finite numbers apart, with their lines", async () => {
    const cells = [
      "1",
      "",
      "NA",
      "nan",
      "-inf",
      "0,5",
      "0x10",
      "true",
      "False",
      '"2"',
      "null",
      "1e400",
      " 3 ",
      "-NaN",
      "abc",
    ];
    const table = tableOf(
      await read(`i;n\n${cells.map((cell, index) => `${index};${cell}`).join("\n")}`, [number("n")]),
    );
    const column = numberColumn(table, "n");
    expect(numbersOf(table, "n").map((value) => (Number.isNaN(value) ? "-" : value))).toEqual([
      1,
      "-",
      "-",
      "-",
      "-",
      "-",
      "-",
      1,
      0,
      2,
      "-",
      "-",
      3,
      "-",
      "-",
    ]);
    expect(column?.missing).toEqual({ count: 3, first: [3, 4, 12], path: "t.csv" });
    expect(column?.nonFinite).toEqual({ count: 4, first: [5, 6, 13, 15], path: "t.csv" });
    expect(column?.invalid).toEqual({ count: 3, first: [7, 8, 16], path: "t.csv" });
  });

  it.each([
    ["too few fields", "a,b\n1,2\n3\n4,5\n", 1, [3], ["1", "4"], /1 fields where the header has 2/],
    ["too many fields", "a,b\n1,2,3\n4,5\n", 1, [2], ["4"], /3 fields/],
    ["text after a closing quote", 'a,b\n"1"x,2\n4,5\n', 1, [2], ["4"], /closing quote/],
    [
      "a quote never closed, every line it swallows",
      'a,b\n1,2\n3,"4\n5,6\n7,8\n',
      4,
      [3],
      ["1"],
      /never closed/,
    ],
    [
      "a line too long",
      `a,b\n${"x".repeat(200)},2\n"y\n${"z".repeat(200)}",2\n4,5\n`,
      2,
      [2, 3],
      ["4"],
      /longer than 50/,
    ],
    ["an open quote too long to hold", `a,b\n1,2\n"y\n${"z\n".repeat(200)}`, 202, [3], ["1"], /never closed/],
  ])("counts %s", async (_, content, count, first, kept, why) => {
    for (const blockBytes of [4, 16, 1 << 16]) {
      const table = tableOf(await read(content, [text("a")], { tableLineBytes: 50, blockBytes }));
      expect(textsOf(table, "a")).toEqual(kept);
      expect(table.badRows).toMatchObject({ count, first, why: expect.stringMatching(why) });
    }
  });

  it("gives the line of a record, counting the line breaks inside quotes", async () => {
    const table = tableOf(await read('a,b\r"1\n2\r\n3\r4",5\r\nx,y\nz\n', [number("a")]));
    expect(numberColumn(table, "a")?.invalid.first).toEqual([2, 6]);
    expect(table.badRows.first).toEqual([7]);
  });

  it("keeps no value of a bad row in the dictionary", async () => {
    const table = tableOf(await read("a,b\nghost\nreal,1\n", [text("a")]));
    expect(table.columns.get("text:a")).toMatchObject({ dictionary: ["real"] });
  });

  it("lets go of a line that is too long before its end has come", () => {
    const source = { path: "t.csv", foreseen: 0 };
    const rows = new Rows([new TextBuilder("a", source, 10)], source, CAPS);
    const dialect = { delimiter: 0x2c, names: ["a", "b"], looksLikeData: false };
    const parser = new CsvParser(dialect, [0], rows, 50);
    const parse = (block: string, last: boolean) =>
      parser.parse(Buffer.from(`${block}\n`), block.length, last);
    expect(parse("a,b\nx,y", false)).toBe(4);
    expect(parse("x".repeat(60), false)).toBe(60);
    expect(parse("x".repeat(60), false)).toBe(60);
    expect(parse("x\n1,2\n", true)).toBe(6);
    expect([rows.count, rows.badRows().first]).toEqual([1, [2]]);
  });

  it.each([
    ["binary", "a,b\n1,2\n3,\0\n", null],
    ["binary", `a,b\n${FAR_FROM_THE_START},2\n3,\0\n`, 3],
    ["binary", `a,b\n${FAR_FROM_THE_START},2\n3,"\0\n`, 3],
    ["not-utf8", Buffer.from("a,b\n1,2\nZ\xfcrich,4\n", "latin1"), 3],
    ["duplicate-column", "a,b,a\n1,2,3\n", null],
    ["missing-column", "A,b\n1,2\n", null],
    ["no-header", "customer 17,0.3\ncustomer 18,0.4\n", 1],
    ["no-header", "0.3,17\n0.4,18\n", 1],
    ["unsupported", "a,b;c\n1,2;3\n", 1],
  ])("fails as %s", async (failed, content, line) => {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    expect(failureIn(await read(bytes, [text("a")]))).toMatchObject({ failed, path: "t.csv", line });
  });

  it("lets a column that is not asked for be any bytes", async () => {
    const table = tableOf(await read(Buffer.from("a,b\n1,Z\xfcrich\n", "latin1"), [text("a")]));
    expect(textsOf(table, "a")).toEqual(["1"]);
  });
});
