import { describe, expect, it } from "vitest";
import { classIndex } from "../../src/statistics/classes.ts";

describe("the class that a claim names", () => {
  it.each([
    [["no", "yes"], "yes", 1],
    [["no", "yes"], " Yes ", 1],
    [["a", "A"], "A", 1],
    [["paid", "default"], "#0", 1],
    [["10", "9"], "#0", 1],
    [["#1", "#0"], "#0", 1],
    [["0", "1"], "1.0", 1],
    [["1.0", "2.0"], "2", 1],
  ])("among %j, %j is number %i", (classes, name, index) => {
    expect(classIndex(classes, name)).toBe(index);
  });

  it.each([
    [["a", "A", "b"], "á"],
    [["Yes", "YES", "no"], "yes"],
    [["1", "1.0"], "1.00"],
    [["0", "1"], "#2"],
    [["0", "1"], ""],
    [["", "1"], "0"],
    [[], "x"],
  ])("among %j, %j is none", (classes, name) => {
    expect(classIndex(classes, name)).toEqual(expect.stringContaining("there is no class"));
  });
});
