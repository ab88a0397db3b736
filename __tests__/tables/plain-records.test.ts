import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import { CsvRecord } from "../../src/tables/csv/record.ts";
import { NumberBuilder } from "../../src/tables/number-builder.ts";
import { PlainRecords } from "../../src/tables/plain/plain-records.ts";
import { readTable } from "../../src/tables/read.ts";
import { Rows } from "../../src/tables/rows.ts";
import type { ColumnRequest } from "../../src/tables/table.ts";
import { TextBuilder } from "../../src/tables/text-builder.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import { bufferFile } from "../support/buffer-file.ts";
import { number, numbersOf, read, tableOf, text, textsOf } from "../support/table-columns.ts";

fc.configureGlobal({ seed: 20261124 });

vi.stubGlobal("WebAssembly", undefined);
vi.resetModules();
const without = {
  ...(await import("../../src/tables/read.ts")),
  ...(await import("../../src/tables/plain/plain-records.ts")),
};
vi.unstubAllGlobals();
afterAll(() => vi.resetModules());

it("is there, but where WebAssembly is not", () => {
  const source = { path: "t.csv", foreseen: 0 };
  const rows = new Rows([new NumberBuilder("v", source)], source, CAPS);
  const layout = { kind: "delimited", delimiter: 0x2c, cells: 1 } as const;
  expect(PlainRecords.of(rows, layout, [0], 99)).not.toBeNull();
  expect(without.PlainRecords.of(rows, layout, [0], 99)).toBeNull();
});

/** The same table, whatever is in it, as is read a record at a time. */
async function expectTheSame(
  contents: readonly string[],
  request: readonly ColumnRequest[],
  caps: Partial<Caps> = {},
  blockBytes?: number,
): Promise<void> {
  const files = contents.map((content, shard) => bufferFile(`t${shard}.csv`, content));
  const [found, expected] = await Promise.all(
    [readTable, without.readTable].map((reading) =>
      reading(files, request, { ...CAPS, ...caps }, blockBytes),
    ),
  );
  expect(found).toEqual(expected);
}

const numeral = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.double({ min: 0, max: 1, noNaN: true }).map(String),
  fc.double({ min: -1e30, max: 1e30, noNaN: true }).map((value) => value.toExponential()),
  fc
    .tuple(
      fc.constantFrom("", "-", "+"),
      fc.stringMatching(/^[0-9]{0,22}$/),
      fc.constantFrom("", ".", ".0", ".00000"),
      fc.stringMatching(/^[0-9]{0,22}$/),
      fc.constantFrom("", "", "", "e5", "E-5", "e+07", "e-22", "e22", "e00012", "e", "e-", "e99999"),
    )
    .map((parts) => parts.join("")),
  fc.constantFrom(
    "",
    " 1",
    "1 ",
    "1\t",
    "nan",
    "inf",
    "1_0",
    "0x1f",
    "1,5",
    "true",
    "NA",
    "--1",
    "1-",
    "1.2.3",
  ),
);
const word = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom("a", "b", "ab", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghj") },
  { weight: 3, arbitrary: fc.constantFrom("é", "東京 and more", " a", "a ", "a\tb", "\v", "a\u001fb") },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-c]{1,30}$/) },
  { weight: 1, arbitrary: fc.constantFrom("", '""', '"a"', '"a,b"', '"a""b"', 'a"b', '"a\nb"', '"a"b') },
);

