import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateDifference } from "../../../src/statistics/groups/difference.ts";
import { disparateImpact } from "../../../src/statistics/groups/disparate-impact.ts";
import type { GroupCounts } from "../../../src/statistics/groups/group-counts.ts";
import { groupRate } from "../../../src/statistics/groups/group-rate.ts";
import { parityDifference, parityRatio } from "../../../src/statistics/groups/parity.ts";
import { rateRatio } from "../../../src/statistics/groups/ratio.ts";
import { smallGroups } from "../../../src/statistics/groups/small-groups.ts";
import { newcombeInterval } from "../../../src/statistics/proportions/newcombe.ts";
import { ratioInterval } from "../../../src/statistics/proportions/ratio-interval.ts";
import { rowsForHalfWidth } from "../../../src/statistics/proportions/rows-for-width.ts";
import { valued } from "../cases.ts";

const SEED = { seed: 20240501, numRuns: 60 };
const count = fc.integer({ min: 1, max: 40 });
const CONTRASTS = ["between_groups", "to_overall"] as const;

function group(name: string, tp: number, fp: number, fn: number, tn: number): GroupCounts {
  return {
    name,
    rows: tp + fp + fn + tn,
    decided: tp + fp,
    truth: { positives: tp + fn, truePositives: tp },
  };
}

const groups = fc
  .array(fc.tuple(count, count, count, count), { minLength: 2, maxLength: 6 })
  .map((tables) => tables.map((table, index) => group(`g${index}`, ...table)));
const selected = (name: string, decided: number, rows: number): GroupCounts => ({
  name,
  rows,
  decided,
  truth: null,
});

describe("any groups", () => {
  it("their order does not matter; every interval holds its value, within [0, 1]", () => {
    fc.assert(
      fc.property(groups, fc.constantFrom(...CONTRASTS), (drawn, contrast) => {
        for (const parity of ["demographic_parity", "equalized_odds", "predictive_parity"] as const) {
          for (const measure of [parityDifference, parityRatio]) {
            const found = valued(measure(drawn, parity, contrast, 0.9));
            const turned = valued(measure(drawn.toReversed(), parity, contrast, 0.9));
            expect(turned.value).toBeCloseTo(found.value, 12);
            expect(turned.interval!.low).toBeCloseTo(found.interval!.low, 9);
            expect(found.interval!.low).toBeGreaterThanOrEqual(0);
            expect(found.interval!.low).toBeLessThanOrEqual(found.value + 1e-9);
            expect(found.interval!.high).toBeGreaterThanOrEqual(found.value - 1e-9);
            expect(found.interval!.high).toBeLessThanOrEqual(1);
            expect(found.interval!.confidence).toBe(0.9);
          }
        }
      }),
      SEED,
    );
  });

  it("the same groups are at parity, which their rows leave room to doubt", () => {
    const same = [group("a", 30, 10, 10, 50), group("b", 30, 10, 10, 50)];
    for (const contrast of CONTRASTS) {
      const difference = valued(parityDifference(same, "equalized_odds", contrast, 0.95));
      const ratio = valued(parityRatio(same, "equalized_odds", contrast, 0.95));
      expect(difference).toMatchObject({ value: 0, interval: { low: 0 } });
      expect(difference.interval!.high).toBeGreaterThan(0.05);
      expect(ratio).toMatchObject({ value: 1, interval: { high: 1 } });
      expect(ratio.interval!.low).toBeLessThan(0.9);
    }
  });

  it("more rows of the same rates narrow the interval", () => {
    const times = (k: number) => [
      group("a", 30 * k, 10 * k, 10 * k, 50 * k),
      group("b", 20 * k, 5 * k, 20 * k, 55 * k),
    ];
    const width = (k: number) => {
      const { low, high } = valued(rateDifference(times(k), "true_positive_rate", "between_groups", 0.95))
        .interval!;
      return high - low;
    };
    expect(width(100)).toBeLessThan(width(1) / 5);
  });
});

describe("two groups", () => {
  const two = [group("a", 30, 10, 10, 50), group("b", 20, 5, 15, 60)];
  const [a, b] = [
    { successes: 40, trials: 100 },
    { successes: 25, trials: 100 },
  ];

  it("have the interval of their one difference and their one ratio", () => {
    const difference = valued(newcombeInterval(a, b, 0.95));
    const ratio = valued(ratioInterval(b, a, 0.95, "miettinen-nurminen"));
    expect(rateDifference(two, "selection_rate", "between_groups", 0.95)).toEqual({
      value: 0.4 - 0.25,
      interval: { low: difference.low, high: difference.high, confidence: 0.95, method: "newcombe" },
      groups: ["b", "a"],
    });
    const found = valued(rateRatio(two, "selection_rate", "between_groups", 0.95));
    expect(found.value).toBe(0.625);
    expect(found.interval!.low).toBeCloseTo(ratio.low, 12);
    expect(found.interval!.high).toBeCloseTo(ratio.high!, 12);
    expect(found.groups).toEqual(["b", "a"]);
  });

  it("differ from overall by as much as the other's share of the rows", () => {
    const each = valued(newcombeInterval(a, b, 0.975));
    const found = valued(rateDifference(two, "selection_rate", "to_overall", 0.95));
    expect(found.value).toBeCloseTo(0.075, 14);
    expect(found.interval!.high).toBeCloseTo(each.high / 2, 12);
    expect(found.interval!.low).toBeCloseTo(each.low / 2, 12);
  });
});

