import fc from "fast-check";
import { expect, test } from "vitest";
import { readNumber } from "../../src/inventory/number.ts";

test.each([
  ["0.8712", 0.8712, 4],
  ["0.870", 0.87, 3],
  [".85", 0.85, 2],
  ["1.", 1, 0],
  ["+3", 3, 0],
  ["−0.2", -0.2, 1],
  ["1e-3", 0.001, 3],
  ["2.50e1", 25, 1],
  ["1.5E3", 1500, -2],
  ["1.2e4", 12000, -3],
  ["1.2000e4", 12000, 0],
  ["5e0", 5, 0],
  ["0e9", 0, 0],
  ["0.00e1", 0, 1],
  ["1,234.5", 1234.5, 1],
  ["12,345", 12345, 0],
  ["1,234,567", 1234567, 0],
  ["0,87", 0.87, 2],
  ["0,871", 0.871, 3],
  ["12,5", 12.5, 1],
  ["  7 ", 7, 0],
])("%j is %d with %i decimals", (text, value, decimals) => {
  expect(readNumber(text)).toEqual({ value, decimals, raw: text.trim(), percent: false });
});

test.each([
  ["87.1%", "87.1%", 87.1],
  ["87.1 %", "87.1 %", 87.1],
  ["87.1 percent", "87.1 percent", 87.1],
  ["87.1％", "87.1％", 87.1],
])("%j is percent", (text, raw, value) => {
  expect(readNumber(text)).toEqual({ value, raw, decimals: 1, percent: true });
});

test.each([
  ["20.0 ± 1.5", "20.0", 18.5, 21.5, undefined],
  ["20.0 +/- 1.5", "20.0", 18.5, 21.5, undefined],
  ["0.599 [0.588, 0.611]", "0.599", 0.588, 0.611, undefined],
  ["0.5 (0.4–0.6)", "0.5", 0.4, 0.6, undefined],
  ["0.5 (0.4 - 0.6)", "0.5", 0.4, 0.6, undefined],
  ["-0.3 [-0.5, -0.1]", "-0.3", -0.5, -0.1, undefined],
  ["0.5 (95% CI: 0.4-0.6)", "0.5", 0.4, 0.6, 0.95],
  ["0.5 (95% CI [0.4, 0.6])", "0.5", 0.4, 0.6, 0.95],
  ["87.1% (± 2%)", "87.1%", 85.1, 89.1, undefined],
  ["87.1% [86.0%, 88.2%]", "87.1%", 86, 88.2, undefined],
])("%j has an interval", (text, raw, low, high, confidence) => {
  const read = readNumber(text);
  expect(read?.raw).toBe(raw);
  expect(read?.interval?.low).toBeCloseTo(low, 12);
  expect(read?.interval?.high).toBeCloseTo(high, 12);
  expect(read?.confidence).toBe(confidence);
  expect(read?.spread ?? false).toBe(/±|\+\/-/.test(text));
});

test.each([
  "",
  "-",
  ".",
  "abc",
  "0.9 on test",
  "5 EUR",
  "1,23,4",
  "1e400",
  "0x1F",
  "v1.2",
  "1.2.3",
  "NaN",
  "9".repeat(500),
  "0.5 [0.4",
])("%j is no number", (text) => {
  expect(readNumber(text)).toBeNull();
});

test("a number fixed to some decimals is read back, digits counted", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 0, max: 10 }),
      (value, decimals) => {
        const text = value.toFixed(decimals);
        expect(readNumber(text)).toEqual({ value: Number(text), raw: text, decimals, percent: false });
      },
    ),
  );
});
