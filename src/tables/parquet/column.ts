import type { ColumnBuilder } from "../column-builder.ts";
import type { TextBuilder } from "../text-builder.ts";
import { addNumber, stringsIn, textOf } from "./cells.ts";
import { damaged } from "./guard.ts";
import type { Leaf } from "./leaf.ts";
import type { Page } from "./pages.ts";
import { runValues } from "./runs.ts";
import type { Stored } from "./values.ts";

const UNKNOWN = -1;

/** Puts the cells of one column of one row group into the builders that asked for it. */
export class ColumnCells {
  private readonly leaf: Leaf;
  private readonly builders: readonly ColumnBuilder[];
  private dictionary: Stored | null = null;
  private dictionarySize = 0;
  /** For each builder, its own code of a dictionary's entry once that has appeared in a row. */
  private codes: Int32Array[] = [];

  constructor(leaf: Leaf, builders: readonly ColumnBuilder[]) {
    this.leaf = leaf;
    this.builders = builders;
  }

  useDictionary(dictionary: Stored, size: number): void {
    this.dictionary = dictionary;
    this.dictionarySize = size;
    this.codes = this.builders.map(() => new Int32Array(size).fill(UNKNOWN));
  }

  /** Where in the dictionary each value of a page is, or null for a page of values. */
  indexesOf(page: Page, present: number): Int32Array | null {
    if (page.encoding !== "RLE_DICTIONARY" && page.encoding !== "PLAIN_DICTIONARY") return null;
    const width = present === 0 ? 0 : page.bytes[page.from];
    if (width === undefined || !this.dictionary) throw damaged();
    const indexes = runValues(page.bytes, page.from + 1, page.bytes.length, width, present);
    const size = this.dictionarySize;
    if (indexes.some((index) => index < 0 || index >= size)) throw damaged();
    return indexes;
  }

  /** `stored` holds the values, or the dictionary that `indexes` points into. Rows are lines of this file. */
  add(page: Page, stored: Stored, indexes: Int32Array | null, row: number, line: number): void {
    for (const [place, builder] of this.builders.entries()) {
      let value = 0;
      for (let index = 0; index < page.count; index++) {
        if (page.present && page.present[index] === 0) {
          builder.addMissing(row + index, line + index);
          continue;
        }
        const at = indexes ? indexes[value]! : value;
        value++;
        if (builder.kind === "number") addNumber(builder, this.leaf, stored, at, row + index, line + index);
        else if (builder.kind === "text") {
          const known = indexes ? this.codes[place] : undefined;
          this.addText(builder, stored, at, row + index, line + index, known);
        }
      }
    }
  }

  get entries(): Stored | null {
    return this.dictionary;
  }

  private addText(
    builder: TextBuilder,
    stored: Stored,
    at: number,
    row: number,
    line: number,
    known: Int32Array | undefined,
  ): void {
    const code = known?.[at] ?? UNKNOWN;
    if (code !== UNKNOWN) {
      builder.addCode(row, code);
      return;
    }
    const fresh = this.freshCode(builder, stored, at, line);
    if (known) known[at] = fresh;
    builder.addCode(row, fresh);
  }

  private freshCode(builder: TextBuilder, stored: Stored, at: number, line: number): number {
    if (this.leaf.meaning.is === "string") {
      const { bytes, starts, ends } = stringsIn(stored);
      return builder.codeOf(bytes, starts[at]!, ends[at]!, line);
    }
    const text = Buffer.from(textOf(this.leaf, stored, at));
    return builder.codeOf(text, 0, text.length, line);
  }
}