describe("plain records are the rows that they are one by one", () => {
  const row = fc.record({
    values: fc.tuple(numeral, numeral),
    words: fc.tuple(word, word, word),
    tail: fc.constantFrom("", "", "", "", "", "", ",", ",x", "\0"),
    newline: fc.constantFrom("\n", "\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\r\n\r\n"),
  });
  const requests = [
    [text("last"), number("value"), text("first")],
    [number("end"), text("first")],
    [number("value"), text("value")],
    [text("other"), text("end"), number("end")],
    [text("first")],
  ];

  it("whatever stands between them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 60, size: "max" }),
        fc.constantFrom(...requests),
        fc.constantFrom(40, 100, 300, undefined),
        fc.boolean(),
        async (rows, request, blockBytes, isEnded) => {
          const lines = rows.map(({ values, words, tail, newline }) =>
            [words[0], values[0], words[1], words[2], values[1] + tail + newline].join(","),
          );
          const content = `first,value,other,last,end\n${lines.join("")}${isEnded ? "" : "a,1,b,c,2"}`;
          await expectTheSame([content], request, {}, blockBytes);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([";", "\t", "|"])("delimited by %j", async (delimiter) => {
    const rows = Array.from({ length: 300 }, (_, row) => [
      `a,b${row % 3}`,
      row / 8,
      "c\td;e|f".replaceAll(delimiter, " "),
    ]);
    const lines = rows.map((cells) => cells.join(delimiter));
    await expectTheSame(
      [["first", "value", "last"].join(delimiter), ...lines].map((line) => `${line}\n`),
      [text("first"), number("value"), text("last")],
    );
  });

  it("longer than a cap or not", async () => {
    const lines = Array.from({ length: 200 }, (_, row) => `${"x".repeat(row % 50)},${row}`);
    for (const tableLineBytes of [20, 21, 22, 51, 52, 53]) {
      for (const newline of ["\n", "\r\n"]) {
        const content = `name,value${newline}${lines.join(newline)}`;
        await expectTheSame([content], [text("name"), number("value")], { tableLineBytes });
      }
    }
  });

  it("in shards, and after a file that could not be read to its end", async () => {
    const rows = (from: number, count: number) =>
      Array.from({ length: count }, (_, row) => `${from + row},${(from + row) % 7}\n`).join("");
    const request = [number("value"), text("group")];
    await expectTheSame([`value,group\n${rows(0, 900)}1,\0\n`], request);
    await expectTheSame([`value,group\n${rows(0, 900)}`, `group,value\n${rows(5, 20)}`], request);
  });

  it("in fewer rows than a cap, or too many", async () => {
    const content = `value\n${"1\n".repeat(100)}`;
    for (const tableRows of [99, 100, 101]) await expectTheSame([content], [number("value")], { tableRows });
  });

  it("however many cells and columns there are", async () => {
    for (const [cells, columns] of [
      [2048, 1],
      [2049, 1],
      [70, 64],
      [70, 65],
    ] as const) {
      const names = Array.from({ length: cells }, (_, cell) => `c${cell}`);
      const lines = Array.from({ length: 30 }, (_, row) =>
        names.map((_, cell) => (row + cell) % 9).join(","),
      );
      const request = names
        .slice(-columns)
        .map((name, index) => (index % 2 === 0 ? number(name) : text(name)));
      await expectTheSame([[names.join(","), ...lines].join("\n")], request);
    }
  });

  it("where no column is asked for", async () => {
    await expectTheSame(["value\n1\n\n2\n\r\n3\n4"], []);
    await expectTheSame(['value,other\n1,2\n"3,4"\n5,6\n'], []);
    await expectTheSame(["value,other\n1,2\n\n2\n,\r\n3,3\n4,"], []);
  });

  it("where a count is none", async () => {
    const lines = Array.from({ length: 100 }, (_, row) => `${row % 10 === 3 ? row / 2 - 6 : row + 1},a`);
    const request = [{ column: "count", as: "number", counts: true }, text("group")] as const;
    await expectTheSame([`count,group\n${lines.join("\n")}`], request);
  });

  it("where there are more values than are kept at hand, or long ones", async () => {
    for (const [values, filling] of [
      [2000, ""],
      [300, "x".repeat(90)],
      [20_000, ""],
    ] as const) {
      const lines = Array.from(
        { length: 3 * values },
        (_, row) => `${filling}${row % values},${row},${row % 3}`,
      );
      const content = `name,value,group\n${lines.join("\n")}`;
      const request = [text("group"), number("value"), text("name")];
      await expectTheSame([content], request);
    }
  });
});

it("reads numerals as the nearest doubles", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(numeral.filter(isPlain), { minLength: 1, maxLength: 200 }),
      async (numerals) => {
        const table = tableOf(
          await read(`v,w\n${numerals.map((each) => `${each},1`).join("\n")}\n`, [number("v")]),
        );
        const finite = numerals.map((each) => (Number.isFinite(Number(each)) ? Number(each) : Number.NaN));
        expect(numbersOf(table, "v")).toEqual(finite);
      },
    ),
    { numRuns: 300 },
  );
});

