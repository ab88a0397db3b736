import { expect, it } from "vitest";
import { readHeader } from "../../src/tables/header.ts";
import { textColumn } from "../../src/tables/table.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { bufferFile } from "../support/buffer-file.ts";
import { failureIn, number, numbersOf, read, tableOf, text, textsOf } from "../support/table-columns.ts";

it.each([
  [100, 1],
  [127, 1],
  [128, 1],
  [129, 2],
  [32_768, 2],
  [32_769, 4],
])("codes of %i different values take %i bytes, and are those of the values", async (distinct, bytes) => {
  const cells = Array.from({ length: distinct + 300 }, (_, row) =>
    row % 50 === 7 ? null : `v${row % distinct}`,
  );
  const all = [...cells, ...Array.from({ length: distinct }, (_, value) => `v${value}`)];
  const table = tableOf(await read(`a,b\n${all.map((cell) => `${cell ?? ""},1`).join("\n")}\n`, [text("a")]));
  expect(textsOf(table, "a")).toEqual(all);
  expect(textColumn(table, "a")?.codes.BYTES_PER_ELEMENT).toBe(bytes);
});

it("finds a header that is longer than what is looked at first", async () => {
  const long = Array.from({ length: 400 }, (_, column) => `column-${column}-${"x".repeat(900)}`);
  const content = `${long.join(",")}\n${long.map((_, column) => column).join(",")}\n`;
  const header = await readHeader([bufferFile("t.csv", content)], CAPS);
  if ("failed" in header) throw new Error(failureIn(header).says);
  expect(header.columns.map(({ name }) => name)).toEqual(long);
  const last = tableOf(await read(content, [number(long.at(-1)!)]));
  expect(numbersOf(last, long.at(-1)!)).toEqual([399]);
});

it.each([
  ["fewer", 2, 40],
  ["more", 40, 2],
])("holds every row where the beginning of a file foresees %s", async (_, before, after) => {
  const rows = Array.from({ length: 30_000 }, (_, row) => ({
    row,
    note: "n".repeat(row < 12_000 ? before : after),
  }));
  const content = `value,note\n${rows.map(({ row, note }) => `${row},${note}`).join("\n")}\n`;
  const table = tableOf(await read(content, [number("value"), text("note")], { blockBytes: 4096 }));
  expect(numbersOf(table, "value")).toEqual(rows.map(({ row }) => row));
  expect(textsOf(table, "note")).toEqual(rows.map(({ note }) => note));
});
