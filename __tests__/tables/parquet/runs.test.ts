import fc from "fast-check";
import { readRleBitPackedHybrid } from "hyparquet/src/encoding.js";
import { describe, expect, it } from "vitest";
import { runValues } from "../../../src/tables/parquet/runs.ts";

const run = (length: number, value: number) => [length << 1, value];

/** Values of `width` bits as runs, where there are eight times the same, and packed groups of eight. */
function written(values: readonly bigint[], width: number): number[] {
  const bytes: number[] = [];
  const little = (value: bigint, size: number) => {
    for (let index = 0; index < size; index++) bytes.push(Number((value >> BigInt(8 * index)) & 0xffn));
  };
  for (let at = 0; at < values.length; at += 8) {
    const group = values.slice(at, at + 8);
    if (group.every((value) => value === group[0])) {
      bytes.push(group.length << 1);
      little(group[0]!, Math.ceil(width / 8));
    } else {
      bytes.push(3);
      little(
        group.reduce((packed, value, index) => packed | (value << BigInt(index * width)), 0n),
        width,
      );
    }
  }
  return bytes;
}

describe("runValues", () => {
  it("gives hyparquet's values of runs and packed groups", () => {
    const packed = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 24 }))
      .chain(([groups, width]) => {
        const body = fc.array(fc.nat(255), { minLength: groups * width, maxLength: groups * width });
        return body.map((bytes) => ({ width, bytes: [(groups << 1) | 1, ...bytes], count: groups * 8 }));
      });
    fc.assert(
      fc.property(packed, ({ width, bytes, count }) => {
        const content = Uint8Array.from(bytes);
        const expected = new Array<number>(count);
        readRleBitPackedHybrid(
          { view: new DataView(content.buffer), offset: 0 },
          width,
          expected,
          content.length,
        );
        expect([...runValues(content, 0, content.length, width, count)]).toEqual(expected);
      }),
    );
  });

  it("gives back runs and packed groups of every width", () => {
    const columns = fc.integer({ min: 0, max: 32 }).chain((width) => {
      const value = fc.bigInt({ min: 0n, max: 2n ** BigInt(width) - 1n });
      const runs = fc.array(fc.tuple(value, fc.constantFrom(1, 1, 3, 20)), { maxLength: 20 });
      return runs.map((runs) => ({
        width,
        values: runs.flatMap(([value, times]) => Array(times).fill(value)),
      }));
    });
    fc.assert(
      fc.property(columns, ({ width, values }) => {
        const bytes = Uint8Array.from([0, ...written(values, width)]);
        const expected = Int32Array.from(values, (value) => Number(BigInt.asIntN(32, value)));
        expect(runValues(bytes, 1, bytes.length, width, values.length)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a run and a group", [...run(3, 1), 0x03, 0b101], 1, 6, [1, 1, 1, 1, 0, 1]],
    ["a run longer than what is wanted", [0xfe, 0xff, 0xff, 0xff, 0x0f, 1], 1, 3, [1, 1, 1]],
    ["a last group cut short", [0x03, 0b11], 2, 3, [3, 0, 0]],
    ["values of no bits", [], 0, 2, [0, 0]],
    ["values of 32 bits", [2, 0xff, 0xff, 0xff, 0x7f], 32, 1, [2 ** 31 - 1]],
  ])("reads %s", (_, bytes, width, count, values) => {
    expect([...runValues(Uint8Array.from(bytes), 0, bytes.length, width, count)]).toEqual(values);
  });

  it.each([
    ["nothing", [], 1],
    ["a run without its value", [4], 1],
    ["a group without its bytes", [0x03], 8],
    ["a length without end", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 1],
    ["runs that are too short", run(2, 1), 1],
    ["too many bits", run(9, 1), 33],
  ])("refuses %s", (_, bytes, width) => {
    expect(() => runValues(Uint8Array.from(bytes), 0, bytes.length, width, 5)).toThrow("damaged");
  });
});