function isPlain(written: string): boolean {
  return /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/i.test(written);
}

it("reads blocks of more rows than are taken at once, and of more bytes than are looked at", async () => {
  const short = Array.from({ length: 50_000 }, (_, row) => row % 10);
  const table = tableOf(await read(`v\n${short.join("\n")}\n`, [number("v")]));
  expect(numbersOf(table, "v")).toEqual(short);

  const wide = Array.from({ length: 30_000 }, (_, row) => `group ${row % 9},${row},${"-".repeat(20)}`);
  const other = tableOf(
    await read(`g,v,w\n${wide.join("\n")}\n`, [text("g"), number("v")], { blockBytes: 1_500_000 }),
  );
  expect(numbersOf(other, "v")).toEqual(wide.map((_, row) => row));
  expect(textsOf(other, "g")).toEqual(wide.map((_, row) => `group ${row % 9}`));
});

describe("plain objects are the rows that they are one by one", () => {
  const textual = fc.oneof(
    {
      weight: 30,
      arbitrary: fc.constantFrom(
        '"a"',
        '"b"',
        '"abcdefgh"',
        '"abcdefghijklmnop"',
        '"é"',
        "1",
        "true",
        "false",
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '""',
        '"a\\"b"',
        '"\\u0041"',
        '"a\\',
        '"a\tb"',
        '"\u007f"',
        '"a',
        "a",
        "truth",
        "falsf",
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom("null", "NaN", "-Infinity", "[1]", '{"a":1}', "01", "1.", "tru", "2.50"),
    },
  );
  const numeric = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom("0", "1", "0.5", "-12.25", "1e-05", "0.12345678901234567") },
    { weight: 2, arbitrary: numeral },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "null",
        "true",
        "false",
        '"0.5"',
        '"x"',
        "NaN",
        "[]",
        "007",
        "1.",
        "-",
        ".5",
        "1e",
        "-01",
      ),
    },
  );
  const line = fc.oneof(
    {
      weight: 30,
      arbitrary: fc.constant((a: string, b: string, c: string) => `{"t": ${a}, "v": ${b}, "other": ${c}}`),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        (a: string, b: string, c: string) => `{"v":${b},"t":${a},"other":${c}}`,
        (a: string, b: string, c: string) => `{"t": ${a}, "v": ${b}, "other": ${c}} `,
        (a: string, b: string, c: string) => `{"t": ${a}, "v": ${b}, "other": ${c}, "t": ${c}}`,
        (a: string, b: string) => `{"t": ${a}, "v": ${b}}`,
        (a: string, b: string, c: string) => `{"t": ${a}, "v": ${b}, "other": ${c}}}`,
        (a: string, b: string, c: string) => `{"t": ${a}, "v": ${b}, "othes": ${c}}`,
        (a: string) => `{"t": ${a}`,
        () => "",
      ),
    },
  );
  const row = fc
    .tuple(
      line,
      textual,
      numeric,
      fc.oneof(textual, numeric),
      fc.constantFrom("\n", "\n", "\n", "\r\n", "\n\n", "\r"),
    )
    .map(([write, a, b, c, newline]) => write(a, b, c) + newline);

  it("whatever stands between them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 60, size: "max" }),
        fc.constantFrom(
          [text("t"), number("v")],
          [text("other")],
          [number("other"), number("v"), text("v")],
          [text("t"), number("t"), text("other")],
          [],
        ),
        fc.constantFrom(60, 100, 300, undefined),
        fc.boolean(),
        async (rows, request, blockBytes, isEnded) => {
          const content = `{"t": "a", "v": 1, "other": 0}\n${rows.join("")}${isEnded ? "" : '{"t": "b", "v": 2, "other": 1}'}`;
          await expectTheSame([content], request, {}, blockBytes);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("longer than a cap or not", async () => {
    const lines = Array.from(
      { length: 60 },
      (_, row) => `{"name":"${"x".repeat(row % 30)}","value":${row % 10}}`,
    );
    for (const tableLineBytes of [30, 31, 32, 40]) {
      for (const newline of ["\n", "\r\n"]) {
        const content = lines.join(newline) + newline;
        await expectTheSame([content], [text("name"), number("value")], { tableLineBytes });
      }
    }
  });

  it("where what stands between them is long, or has escapes", async () => {
    for (const key of ["k".repeat(40_000), "k".repeat(100), "k\\u0041", "é", "k ", ""]) {
      const lines = Array.from({ length: 40 }, (_, row) => `{"v":${row},"${key}":"${row % 3}","last":true}`);
      await expectTheSame([lines.join("\n")], [number("v"), text("last")]);
    }
  });

  it("in shards that are written otherwise", async () => {
    const shard = (gap: string) =>
      Array.from({ length: 50 }, (_, row) => `{"v":${gap}${row},${gap}"t":"${row % 3}"}\n`).join("");
    await expectTheSame([shard(""), shard(" "), shard("")], [number("v"), text("t")]);
  });
});

