import { CsvError, parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "../../src/tables/read.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { bufferFile } from "../support/buffer-file.ts";
import { failureIn, read, tableOf, text, textsOf } from "../support/table-columns.ts";

const LONGEST = 400;
/** Well above what the other tokens of a record come to. */
const LONG_CELL = "x".repeat(2 * LONGEST);

interface HostileFile {
  readonly delimiter: string;
  readonly width: number;
  readonly content: string;
}

const token = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("a", "b c", " ", "é", "東", "😀", "\ufeff", "e\u0301", "0.5", "NA"),
  },
  { weight: 5, arbitrary: fc.constant("delimiter") },
  { weight: 4, arbitrary: fc.constantFrom("\n", "\r\n", "\r", "\n\r", "\n\n") },
  { weight: 5, arbitrary: fc.constantFrom('"', '""', '"a"', '"a""b"', '"\n"', '"\r\n,;\t|"', '""""') },
  { weight: 2, arbitrary: fc.constantFrom(",", ";", "\t", "|", "\\", "'", "#", "=1+1", "\u2028", "\v") },
  { weight: 1, arbitrary: fc.constantFrom(LONG_CELL, `"${LONG_CELL}\n"`, "é".repeat(LONGEST)) },
);

const hostile: fc.Arbitrary<HostileFile> = fc
  .record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    width: fc.integer({ min: 2, max: 4 }),
    newline: fc.constantFrom("\n", "\r\n", "\r"),
    mark: fc.boolean(),
    rows: fc.array(fc.array(token, { minLength: 1, maxLength: 9 }), { maxLength: 12 }),
    whole: fc.array(fc.constantFrom("1", '"2"', "", '""', "é"), { minLength: 4, maxLength: 4 }),
    ending: fc.boolean(),
  })
  .map(({ delimiter, width, newline, mark, rows, whole, ending }) => {
    const header = Array.from({ length: width }, (_, field) => `c${field}`).join(delimiter);
    // Whole rows between, so that a reader that lost its place shows.
    const lines = rows.flatMap((tokens) => [
      tokens.map((one) => (one === "delimiter" ? delimiter : one)).join(""),
      whole.slice(0, width).join(delimiter),
    ]);
    const content = [header, ...lines].join(newline);
    return { delimiter, width, content: (mark ? "\ufeff" : "") + content + (ending ? newline : "") };
  });

interface Field {
  readonly value: string;
  readonly quoting: boolean;
}

interface ParsedRecord {
  readonly record: readonly Field[];
  readonly raw: string;
}

/** What csv-parse makes of the file at its most lenient, and whether it ends within quotes. */
function leniently({ delimiter, content }: HostileFile) {
  const records: ParsedRecord[] = [];
  let openQuote = false;
  try {
    parse(content, {
      delimiter,
      bom: true,
      raw: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      cast: (value, { quoting }): unknown => ({ value, quoting }),
      on_record: (record: unknown) => {
        records.push(record as ParsedRecord);
        return null;
      },
    });
  } catch (thrown) {
    if (!(thrown instanceof CsvError) || thrown.code !== "CSV_QUOTE_NOT_CLOSED") throw thrown;
    openQuote = true;
  }
  return { records: records.slice(1), openQuote };
}

/** The cells of a record that counts, null where it is one of the choices of csv-choices.test.ts. */
function cellsOf({ record, raw }: ParsedRecord, { width, delimiter }: HostileFile) {
  if (record.length !== width || Buffer.byteLength(raw) > LONGEST) return null;
  if (hasTextAfterQuote(raw.replace(/^[\r\n]+|[\r\n]+$/g, ""), delimiter)) return null;
  return record.map(({ value, quoting }) => (value === "" && !quoting ? null : value));
}

function hasTextAfterQuote(raw: string, delimiter: string): boolean {
  const [quoted, plain] = ['"(?:[^"]|"")*"', `[^\\${delimiter}\r\n]*`];
  const fields = raw.matchAll(new RegExp(`(${quoted})?(${plain})(?:\\${delimiter}|$)`, "gy"));
  return [...fields].some(([, quotes, rest]) => quotes !== undefined && rest !== "");
}

function namesOf({ width }: HostileFile) {
  return Array.from({ length: width }, (_, field) => `c${field}`);
}

describe("CSV on hostile files", () => {
  it("gives csv-parse's fields, record by record, but for the choices of csv-choices.test.ts", async () => {
    const seen = { records: 0, bad: 0, open: 0 };
    await fc.assert(
      fc.asyncProperty(hostile, async (file) => {
        const table = tableOf(await read(file.content, namesOf(file).map(text), { tableLineBytes: LONGEST }));
        const { records, openQuote } = leniently(file);
        const kept = records.flatMap((record) => {
          const cells = cellsOf(record, file);
          return cells === null ? [] : [cells];
        });
        const found = namesOf(file).map((name) => textsOf(table, name));
        expect(kept.map((_, row) => found.map((column) => column[row]))).toEqual(kept);
        expect(table.rows).toBe(kept.length);
        const bad = records.length - kept.length;
        if (openQuote) expect(table.badRows.count).toBeGreaterThan(bad);
        else expect(table.badRows.count).toBe(bad);
        seen.records += kept.length;
        seen.bad += bad;
        seen.open += openQuote ? 1 : 0;
      }),
      { numRuns: 500, seed: 20240501 },
    );
    expect(Math.min(seen.records, seen.bad, seen.open)).toBeGreaterThan(50);
  });

  it("does not depend on where the stream is cut, byte by byte", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.integer({ min: 4, max: 64 }), async (file, blockBytes) => {
        const bytes = Buffer.from(file.content);
        const request = namesOf(file).map(text);
        const caps = { ...CAPS, tableLineBytes: LONGEST };
        const whole = await readTable([bufferFile("t.csv", bytes)], request, caps);
        for (const chunk of [1, 3, 7]) {
          const cut = { ...bufferFile("t.csv", bytes), stream: () => inChunks(bytes, chunk) };
          expect(await readTable([cut], request, caps, blockBytes)).toEqual(whole);
        }
      }),
      { numRuns: 120, seed: 20240502 },
    );
  });

  it("is cut at every byte of one file that has everything", async () => {
    const content = '\ufeffa;b\r\n"x""y";é😀\r1;"2\r\n3"\n\n;""\r\n"4"5;6\n7;8;9\r\n10;"11\n';
    const bytes = Buffer.from(content);
    const whole = tableOf(await read(bytes, [text("a"), text("b")]));
    expect(whole.rows).toBe(3);
    for (let at = 0; at <= bytes.length; at++) {
      const parts = [bytes.subarray(0, at), bytes.subarray(at)];
      for (const blockBytes of [4, 5, 1024]) {
        const cut = { ...bufferFile("t.csv", bytes), stream: () => inOrder(parts) };
        expect(await readTable([cut], [text("a"), text("b")], CAPS, blockBytes)).toEqual(whole);
      }
    }
  });

  it("refuses a file with a NUL anywhere in it", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.nat(), async (file, place) => {
        const start = file.content.search(/[\r\n]/) + 1;
        const at = start + (place % (file.content.length - start + 1));
        const content = `${file.content.slice(0, at)}\0${file.content.slice(at)}`;
        const found = await read(content, namesOf(file).map(text), { tableLineBytes: LONGEST });
        expect(failureIn(found).failed).toBe("binary");
      }),
      { numRuns: 150, seed: 20240503 },
    );
  });
});

async function* inOrder(parts: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* parts;
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