describe("what has no answer says why", () => {
  const fine = group("a", 5, 5, 5, 5);

  it.each([
    [rateDifference([fine], "accuracy", "to_overall", 0.95), "fewer than two groups"],
    [rateDifference([], "accuracy", "to_overall", 0.95), "fewer than two groups"],
    [
      rateDifference([fine, group("b", 0, 3, 0, 4)], "true_positive_rate", "to_overall", 0.95),
      'group "b" has no truly positive rows',
    ],
    [
      parityRatio([fine, group("b", 3, 0, 4, 0)], "equalized_odds", "between_groups", 0.95),
      'group "b" has no truly negative rows',
    ],
    [
      parityDifference([fine, group("b", 0, 0, 4, 3)], "predictive_parity", "between_groups", 0.95),
      'group "b" has no rows decided positive',
    ],
    [
      parityDifference([fine, selected("b", 3, 9)], "equal_opportunity", "between_groups", 0.95),
      'the true classes of group "b" are not known',
    ],
    [
      rateRatio([group("a", 0, 0, 1, 1), group("b", 0, 0, 2, 2)], "selection_rate", "to_overall", 0.95),
      "every group is 0",
    ],
    [disparateImpact([selected("a", 0, 5), selected("b", 0, 5)], 0.95), "nobody in the reference"],
    [disparateImpact([selected("a", 1, 5), selected("b", 0, 0)], 0.95), 'group "b" has no rows'],
    [disparateImpact([selected("a", 1, 5), selected("b", 1, 5)], 0.95, "c"), "none of the groups"],
    [smallGroups([selected("a", 1, 5)], "precision", 0.05, 0.95), "not known"],
  ])("case %#", (result, reason) => expect(result).toContain(reason));

  it("one group's rate", () => {
    expect(groupRate(group("b", 0, 3, 0, 4), "true_positive_rate", 0.95)).toEqual({
      kind: "undefined",
      reason: 'group "b" has no truly positive rows',
      n: 7,
    });
    expect(groupRate(fine, "precision", 0.95)).toMatchObject({
      kind: "value",
      value: 0.5,
      interval: { method: "wilson" },
    });
  });

  it("counts that contradict each other are a fault of the caller", () => {
    const wrong = [
      { ...fine, decided: 21 },
      { ...fine, rows: 4.5 },
      { ...fine, truth: { positives: 5, truePositives: 6 } },
      { ...fine, truth: { positives: 20, truePositives: 3 } },
    ];
    for (const one of wrong) {
      expect(() => rateDifference([fine, one], "selection_rate", "between_groups", 0.95)).toThrow(RangeError);
    }
  });

  it("more groups than anyone compares have a value without interval", () => {
    const many = Array.from({ length: 101 }, (_, index) => selected(`g${index}`, 5 + (index % 3), 10));
    for (const contrast of CONTRASTS) {
      for (const measure of [rateDifference, rateRatio]) {
        expect(measure(many, "selection_rate", contrast, 0.95)).toMatchObject({ interval: null });
      }
    }
  });
});

describe("disparate impact", () => {
  it.each([
    [[selected("a", 500, 1000), selected("b", 300, 1000)], "adverse"],
    [[selected("a", 500, 1000), selected("b", 490, 1000)], "not-adverse"],
    [[selected("a", 500, 1000), selected("b", 425, 1000)], "inconclusive"],
    [[selected("a", 5, 10), selected("b", 3, 10)], "inconclusive"],
    [[selected("a", 5, 10), selected("b", 5, 10)], "inconclusive"],
    [[selected("a", 500, 1000), selected("b", 0, 300)], "adverse"],
  ] as const)("%o: %s", (given, verdict) => {
    const found = valued(disparateImpact(given, 0.95));
    expect(found.reference).toBe("a");
    expect(found.impacts.map((impact) => impact.verdict)).toEqual([verdict]);
  });

  it("names the least ratio first, of all groups at once, beside the group that is named", () => {
    const three = [selected("a", 500, 1000), selected("b", 450, 1000), selected("c", 300, 1000)];
    const found = valued(disparateImpact(three, 0.95, "b"));
    expect(found.impacts.map(({ group, ratio }) => [group, ratio])).toEqual([
      ["c", 300 / 450],
      ["a", 500 / 450],
    ]);
    const each = valued(
      ratioInterval(
        { successes: 300, trials: 1000 },
        { successes: 450, trials: 1000 },
        0.975,
        "miettinen-nurminen",
      ),
    );
    expect(found.impacts[0]!.interval).toEqual({ ...each, confidence: 0.95 });
  });
});

it("groups that are too small are listed with what they need", () => {
  const given = [group("a", 300, 100, 100, 500), group("b", 3, 1, 1, 5), group("c", 0, 1, 0, 5)];
  const needs = rowsForHalfWidth(303 / 404, 0.05, 0.95);
  expect(smallGroups(given, "true_positive_rate", 0.05, 0.95)).toEqual([
    { group: "b", has: 4, needs, of: "truly positive rows" },
    { group: "c", has: 0, needs, of: "truly positive rows" },
  ]);
  expect(smallGroups([selected("a", 0, 0)], "selection_rate", 0.05, 0.95)).toEqual([
    { group: "a", has: 0, needs: rowsForHalfWidth(0.5, 0.05, 0.95), of: "rows" },
  ]);
});