describe("records are plain", () => {
  it.each([
    [
      "once their texts are known, whatever follows these",
      "a,0.5\nabcdefghi,1\n",
      "a,1e-05\nabcdefghi,2\r\na,3\n",
    ],
    [
      "with zeros before the first digit",
      "a,1\n",
      "a,0.0000000001234567890123\na,0.1234567890123456789\na,-0.0\n",
    ],
    ["with an exponent", "a,1\n", "a,1e5\na,1E-05\na,1.5e+7\n"],
    [
      "with as many digits as doubles may need",
      "a,1\n",
      "a,0.30000000000000004\na,1234567890123456789\na,-9.87654321e-12\n",
    ],
  ])("%s", (_, known, plain) => {
    expect(rowsRead(known, plain)).toBe(plain.split("\n").length - 1);
  });

  it.each([
    ["unless a text is new", "a,1\n", "b,1\n"],
    ["unless a new text begins as a known one", "abcdefgh,1\n", "abcdefghi,1\n"],
    ["unless a new text has the hash of a known one", "pzdzrkyv,1\n", "yctjfvsw,1\n"],
    ["unless there is a quote", "a,1\n", '"a",1\n'],
    ["unless a number is none", "a,1\n", "a,0.1234567:\n"],
    ["unless the line does not end", "a,1\n", "a,1"],
  ])("%s", (_, known, other) => {
    expect(rowsRead(known, other)).toBe(0);
    expect(rowsRead(known, `${known}${other}`)).toBe(1);
  });

  it("unless a cell is empty, whatever an empty text between quotes is", () => {
    expect(rowsRead('"",1\n', ",1\n")).toBe(0);
  });
});

/** How many rows are read at once of records behind those that are known. */
function rowsRead(known: string, records: string): number {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const bytes = Buffer.from(`${known}${records}\n`);
  const end = bytes.length - 1;
  const source = { path: "t.csv", foreseen: 0 };
  const rows = new Rows([new TextBuilder("t", source, 99), new NumberBuilder("v", source)], source, CAPS);
  const plain = PlainRecords.of(rows, { kind: "delimited", delimiter: 0x2c, cells: 2 }, [0, 1], 99)!;
  const record = new CsvRecord(0x2c, 2);
  plain.show(bytes, 0, end);
  let at = 0;
  while (at < known.length) {
    const next = record.scan(bytes, at, end, false);
    for (const [field, column] of rows.columns.entries()) {
      column.add(rows.count, bytes, record.starts[field]!, record.ends[field]!, 1);
    }
    plain.learn(record.starts, record.ends, [0, 1]);
    rows.complete();
    at = next;
  }
  const before = rows.count;
  plain.read(at, 1);
  plain.close();
  vi.restoreAllMocks();
  return rows.count - before;
}
