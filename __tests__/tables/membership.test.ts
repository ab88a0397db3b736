import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duplicates, overlap } from "../../src/tables/membership.ts";
import type { TextColumn } from "../../src/tables/table.ts";

function column(texts: readonly (string | null)[]): TextColumn {
  const dictionary = [...new Set(texts.filter((text) => text !== null))];
  const codes = Int32Array.from(texts, (text) => (text === null ? -1 : dictionary.indexOf(text)));
  return { kind: "text", name: "id", codes, dictionary, missing: { count: 0, first: [] } };
}

const ids = fc.array(fc.option(fc.constantFrom("a", "b", "c", "d", "01", "1", ""), { nil: null }));

describe("overlap", () => {
  it("counts the distinct ids that both have, whichever is asked", () => {
    fc.assert(
      fc.property(ids, ids, (left, right) => {
        const shared = [...new Set(left)].filter((id) => id !== null && right.includes(id)).length;
        expect(overlap(column(left), column(right))).toBe(shared);
        expect(overlap(column(right), column(left))).toBe(shared);
      }),
    );
  });

  it("does not take 1 for 01", () => expect(overlap(column(["1"]), column(["01"]))).toBe(0));
});

describe("duplicates", () => {
  it("counts the values that occur again and the rows that repeat one", () => {
    fc.assert(
      fc.property(ids, (written) => {
        const there = written.filter((id) => id !== null);
        const values = [...new Set(there)].filter((id) => there.indexOf(id) !== there.lastIndexOf(id)).length;
        expect(duplicates(column(written))).toEqual({ values, rows: there.length - new Set(there).size });
      }),
    );
  });
});
