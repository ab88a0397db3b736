import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gitRecords } from "../../src/workspace/git-records.ts";

async function recordsOf(bytes: Buffer, pieceBytes: number): Promise<(string | null)[]> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const records: (string | null)[] = [];
  for await (const record of gitRecords(pieces())) records.push(record);
  return records;
}

describe("gitRecords", () => {
  it("gives the same records however the pipe cuts them", async () => {
    const record = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\0", ""));
    await fc.assert(
      fc.asyncProperty(fc.array(record), fc.integer({ min: 1, max: 9 }), async (records, size) => {
        const bytes = Buffer.from(records.map((each) => `${each}\0`).join(""));
        expect(await recordsOf(bytes, size)).toEqual(records);
      }),
    );
  });

  it.each([100, 5_000, 100_000])("does not hold a record that is too long (pieces of %d)", async (size) => {
    const bytes = Buffer.from(`a\0${"x".repeat(60_000)}\0b\0`);
    expect(await recordsOf(bytes, size)).toEqual(["a", null, "b"]);
  });
});
