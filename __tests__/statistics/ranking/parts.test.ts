import fc from "fast-check";
import { expect, it } from "vitest";
import { rankParts } from "../../../src/statistics/ranking/parts.ts";
import { rankedBy } from "../../../src/statistics/ranking/ranked.ts";

fc.configureGlobal({ seed: 20240501 });

const row = fc.record({
  score: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ min: -1, max: 1, noNaN: true })),
  positive: fc.integer({ min: 0, max: 1 }),
  weight: fc.constantFrom(0, 0.1, 0.5, 3),
  part: fc.integer({ min: -1, max: 2 }),
});

it.each([false, true])("each part ranks as it does alone, weighted: %s", (weighted) => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const score = Float64Array.from(rows, (each) => each.score);
      const positive = Uint8Array.from(rows, (each) => each.positive);
      const weight = weighted ? Float64Array.from(rows, (each) => each.weight) : null;
      const parts = [0, 1, 2].map((part) =>
        Int32Array.from([...rows.keys()].filter((at) => rows[at]!.part === part)),
      );
      const alone = parts.map((members) =>
        rankedBy(
          Float64Array.from(members, (at) => score[at]!),
          Uint8Array.from(members, (at) => positive[at]!),
          weight && Float64Array.from(members, (at) => weight[at]!),
        ),
      );
      expect(rankParts(score, positive, weight, parts)).toEqual(alone);
    }),
  );
});

it("ranks more parts than a byte numbers", () => {
  const score = Float64Array.from({ length: 1200 }, (_, row) => (row * 7919) % 50);
  const positive = Uint8Array.from(score, (_, row) => (row % 3) & 1);
  const parts = Array.from({ length: 300 }, (_, part) =>
    Int32Array.from({ length: 4 }, (_, index) => part + 300 * index),
  );
  const alone = parts.map((rows) =>
    rankedBy(
      Float64Array.from(rows, (row) => score[row]!),
      Uint8Array.from(rows, (row) => positive[row]!),
      null,
    ),
  );
  expect(rankParts(score, positive, null, parts)).toEqual(alone);
});

it("has no answer when a score is not finite", () => {
  const parts = [Int32Array.of(0), Int32Array.of(1)];
  expect(rankParts(Float64Array.of(1, Number.NaN), Uint8Array.of(0, 1), null, parts)).toBeNull();
});
