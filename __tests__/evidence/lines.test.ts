import { expect, it } from "vitest";
import { linesOf } from "../../src/evidence/output/lines.ts";

/** A reader that fills one Buffer again and again, as the work tree's does. */
async function* oneBuffer(text: string, size: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(size);
  for (let at = 0; at < text.length; at += size) {
    const length = buffer.write(text.slice(at, at + size));
    yield buffer.subarray(0, length);
  }
}

it.each([1, 2, 3, 5, 7, 100])(
  "keeps lines whole over chunks of %i bytes that share their memory",
  async (size) => {
    const lines: string[] = [];
    for await (const { bytes } of linesOf(oneBuffer("one\ntwo two\n\nthree", size), 100))
      lines.push(Buffer.from(bytes ?? []).toString());
    expect(lines).toEqual(["one", "two two", "", "three"]);
  },
);
