import { describe, expect, it } from "vitest";
import { ColumnCells } from "../../../src/tables/parquet/column.ts";
import type { Leaf } from "../../../src/tables/parquet/leaf.ts";
import { allThere } from "../../../src/tables/parquet/levels.ts";
import type { Page } from "../../../src/tables/parquet/pages.ts";
import { plainStrings } from "../../../src/tables/parquet/strings.ts";
import { TextBuilder } from "../../../src/tables/text-builder.ts";

const leaf: Leaf = {
  name: "a",
  physical: "BYTE_ARRAY",
  meaning: { is: "string" },
  optional: false,
  length: 0,
};
const twoTexts = plainStrings(Buffer.from("\x01\0\0\0x\x01\0\0\0y"), 0, 2);

function pageOf(bytes: readonly number[], count: number): Page {
  return {
    kind: "data",
    count,
    encoding: "RLE_DICTIONARY",
    ...allThere(count),
    bytes: Uint8Array.from(bytes),
    from: 0,
  };
}

function cells(): { cells: ColumnCells; builder: TextBuilder } {
  const builder = new TextBuilder("a", { path: "t", foreseen: 0 }, 10);
  return { cells: new ColumnCells(leaf, [builder]), builder };
}

describe("ColumnCells", () => {
  it("takes codes in order of appearance, not of the file's dictionary", () => {
    const { cells: column, builder } = cells();
    const dictionary = { kind: "strings", values: twoTexts } as const;
    column.useDictionary(dictionary, 2);
    const page = pageOf([1, 4, 1, 2, 0], 3);
    column.add(dictionary, column.indexesOf(page), 3, 0, 1);
    expect(builder.column(3)).toMatchObject({ dictionary: ["y", "x"], codes: Int8Array.of(0, 0, 1) });
  });

  it("refuses an index beyond the dictionary, and indexes without one", () => {
    const { cells: column } = cells();
    expect(() => column.indexesOf(pageOf([8, 6, 1], 3))).toThrow("damaged");
    column.useDictionary({ kind: "strings", values: twoTexts }, 2);
    expect(() => column.indexesOf(pageOf([8, 6, 2], 3))).toThrow("damaged");
    expect(column.indexesOf(pageOf([8, 6, 1], 3))).toEqual(Int32Array.of(1, 1, 1));
  });
});
