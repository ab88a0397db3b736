import { describe, expect, it } from "vitest";
import { literalsIn, withLiteral } from "../../src/expressions/literals.ts";
import { compile } from "../../src/expressions/program.ts";
import { BOOL, DOUBLE, listOf, record } from "../../src/expressions/type.ts";

/** `offset raw: beside`. */
const found = (text: string) =>
  literalsIn(text).map(({ offset, raw, beside }) => `${offset} ${raw}: ${beside.join(" ")}`);

describe("the literals of an expression", () => {
  it.each<[string, string, readonly string[]]>([
    ["whole numbers by one", "1 < 20", ["0 1: 0 2", "4 20: 19 21"]],
    ["decimals by one of a digit more", "0.6 < 12.25", ["0 0.6: 0.59 0.61", "6 12.25: 12.249 12.251"]],
    ["a decimal without digits before its point", ".5 < 2.0", ["0 .5: 0.49 0.51", "5 2.0: 1.99 2.01"]],
    ["an exponent", "1e-3 < 2.5e2", ["0 1e-3: 0.0009 0.0011", "7 2.5e2: 249.9 250.1"]],
    ["truth values", "true != false", ["0 true: false", "8 false: true"]],
    ["what is below zero", "-1 > -2.5", ["0 -1: -2 0", "5 -2.5: -2.51 -2.49"]],
    ["what is subtracted", "5-3 > 1", ["0 5: 4 6", "2 3: 2 4", "6 1: 0 2"]],
    ["sixteen digits", "0x1F > 1", ["0 0x1F: 30 32", "7 1: 0 2"]],
    ["no values of the macros", "[1.5].all(x, x > 1.0)", ["1 1.5: 1.49 1.51", "17 1.0: 0.99 1.01"]],
    ["nothing inside texts", 'duration("720h") > duration("1.5h")', []],
    ["places after what takes two units", '"𝒳" == "a" || 1 > 2', ["15 1: 0 2", "19 2: 1 3"]],
  ])("has %s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("stand where the text writes them, and the text with another is an expression too", () => {
    const variables = { x: { type: DOUBLE, says: "" }, l: { type: listOf(record("r", {})), says: "" } };
    const text = "5-0 > 1 && (x > -0.5 || size(l) - 0 == 0 ? true : [1, 2].exists(y, y > 0))";
    for (const literal of literalsIn(text)) {
      expect(text.slice(literal.offset).startsWith(literal.raw)).toBe(true);
      for (const next of literal.beside) {
        const changed = withLiteral(text, literal, next);
        expect(changed).not.toBe(text);
        expect(compile(changed, variables, [BOOL]).kind, changed).toBe("program");
      }
    }
  });
});

it("keeps a minus apart from the sign before it", () => {
  const [, nought] = literalsIn("5-0");
  expect(nought && withLiteral("5-0", nought, "-1")).toBe("5-(-1)");
});
