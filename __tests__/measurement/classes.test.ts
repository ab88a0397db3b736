import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PredictionSettings } from "../../src/inventory/model.ts";
import { binaryClasses, showClasses, sortClasses, spellingOf } from "../../src/measurement/classes.ts";

const at = { path: "model-card.yaml", line: 1, column: 1, pointer: "" };
const sourced = <T>(value: T) => ({ value, raw: String(value), at });

function settings(
  positive: string | null = null,
  classes: readonly string[] | null = null,
): PredictionSettings {
  return {
    positiveClass: positive === null ? null : sourced(positive),
    classes: classes === null ? null : sourced(classes),
    threshold: null,
    scoreDirection: null,
  };
}

function classesOf(observed: readonly string[], given = settings()) {
  const spelling = spellingOf(observed);
  return binaryClasses(observed.map(spelling.spell), given, spelling);
}

describe("spellings of a class", () => {
  it.each([
    [["1", "1.0", "True", "true", " 1 ", "+1", "1e0", "1."], ["1"]],
    [["0", "False", "-0", "0.0"], ["0"]],
    [
      ["-1", "1"],
      ["-1", "1"],
    ],
    [["1.50", "1.5"], ["1.5"]],
    [
      ["yes", "Yes", "1", "1.0"],
      ["1", "1.0", "Yes", "yes"],
    ],
    [
      ["0x10", "16"],
      ["0x10", "16"],
    ],
    [
      ["1e999", "2e999"],
      ["1e999", "2e999"],
    ],
    [
      ["", "1"],
      ["", "1"],
    ],
    [
      ["12345678901234567890", "12345678901234567891"],
      ["12345678901234567890", "12345678901234567891"],
    ],
    [
      ["9007199254740993", "9007199254740992"],
      ["9007199254740992", "9007199254740993"],
    ],
  ])("%j are the classes %j", (texts, expected) => {
    const spelling = spellingOf(texts);
    expect(sortClasses(texts.map(spelling.spell), spelling)).toEqual(expected);
  });

  // The orders of numpy.unique, NumPy 2, over an array of numbers and arrays of str.
  it.each([
    [
      ["10", "9", "1.0"],
      ["1", "9", "10"],
    ],
    [
      ["b", "a", "B", "ä", "10", "9"],
      ["10", "9", "B", "a", "b", "ä"],
    ],
    [
      ["\u{1f600}", "\uff5e"],
      ["\uff5e", "\u{1f600}"],
    ],
  ])("%j are in the order %j", (texts, expected) => {
    const spelling = spellingOf(texts);
    expect(sortClasses(texts.map(spelling.spell), spelling)).toEqual(expected);
  });

  it("never makes one class of two integers", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
        fc.bigInt({ min: 1n, max: 3n }),
        (number, more) => {
          const texts = [String(number), String(number + more)];
          const { spell } = spellingOf(texts);
          expect(spell(texts[0]!)).not.toBe(spell(texts[1]!));
        },
      ),
    );
  });
});

describe("the positive one of two classes", () => {
  it.each<[string, readonly string[], PredictionSettings, [string, string]]>([
    ["numbers", ["0", "1"], settings(), ["0", "1"]],
    ["decimals", ["0.0", "1.0"], settings(), ["0", "1"]],
    ["booleans", ["True", "False"], settings(), ["0", "1"]],
    ["one class seen", ["1"], settings(), ["0", "1"]],
    ["no row at all", [], settings(), ["0", "1"]],
    ["text as declared", ["good", "bad"], settings("bad"), ["good", "bad"]],
    ["the lower number", ["0", "1"], settings("0"), ["1", "0"]],
    ["a number in another spelling", ["True", "False"], settings("1.0"), ["0", "1"]],
    ["a class that the card alone knows", ["good"], settings("bad", ["good", "bad"]), ["good", "bad"]],
    ["1 and 2 as declared", ["1", "2"], settings("2"), ["1", "2"]],
  ])("%s", (_, observed, given, [negative, positive]) => {
    expect(classesOf(observed, given)).toEqual({ kind: "classes", negative, positive });
  });

  it.each<[string, readonly string[], PredictionSettings, string, string]>([
    [
      "text that nobody explains",
      ["good", "bad"],
      settings(),
      '"bad", "good" is the positive one',
      'positive_class: "good"',
    ],
    ["1 and 2", ["1", "2"], settings(), '"1", "2" is the positive one', "positive_class"],
    ["-1 and 1", ["-1", "1"], settings(), "positive one", "positive_class"],
    ["three", ["a", "b", "c"], settings("a"), 'here are 3: "a", "b", "c"', "multiclass-classification"],
    [
      "a third that the card knows",
      ["a", "b"],
      settings("a", ["a", "c"]),
      "here are 3",
      "correct the labels",
    ],
    ["a slip", ["default", "paid"], settings("defualt"), '"defualt" is not among the labels', 'to "default"'],
    ["nothing like it", ["0", "1"], settings("malignant"), '"malignant" is not among', "one of them"],
  ])("%s cannot be told", (_, observed, given, says, fix) => {
    const classes = classesOf(observed, given);
    if (classes.kind === "classes") throw new Error(classes.positive);
    expect(classes.says).toContain(says);
    expect(classes.fix).toContain(fix);
  });

  it("values that are no classes are counted and never printed", () => {
    const people = Array.from({ length: 21 }, (_, index) => `person-${index}@example.com`);
    const classes = classesOf(people, settings("yes"));
    expect(JSON.stringify(classes)).not.toContain("example.com");
    expect(classes).toMatchObject({ says: expect.stringContaining("(21 distinct values, not shown)") });
    expect(showClasses(people.slice(0, 20))).toMatch(/^"person-0@.*, …$/);
  });
});
