import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonlParser } from "../../src/tables/jsonl/parser.ts";
import { Rows } from "../../src/tables/rows.ts";
import { numberColumn } from "../../src/tables/table.ts";
import { TextBuilder } from "../../src/tables/text-builder.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { failureIn, number, numbersOf, read, tableOf, text, textsOf } from "../support/table-columns.ts";

const jsonl = { path: "t.jsonl" };
const key = fc.constantFrom("a", "b", "é", 'q"', "other");
const object = fc.dictionary(key, fc.jsonValue({ maxDepth: 3 }));

function asText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

describe("JSON Lines", () => {
  it("gives JSON.parse's values, however they are written", async () => {
    const spaced = fc.tuple(fc.array(object, { minLength: 1 }), fc.boolean(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        spaced,
        fc.integer({ min: 4, max: 80 }),
        async ([rows, escaped, ending], blockBytes) => {
          const lines = rows.map((row) => (escaped ? escapeAll(JSON.stringify(row)) : JSON.stringify(row)));
          const content = `{"a":"","b":"","é":""}\n${lines.join("\r\n")}${ending ? "\n" : ""}`;
          const table = tableOf(await read(content, ["a", "b", "é"].map(text), { ...jsonl, blockBytes }));
          const fit = rows.filter((row) => ![row.a, row.b, row.é].some(isNested));
          expect(table.badRows.count).toBe(rows.length - fit.length);
          for (const name of ["a", "b", "é"]) {
            expect(textsOf(table, name)).toEqual(["", ...fit.map((row) => asText(row[name]))]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("accepts as a row exactly what JSON.parse accepts as an object", async () => {
    const alphabet = [
      '{"a"',
      ":",
      "1",
      '"',
      "{",
      "}",
      "[",
      "]",
      ",",
      "\\",
      "u00e9",
      "true",
      "null",
      "-",
      ".",
      "e5",
      "0",
      " ",
      "\t",
      "x",
    ];
    const soup = fc
      .array(fc.constantFrom(...alphabet), { maxLength: 10 })
      .map((parts) => `{"z":${parts.join("")}}`);
    const mangled = fc
      .tuple(
        object.map((row) => JSON.stringify(row)),
        fc.nat(),
        fc.constantFrom(...alphabet, ""),
      )
      .map(([line, at, put]) => line.slice(0, at % line.length) + put + line.slice((at % line.length) + 1));
    await fc.assert(
      fc.asyncProperty(fc.oneof(soup, mangled), async (line) => {
        fc.pre(line.trim() !== "");
        const table = tableOf(await read(`{"first":1}\n${line}\n`, [number("first")], jsonl));
        expect(table.badRows.count).toBe(isObject(line) ? 0 : 1);
      }),
      { numRuns: 5000 },
    );
  });

  it("keeps the digits of an integer in a text column", async () => {
    const table = tableOf(
      await read('{"id":9007199254740993}\n{"id":1.0}\n{"id":"01"}\n', [text("id")], jsonl),
    );
    expect(textsOf(table, "id")).toEqual(["9007199254740993", "1.0", "01"]);
  });

  it("tells missing, invalid and non-finite numbers apart", async () => {
    const cells = [
      "1.5",
      "null",
      '""',
      "NaN",
      "-Infinity",
      '"x"',
      "[1]",
      "true",
      '"0.25"',
      "Infinity",
      '"\\u0031"',
    ];
    const content = `${cells.map((cell) => `{"n": ${cell}}`).join("\n")}\n\n{}\n`;
    const table = tableOf(await read(content, [number("n")], jsonl));
    const column = numberColumn(table, "n");
    expect(numbersOf(table, "n").filter((value) => !Number.isNaN(value))).toEqual([1.5, 1, 0.25, 1]);
    expect(column?.missing).toEqual({ count: 3, first: [2, 3, 13], path: "t.jsonl" });
    expect(column?.nonFinite).toEqual({ count: 3, first: [4, 5, 10], path: "t.jsonl" });
    expect(column?.invalid).toEqual({ count: 2, first: [6, 7], path: "t.jsonl" });
    expect(table.badRows.count).toBe(0);
  });

  it.each([
    ["the same key twice", '{"a":1,"a":2}', /same key twice/],
    ["the same key twice, once escaped", '{"a":1,"\\u0061":2}', /same key twice/],
    ["half a surrogate pair", '{"a":"\\ud83d"}', /not Unicode/],
    ["the other half", '{"a":"\\ude00\\ud83d"}', /not Unicode/],
    ["a list where a text is wanted", '{"a":["x"]}', /holds a list/],
    ["an array", "[1,2]", /not a JSON object/],
    ["a bare number", "17", /not a JSON object/],
    ["a truncated line", '{"a":"x', /not valid JSON/],
    ["more after the object", '{"a":"x"} {}', /not valid JSON/],
    ["Python's single quotes", "{'a': 1}", /not valid JSON/],
    ["nesting beyond the cap", `{"a":"x","b":${"[".repeat(200)}${"]".repeat(200)}}`, /not valid JSON/],
    ["a line beyond the cap", `{"a":"${"x".repeat(3000)}"}`, /longer than 2000/],
  ])("counts %s as a bad row", async (_, line, why) => {
    for (const blockBytes of [4, 64, 1 << 16]) {
      const options = { ...jsonl, blockBytes, tableLineBytes: 2000 };
      const table = tableOf(await read(`{"a":"kept"}\n${line}\n{"a":"too"}`, [text("a")], options));
      expect(textsOf(table, "a")).toEqual(["kept", "too"]);
      expect(table.badRows).toMatchObject({ count: 1, first: [2], why: expect.stringMatching(why) });
    }
  });

  it("rejects a last line beyond the cap, wherever the last block ends", async () => {
    for (const length of [100, 101, 102, 103]) {
      const content = `{"a":1}\n{"a":"${"x".repeat(length)}`;
      const table = tableOf(
        await read(content, [text("a")], { ...jsonl, tableLineBytes: 50, blockBytes: 4 }),
      );
      expect(table.badRows).toMatchObject({ count: 1, first: [2] });
    }
  });

  it("lets go of a line that is too long before its end has come", () => {
    const source = { path: "t.jsonl", foreseen: 0 };
    const rows = new Rows([new TextBuilder("a", source, 10)], source, CAPS);
    const parser = new JsonlParser(rows, { ...CAPS, tableLineBytes: 50 });
    expect(parser.parse(Buffer.from(`${"x".repeat(60)}\n`), 60, false)).toBe(60);
    expect(parser.parse(Buffer.from('x\n{"a":1}\n'), 10, false)).toBe(10);
    expect(parser.parse(Buffer.from(`${"x".repeat(60)}\n`), 60, false)).toBe(60);
    expect(parser.parse(Buffer.from("\n"), 0, true)).toBe(0);
    expect([rows.count, rows.badRows().first]).toEqual([1, [1, 3]]);
  });

  it("passes over a byte order mark", async () => {
    expect(textsOf(tableOf(await read('\ufeff{"a":1}\n', [text("a")], jsonl)), "a")).toEqual(["1"]);
  });

  it.each([
    ["missing-column", '{"b":1}\n{"b":2}\n'],
    ["unsupported", '{\n  "a": 1\n}\n'],
    ["unsupported", '[{"a":1},\n{"a":2}]\n'],
    ["unsupported", "[1, 2]\n"],
    ["not-utf8", Buffer.from('{"a":"Z\xfcrich"}\n', "latin1")],
    ["binary", `{"a":"x"}\n${" ".repeat(600)}{"a":"\0"}\n`],
  ])("fails as %s", async (failed, content) => {
    expect(failureIn(await read(content, [text("a")], jsonl))).toMatchObject({ failed });
  });
});

function escapeAll(json: string): string {
  return json.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
