import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences } from "../../src/policy/difference.ts";

const leaves = (content: Record<string, string>) =>
  new Map(Object.entries(content).map(([pointer, raw]) => [pointer, { raw, line: 1, column: 1 }]));
const documents = fc.dictionary(fc.constantFrom("/a", "/b", "/c/0", "/c/1"), fc.constantFrom("1", "2", ""));

describe("differences", () => {
  it.each<[string, Record<string, string>, Record<string, string>, object[]]>([
    ["nothing where nothing differs", { "/a": "1" }, { "/a": "1" }, []],
    [
      "a setting with another value",
      { "/a": "1" },
      { "/a": "2" },
      [{ pointer: "/a", before: "1", after: "2" }],
    ],
    ["a setting that is new", {}, { "/a": "1" }, [{ pointer: "/a", before: null, after: "1" }]],
    ["a setting that is gone", { "/a": "1" }, {}, [{ pointer: "/a", before: "1", after: null }]],
    [
      "an empty text, which is not an absent one",
      { "/a": "" },
      {},
      [{ pointer: "/a", before: "", after: null }],
    ],
    [
      "several, in the order of their pointers",
      { "/b": "1", "/a": "1" },
      { "/c": "1" },
      [
        { pointer: "/a", before: "1", after: null },
        { pointer: "/b", before: "1", after: null },
        { pointer: "/c", before: null, after: "1" },
      ],
    ],
  ])("gives %s", (_, before, after, expected) => {
    expect(differences(leaves(before), leaves(after))).toEqual(expected);
  });

  it("is all that it takes to make one out of the other", () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const made = leaves(before);
        for (const { pointer, after: next } of differences(leaves(before), leaves(after))) {
          if (next === null) made.delete(pointer);
          else made.set(pointer, { raw: next, line: 1, column: 1 });
        }
        expect(made).toEqual(leaves(after));
      }),
    );
  });

  it("is the same seen from the other side", () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const there = differences(leaves(before), leaves(after));
        const back = differences(leaves(after), leaves(before));
        expect(back.map(({ pointer, before, after }) => [pointer, after, before])).toEqual(
          there.map(({ pointer, before, after }) => [pointer, before, after]),
        );
      }),
    );
  });
});
