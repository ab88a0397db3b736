import { CsvError, parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { failureIn, read, tableOf, text, textsOf } from "../support/table-columns.ts";

const LONGEST = 400;

/** Where a record of a hostile file is read otherwise than csv-parse reads it, by choice. */
const CHOICES = [
  {
    of: "a record with more or fewer fields than the header",
    content: "a,b\n1\n1,2,3\n4,5\n",
    csvParse: "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
    here: [["4", "5"]],
    because: "one ragged row is no reason to refuse a million; it is counted, and shown with its line",
  },
  {
    of: "text after a closing quote",
    content: 'a,b\n"1"x,2\n4,5\n',
    csvParse: "CSV_INVALID_CLOSING_QUOTE",
    here: [["4", "5"]],
    because: "what the cell says is a guess, so the row is counted as bad",
  },
  {
    of: "a quote within an unquoted cell",
    content: 'a,b\n5" pipe,2\n',
    csvParse: "INVALID_OPENING_QUOTE",
    here: [['5" pipe', "2"]],
    because: "nothing else can be meant",
  },
  {
    of: "a quote that is never closed",
    content: 'a,b\n1,2\n3,"4\n5,6\n',
    csvParse: "CSV_QUOTE_NOT_CLOSED",
    here: [["1", "2"]],
    because: "the rows before it stand, and every line that it swallows is counted as bad",
  },
  {
    of: "a NUL",
    content: `a,b\n${"y".repeat(600)},2\n3,\0\n`,
    csvParse: null,
    here: "binary",
    because: "a text with NULs is a file of another kind, whose other cells mean nothing",
  },
  {
    of: "an empty cell without quotes",
    content: 'a,b\n,""\n',
    csvParse: null,
    here: [[null, ""]],
    because: "it is missing, and a quoted one is an empty text",
  },
  {
    of: "a record that is longer than the cap",
    content: `a,b\n${"x".repeat(2 * LONGEST)},2\n4,5\n`,
    csvParse: null,
    here: [["4", "5"]],
    because: "memory stays bounded; the row is counted as bad",
  },
] as const;

describe("CSV is read otherwise than csv-parse does, by choice", () => {
  it.each(CHOICES)("$of: $because", async ({ content, csvParse, here }) => {
    expect(strictly(content)).toBe(csvParse);
    const found = await read(content, ["a", "b"].map(text), { tableLineBytes: LONGEST });
    if (here === "binary") expect(failureIn(found).failed).toBe(here);
    else {
      const [a, b] = ["a", "b"].map((name) => textsOf(tableOf(found), name));
      expect(a!.map((cell, row) => [cell, b![row]])).toEqual(here);
    }
  });
});

/** The code of csv-parse's complaint, without any leniency; null when it has none. */
function strictly(content: string): string | null {
  try {
    parse(content);
    return null;
  } catch (thrown) {
    if (thrown instanceof CsvError) return thrown.code;
    throw thrown;
  }
}
