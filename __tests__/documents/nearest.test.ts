import { expect, test } from "vitest";
import { nearest } from "../../src/documents/nearest.ts";

test.each([
  ["owner", ["owners", "other"], "owners"],
  ["modle", ["model", "metrics"], "model"],
  ["BaseModels", ["base_models"], "base_models"],
  ["out-of-scope", ["out_of_scope"], "out_of_scope"],
  ["k", ["n", "id"], "n"],
  ["zebra", ["model", "risk"], null],
  ["", ["model"], null],
  ["x".repeat(100_000), ["x"], null],
  ["anything", [], null],
])("nearest to %j", (word, candidates, found) => {
  expect(nearest(word, candidates)).toBe(found);
});
