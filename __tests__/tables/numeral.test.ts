import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numeral } from "../../src/tables/numeral.ts";

function parsed(text: string): number {
  const bytes = Buffer.from(`<${text}>`);
  return numeral(bytes, 1, bytes.length - 1);
}

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
const decimal = fc
  .tuple(
    fc.constantFrom("", "-", "+"),
    digits(25),
    fc.option(digits(30), { nil: null }),
    fc.option(fc.tuple(fc.constantFrom("e", "E"), fc.constantFrom("", "-", "+"), digits(3)), { nil: null }),
  )
  .map(([sign, whole, fraction, exponent]) => {
    return sign + whole + (fraction === null ? "" : `.${fraction}`) + (exponent?.join("") ?? "");
  });

describe("numeral", () => {
  it("is the double that JavaScript reads, bit for bit", () => {
    fc.assert(
      fc.property(decimal, (text) => Object.is(parsed(text), Number(text))),
      { numRuns: 20_000 },
    );
  });

  it("reads back every double from its shortest text and from 17 digits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        return parsed(String(value)) === value && parsed(value.toExponential(16)) === value;
      }),
      { numRuns: 20_000 },
    );
  });

  it("reads scores of 16 to 19 digits, where two doubles are about equally near", () => {
    const nearMiddle = fc.tuple(
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.integer({ min: 16, max: 19 }),
    );
    fc.assert(
      fc.property(nearMiddle, ([value, precision]) => {
        const text = (value * (1 + 2 ** -53)).toPrecision(precision);
        return parsed(text) === Number(text);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    ["9007199254740993", 9007199254740992],
    ["9007199254740993.0000000000000000000000001", 9007199254740994],
    ["0.500000000000000166533453693773481063544750213623046875", 0.5000000000000002],
    ["2.2250738585072011e-308", 2.225073858507201e-308],
    ["  0.5\t", 0.5],
    ["+7", 7],
    ["-0", -0],
    ["1.", 1],
    [".5", 0.5],
    ["1E3", 1000],
    ["1e999", Number.POSITIVE_INFINITY],
    ["-1e99999999999", Number.NEGATIVE_INFINITY],
    ["1e-99999999999", 0],
    [`0.${"0".repeat(400)}1e401`, 1],
  ])("reads %s", (text, value) => expect(parsed(text)).toBe(value));

  it.each([
    "",
    " ",
    "-",
    "+",
    ".",
    "e5",
    "1e",
    "1e+",
    "--1",
    "1 2",
    "0x10",
    "1_000",
    "0,5",
    "1.2.3",
    "NaN",
    "inf",
    "1f",
    "٣",
    "½",
  ])("does not read %j", (text) => expect(parsed(text)).toBeNaN());
});
