import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BinarySample } from "../../../src/statistics/sample.ts";
import { compute } from "../compute.ts";

const sample: fc.Arbitrary<BinarySample> = fc
  .array(fc.tuple(fc.nat(1), fc.nat(3)), { minLength: 1, maxLength: 6 })
  .map((table) => ({
    task: "binary",
    classes: ["no", "yes"],
    positive: Uint8Array.from(table, (row) => row[0]),
    decision: null,
    score: Float64Array.from(table, (row) => row[1]),
    weight: null,
  }));

/** Every order of the rows that their scores allow, from the highest down. */
function orders({ score }: BinarySample): number[][] {
  const permuted = (rows: readonly number[]): number[][] =>
    rows.length < 2
      ? [[...rows]]
      : rows.flatMap((row) => permuted(rows.filter((other) => other !== row)).map((rest) => [row, ...rest]));
  return permuted([...score!.keys()]).filter((order) =>
    order.every((row, place) => place === 0 || score![order[place - 1]!]! >= score![row]!),
  );
}

/** The positive rows among the first `amount`, on average over all orders; of a row in part, that part. */
function foundOnAverage(sample: BinarySample, amount: number): number {
  const all = orders(sample);
  let found = 0;
  for (const order of all) {
    order.forEach((row, place) => {
      found += sample.positive[row]! * Math.min(Math.max(amount - place, 0), 1);
    });
  }
  return found / all.length;
}

const positivesOf = ({ positive }: BinarySample) => positive.reduce((sum, one) => sum + one, 0);

describe("rows of one score that straddle the cut", () => {
  it("count by the mean over all their orders, at k rows", () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 6 }), (drawn, k) => {
        fc.pre(k <= drawn.positive.length);
        const found = foundOnAverage(drawn, k);
        const precision = compute("precision_at_k", drawn, { k });
        expect(precision).toMatchObject({ kind: "value", value: expect.closeTo(found / k, 12) });
        fc.pre(positivesOf(drawn) > 0);
        const recall = compute("recall_at_k", drawn, { k });
        expect(recall).toMatchObject({
          kind: "value",
          value: expect.closeTo(found / positivesOf(drawn), 12),
        });
      }),
    );
  });

  it("count so at a share of the rows, which need be no whole number of them", () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 20 }), (drawn, twentieths) => {
        fc.pre(positivesOf(drawn) > 0);
        const depth = twentieths / 20;
        const share = foundOnAverage(drawn, depth * drawn.positive.length) / positivesOf(drawn);
        expect(compute("gain", drawn, { depth })).toMatchObject({ value: expect.closeTo(share, 12) });
        expect(compute("lift", drawn, { depth })).toMatchObject({ value: expect.closeTo(share / depth, 12) });
      }),
    );
  });
});

describe("the Kolmogorov-Smirnov statistic and Gini", () => {
  it("do not change under a rising transformation of the scores", () => {
    fc.assert(
      fc.property(sample, (drawn) => {
        const bent = { ...drawn, score: drawn.score!.map((score) => Math.exp(score) - 9) };
        for (const name of ["ks_statistic", "gini"])
          expect(compute(name, bent)).toEqual(compute(name, drawn));
      }),
    );
  });

  it("is the largest TPR - FPR of any threshold", () => {
    fc.assert(
      fc.property(sample, (drawn) => {
        const gaps = [...drawn.score!, Number.POSITIVE_INFINITY].map((threshold) => {
          const rate = (side: number) => {
            const rows = [...drawn.positive.keys()].filter((row) => drawn.positive[row] === side);
            return rows.filter((row) => drawn.score![row]! >= threshold).length / rows.length;
          };
          return rate(1) - rate(0);
        });
        const outcome = compute("ks_statistic", drawn);
        if (outcome.kind === "undefined") expect(gaps.some(Number.isNaN)).toBe(true);
        else expect(outcome.value).toBeCloseTo(Math.max(...gaps), 12);
      }),
    );
  });

  it("give no credit for ranking the wrong way round", () => {
    const turned: BinarySample = {
      task: "binary",
      classes: ["no", "yes"],
      positive: Uint8Array.of(1, 1, 0, 0),
      decision: null,
      score: Float64Array.of(1, 2, 3, 4),
      weight: null,
    };
    expect(compute("ks_statistic", turned)).toMatchObject({ value: 0 });
    expect(compute("gini", turned)).toMatchObject({ value: -1 });
  });
});
