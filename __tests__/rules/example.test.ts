import { describe, expect, it } from "vitest";
import { failingFiles, type Mending, passingFiles } from "../../src/rules/example.ts";

const failing = { "model-card.yaml": "\nmodel: { id: a, version: 1 }\n", "test.csv": "id\nr1\n" };
const CARD = "model: { id: a, version: 1 }\n";

describe("an example", () => {
  it("fails as it is written, without the line end that it begins with", () => {
    expect(failingFiles({ failing, passing: {} })).toEqual({
      "model-card.yaml": CARD,
      "test.csv": "id\nr1\n",
    });
  });

  it.each<[string, Mending, Readonly<Record<string, string>>]>([
    [
      "a piece is replaced",
      { "test.csv": { r1: "r2" } },
      { "model-card.yaml": CARD, "test.csv": "id\nr2\n" },
    ],
    [
      "a file is new",
      { "b.csv": "\nid\n" },
      { "model-card.yaml": CARD, "test.csv": "id\nr1\n", "b.csv": "id\n" },
    ],
    ["a file goes away", { "test.csv": null }, { "model-card.yaml": CARD }],
  ])("passes when %s", (_, passing, files) => {
    expect(passingFiles({ failing, passing })).toEqual(files);
  });

  it.each<[string, Mending]>([
    ["stands nowhere", { "test.csv": { r9: "r2" } }],
    ["stands there twice", { "model-card.yaml": { i: "j" } }],
    ["is of a file that is not there", { "none.csv": { id: "row" } }],
  ])("is refused where a piece to replace %s", (_, passing) => {
    expect(() => passingFiles({ failing, passing })).toThrow(RangeError);
  });
});
