import type { ColumnBuilder } from "../column-builder.ts";
import type { NumberBuilder } from "../number-builder.ts";
import type { TextBuilder } from "../text-builder.ts";
import { addNumber, stringsIn, textOf } from "./cells.ts";
import { damaged } from "./guard.ts";
import type { Leaf } from "./leaf.ts";
import { areFinite, numbersIn } from "./numbers.ts";
import type { Page } from "./pages.ts";
import { codesAt, NOWHERE, numbersAt, type Places } from "./places.ts";
import { runValues } from "./runs.ts";
import type { Stored } from "./values.ts";

/** A code that is not given yet. */
const UNKNOWN = -1;

/**
 * Puts the cells of one column of one row group into the builders that asked for it: at once what is known of
 * many, then one by one what is left, so that each cell is what it would be if it were looked at alone.
 */
export class ColumnCells {
  private readonly leaf: Leaf;
  private readonly builders: readonly ColumnBuilder[];
  private dictionary: Stored | null = null;
  private dictionarySize = 0;
  private dictionaryNumbers: Float64Array | null = null;
  /** For each builder, its own code of a dictionary's entry once that has appeared in a row. */
  private codes: Int32Array[] = [];

  constructor(leaf: Leaf, builders: readonly ColumnBuilder[]) {
    this.leaf = leaf;
    this.builders = builders;
  }

  useDictionary(dictionary: Stored, size: number): void {
    this.dictionary = dictionary;
    this.dictionarySize = size;
    this.dictionaryNumbers = numbersIn(this.leaf, dictionary);
    this.codes = this.builders.map(() => new Int32Array(size).fill(UNKNOWN));
  }

  /** Where in the dictionary each value of a page is, or null for a page of values. */
  indexesOf({ encoding, bytes, from, there }: Page): Int32Array | null {
    if (encoding !== "RLE_DICTIONARY" && encoding !== "PLAIN_DICTIONARY") return null;
    const width = there === 0 ? 0 : bytes[from];
    if (width === undefined || !this.dictionary) throw damaged();
    const indexes = runValues(bytes, from + 1, bytes.length, width, there);
    if (!areBelow(indexes, this.dictionarySize)) throw damaged();
    return indexes;
  }

  /** `count` rows, whose values are in a page's `stored`, or in the dictionary. Rows are lines of this file. */
  add(stored: Stored, places: Places, count: number, row: number, line: number): void {
    for (const [index, builder] of this.builders.entries()) {
      if (builder.kind === "number") this.addNumbers(builder, stored, places, count, row, line);
      else if (builder.kind === "text") {
        const codes = stored === this.dictionary ? this.codes[index]! : null;
        this.addTexts(builder, stored, places, count, row, line, codes);
      }
    }
  }

  get entries(): Stored | null {
    return this.dictionary;
  }

  private addNumbers(
    builder: NumberBuilder,
    stored: Stored,
    places: Places,
    count: number,
    row: number,
    line: number,
  ): void {
    const numbers = stored === this.dictionary ? this.dictionaryNumbers : numbersIn(this.leaf, stored);
    const known = numbers && numbersAt(places, numbers);
    if (known) builder.addValues(row, known, line);
    if (known && areFinite(known)) return;
    for (let index = 0; index < count; index++) {
      const at = places === null ? index : places[index]!;
      if (at === NOWHERE) builder.addMissing(row + index, line + index);
      else if (known === null || !Number.isFinite(known[index]))
        addNumber(builder, this.leaf, stored, at, row + index, line + index);
    }
  }

  /** `codes` of the dictionary's entries, when that is what is stored. */
  private addTexts(
    builder: TextBuilder,
    stored: Stored,
    places: Places,
    count: number,
    row: number,
    line: number,
    codes: Int32Array | null,
  ): void {
    const known = places && codes ? codesAt(places, codes) : new Int32Array(count).fill(UNKNOWN);
    for (let index = known.indexOf(UNKNOWN); index >= 0 && index < count; index++) {
      if (known[index] !== UNKNOWN) continue;
      const at = places === null ? index : places[index]!;
      if (at === NOWHERE) builder.addMissing(row + index, line + index);
      else {
        // Another row of this page may have been the first of its entry.
        let code = codes === null ? UNKNOWN : codes[at]!;
        if (code === UNKNOWN) code = this.freshCode(builder, stored, at, line + index);
        if (codes !== null) codes[at] = code;
        known[index] = code;
      }
    }
    builder.addCodes(row, known);
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

function areBelow(indexes: Int32Array, size: number): boolean {
  let beyond = 0;
  for (let index = 0; index < indexes.length; index++) if (indexes[index]! >>> 0 >= size) beyond++;
  return beyond === 0;
}
