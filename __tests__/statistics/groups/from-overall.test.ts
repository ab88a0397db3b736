import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromOverall } from "../../../src/statistics/groups/from-overall.ts";
import type { GroupCounts } from "../../../src/statistics/groups/group-counts.ts";
import { valued } from "../cases.ts";

const selected = (name: string, decided: number, rows: number): GroupCounts => ({
  name,
  rows,
  decided,
  truth: null,
});

const groups = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(60)), { minLength: 2, maxLength: 6 })
  .map((sizes) =>
    sizes.map(([rows, decided], index) => selected(`g${index}`, Math.min(rows, decided), rows)),
  );

describe("every group beside overall", () => {
  it("lies in its intervals, and the groups average out to overall", () => {
    fc.assert(
      fc.property(groups, (given) => {
        const { overall, groups: found } = valued(fromOverall(given, "selection_rate", 0.9));
        const rows = given.reduce((sum, one) => sum + one.rows, 0);
        const mean = found.reduce((sum, { share }, index) => sum + (share * given[index]!.rows) / rows, 0);
        expect(mean).toBeCloseTo(overall, 12);
        for (const { difference, differenceInterval, ratio, ratioInterval } of found) {
          expect(differenceInterval).toMatchObject({ confidence: 0.9, method: "newcombe" });
          expect(differenceInterval!.low).toBeLessThanOrEqual(difference + 1e-12);
          expect(differenceInterval!.high).toBeGreaterThanOrEqual(difference - 1e-12);
          expect(ratio === null).toBe(overall === 0);
          if (ratio === null || ratioInterval === null) continue;
          expect(ratioInterval.low).toBeLessThanOrEqual(ratio * (1 + 1e-12));
          expect(ratioInterval.high! * (1 + 1e-12)).toBeGreaterThanOrEqual(ratio);
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it("is nearer to overall than to the others, the more so the larger a part it is", () => {
    const reach = (rows: number) => {
      const given = [selected("a", rows / 2, rows), selected("b", 50, 100)];
      const { low, high } = valued(fromOverall(given, "selection_rate", 0.95)).groups[0]!.differenceInterval!;
      return high - low;
    };
    expect(reach(100)).toBeGreaterThan(reach(1000));
    expect(reach(1_000_000)).toBeLessThan(1e-4);
  });

  it.each([
    ["one group", [selected("a", 1, 2)], "fewer than two groups"],
    ["a group without rows", [selected("a", 1, 2), selected("b", 0, 0)], 'group "b" has no rows'],
  ])("of %s is undefined", (_, given, why) => {
    expect(fromOverall(given, "selection_rate", 0.95)).toContain(why);
  });

  it("has no ratio where nobody is selected, and says nothing of unknown truths", () => {
    const none = [selected("a", 0, 5), selected("b", 0, 9)];
    expect(valued(fromOverall(none, "selection_rate", 0.95)).groups[0]).toMatchObject({
      difference: 0,
      ratio: null,
      ratioInterval: null,
    });
    expect(fromOverall(none, "precision", 0.95)).toContain("not known");
    expect(() => fromOverall(none, "selection_rate", 95)).toThrow(RangeError);
  });
});
