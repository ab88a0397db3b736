import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenize } from "../../../src/inventory/markdown/tokens.ts";

const numbers = (text: string) =>
  tokenize(text)
    .filter(({ kind }) => kind === "number")
    .map(({ start, end }) => text.slice(start, end));

test.each([
  ["0.93 and .71 and 12", ["0.93", ".71", "12"]],
  ["71.2% or 93.1 %", ["71.2%", "93.1 %"]],
  ["1,204.5 of 56,746 rows", ["1,204.5", "56,746"]],
  ["1e-3 and 2.5E4", ["1e-3", "2.5E4"]],
  ["−0.02 and -0.5", ["−0.02", "-0.5"]],
  ["0.85–0.89", ["0.85", "0.89"]],
  ["version 1.2.3 v2.0 GPT-4 ResNet50 16-bit 5-fold 10k 450ms 2.1x", []],
  ["2024-03-01 12:30 3/4 0,93 #12 $500 F1 top-5", []],
  ["~~0.99~~ 0.5", ["0.5"]],
])("numbers of %s", (text, expected) => {
  expect(numbers(text)).toEqual(expected);
});

test("tokens come in order and never overlap", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      let end = 0;
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});
