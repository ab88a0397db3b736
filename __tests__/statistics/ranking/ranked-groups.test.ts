import fc from "fast-check";
import { expect, it } from "vitest";
import { Grouping } from "../../../src/statistics/grouping.ts";
import { rankedBy } from "../../../src/statistics/ranking/ranked.ts";
import { rankGroups } from "../../../src/statistics/ranking/ranked-groups.ts";
import { Room } from "../../../src/statistics/room.ts";
import type { BinarySample } from "../../../src/statistics/sample.ts";

fc.configureGlobal({ seed: 20240501 });

const row = fc.record({
  score: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ min: -1, max: 1, noNaN: true })),
  positive: fc.integer({ min: 0, max: 1 }),
  weight: fc.constantFrom(0, 0.1, 0.5, 3),
  group: fc.integer({ min: 0, max: 3 }),
});

it.each([false, true])("each group ranks as it does alone, weighted: %s", (weighted) => {
  // What stands in its arrays before must not matter.
  const room = new Room();
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      room.clear();
      const sample = sampleOf(
        rows.map(({ score }) => score),
        rows.map(({ positive }) => positive),
        weighted ? rows.map(({ weight }) => weight) : null,
      );
      const groupOf = Uint8Array.from(rows, ({ group }) => group);
      expectAlone(sample, new Grouping(groupOf, 4, new Room()), room);
    }),
  );
});

it.each([3, 300, 3000])("ranks %i groups, of more rows than a stretch", (groups) => {
  const score = Array.from({ length: 6000 }, (_, row) => (row * 7919) % 50);
  const sample = sampleOf(
    score,
    score.map((value, row) => (row % 3) & 1 & value),
    score.map((value) => value / 8),
  );
  const groupOf = Int32Array.from(score, (_, row) => (row * 31) % groups);
  const numbers = groups <= 256 ? Uint8Array.from(groupOf) : groupOf;
  expectAlone(sample, new Grouping(numbers, groups, new Room()), new Room());
  expectAlone({ ...sample, weight: null }, new Grouping(numbers, groups, new Room()), new Room());
});

it("has no answer when a score is not finite, and without scores", () => {
  const grouping = new Grouping(Uint8Array.of(0, 1), 2, new Room());
  expect(rankGroups(sampleOf([1, Number.NaN], [0, 1], null), grouping, new Room())).toBeNull();
  expect(rankGroups({ ...sampleOf([1, 2], [0, 1], null), score: null }, grouping, new Room())).toBeNull();
});

function expectAlone(sample: BinarySample, grouping: Grouping, room: Room): void {
  const ranked = rankGroups(sample, grouping, room)!;
  grouping.sizes.forEach((_, group) => {
    const rows = grouping.rowsOf(group);
    const alone = rankedBy(
      Float64Array.from(rows, (row) => sample.score![row]!),
      Uint8Array.from(rows, (row) => sample.positive[row]!),
      sample.weight && Float64Array.from(rows, (row) => sample.weight![row]!),
    );
    expect(ranked(group)).toEqual(alone);
  });
}

function sampleOf(
  score: readonly number[],
  positive: readonly number[],
  weight: readonly number[] | null,
): BinarySample {
  return {
    task: "binary",
    classes: ["0", "1"],
    positive: Uint8Array.from(positive),
    decision: null,
    score: Float64Array.from(score),
    weight: weight && Float64Array.from(weight),
  };
}
