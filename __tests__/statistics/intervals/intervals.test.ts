import beta from "@stdlib/stats-base-dists-beta-quantile";
import normal from "@stdlib/stats-base-dists-normal-quantile";
import student from "@stdlib/stats-base-dists-t-quantile";
import { describe, expect, it } from "vitest";
import { clopperPearsonInterval } from "../../../src/statistics/intervals/clopper-pearson.ts";
import { meanInterval } from "../../../src/statistics/intervals/student-t.ts";
import { wilsonInterval } from "../../../src/statistics/intervals/wilson.ts";
import { blocksOf } from "../../../src/statistics/loss-blocks.ts";
import { momentsOf } from "../../../src/statistics/moments.ts";
import { agrees, readIntervals } from "../golden.ts";

const golden = readIntervals();

describe("intervals agree with statsmodels and SciPy", () => {
  it("Wilson and Clopper-Pearson", () => {
    const wrong = golden.proportions.filter(([successes, trials, confidence, ...expected]) => {
      const wilson = wilsonInterval(successes!, trials!, confidence!);
      const exact = clopperPearsonInterval(successes!, trials!, confidence!);
      const found = [wilson.low, wilson.high, exact.low, exact.high];
      return !found.every((end, index) => agrees(end, expected[index]!));
    });
    expect(wrong).toEqual([]);
    expect(golden.proportions.length).toBeGreaterThan(100);
  });

  it.each([
    ["normal", golden.normal, ([p]: readonly number[]) => normal(p!, 0, 1)],
    ["student", golden.student, ([p, freedom]: readonly number[]) => student(p!, freedom!)],
    ["beta", golden.beta, ([p, a, b]: readonly number[]) => beta(p!, a!, b!)],
  ] as const)("%s quantiles", (_, rows, quantile) => {
    expect(rows.filter((row) => !agrees(quantile(row), row.at(-1)!))).toEqual([]);
  });
});

describe("an interval is not narrower than the rows can say", () => {
  it("no failures in n trials is not a rate of zero", () => {
    expect(wilsonInterval(0, 5, 0.95)).toMatchObject({ low: 0, method: "wilson" });
    expect(wilsonInterval(0, 5, 0.95).high).toBeGreaterThan(0.4);
    expect(clopperPearsonInterval(5, 5, 0.95)).toMatchObject({ high: 1, method: "clopper-pearson" });
    expect(clopperPearsonInterval(5, 5, 0.95).low).toBeLessThan(0.5);
  });

  it.each([
    ["one row", [0.25]],
    ["rows that are all alike", [0.1, 0.1, 0.1]],
  ])("%s has no interval of its mean", (_, values) => {
    expect(meanInterval(momentsOf(blocksOf(Float64Array.from(values)), null, true), [0, 1], 0.95)).toBeNull();
  });
});
