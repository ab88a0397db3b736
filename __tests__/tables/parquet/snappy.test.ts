import fc from "fast-check";
import { snappyCompress } from "hyparquet-writer/src/snappy.js";
import { describe, expect, it } from "vitest";
import { unsnapped } from "../../../src/tables/parquet/snappy.ts";

const literal = (...bytes: number[]) => [(bytes.length - 1) << 2, ...bytes];
const repeated = (length: number) => Array.from({ length }, (_, index) => index % 251);

/** The length in front, then the elements. */
function block(length: number, ...elements: readonly number[][]): Uint8Array {
  const head = length < 0x80 ? [length] : [(length & 0x7f) | 0x80, length >> 7];
  return Uint8Array.from([...head, ...elements.flat()]);
}

describe("unsnapped", () => {
  it("gives back what hyparquet-writer compresses", () => {
    const pieces = fc.array(fc.tuple(fc.uint8Array({ maxLength: 90 }), fc.integer({ min: 1, max: 40 })));
    fc.assert(
      fc.property(pieces, (parts) => {
        const plain = Uint8Array.from(
          parts.flatMap(([bytes, times]) =>
            Array(times)
              .fill([...bytes])
              .flat(),
          ),
        );
        expect(unsnapped(snappyCompress(plain), plain.length)).toEqual(plain);
      }),
    );
  });

  it.each([
    ["nothing", block(0), []],
    ["a literal of 60 bytes", block(60, literal(...repeated(60))), repeated(60)],
    ["a literal whose length is one byte", block(61, [60 << 2, 60, ...repeated(61)]), repeated(61)],
    ["a literal whose length is two", block(300, [61 << 2, 43, 1, ...repeated(300)]), repeated(300)],
    ["a literal whose length is three", block(300, [62 << 2, 43, 1, 0, ...repeated(300)]), repeated(300)],
    ["a literal whose length is four", block(300, [63 << 2, 43, 1, 0, 0, ...repeated(300)]), repeated(300)],
    [
      "a copy that reaches into itself",
      block(9, literal(1, 2), [(3 << 2) | 1, 2]),
      [1, 2, 1, 2, 1, 2, 1, 2, 1],
    ],
    [
      "a copy whose distance is eleven bits",
      block(304, [61 << 2, 43, 1, ...repeated(300)], [(1 << 5) | 1, 0]),
      [...repeated(300), ...repeated(48).slice(44)],
    ],
    [
      "a copy whose distance is two bytes",
      block(301, [61 << 2, 43, 1, ...repeated(300)], [2, 43, 1]),
      [...repeated(300), 1],
    ],
    [
      "a copy whose distance is four bytes",
      block(302, [61 << 2, 43, 1, ...repeated(300)], [(1 << 2) | 3, 44, 1, 0, 0]),
      [...repeated(300), 0, 1],
    ],
  ])("reads %s", (_, input, plain) => {
    expect([...unsnapped(input, plain.length)]).toEqual(plain);
  });

  it.each([
    ["no length", [], 0],
    ["a length of six bytes", [0x83, 0x80, 0x80, 0x80, 0x80, 0, ...literal(1, 2, 3)], 3],
    ["another length than the page's", [4, ...literal(1, 2, 3)], 3],
    ["less than the length", [3, ...literal(1, 2)], 3],
    ["more than the length", [3, ...literal(1, 2, 3, 4)], 3],
    ["a literal that is cut off", [3, 2 << 2, 1, 2], 3],
    ["a literal that claims four gigabytes", [3, 63 << 2, 0xff, 0xff, 0xff, 0xff, 1, 2, 3], 3],
    ["a literal's length that is cut off", [3, 61 << 2, 2], 3],
    ["a copy of what is not there yet", [5, ...literal(1), 1, 2], 5],
    ["a copy from no distance", [5, ...literal(1), 1, 0], 5],
    ["a copy from a distance beyond 31 bits", [2, ...literal(1), 3, 0xff, 0xff, 0xff, 0xff], 2],
    ["a copy beyond the length", [4, ...literal(1), 1, 1], 4],
    ["a copy's distance that is cut off", [3, ...literal(1), (1 << 2) | 2, 1], 3],
  ])("refuses %s", (_, bytes, length) => {
    expect(() => unsnapped(Uint8Array.from(bytes), length)).toThrow("damaged");
  });
});
