import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { feasibilityOf } from "../../../src/statistics/consistency/confusion/feasibility.ts";
import type { Matrix } from "../../../src/statistics/consistency/confusion/matrix.ts";
import { resolve } from "../../../src/statistics/consistency/resolved.ts";
import { digits } from "./digits.ts";
import { isWritten } from "./every-matrix.ts";

interface Case {
  readonly made: "rounded" | "cut off" | "perturbed";
  readonly n: number;
  readonly positives: number;
  readonly scores: Readonly<Record<string, string>>;
  /** mlscorecheck's TP and TN for numbers that are rounded; null for an inconsistency. */
  readonly rounding: readonly [tp: number, tn: number] | null;
  /** Whether a matrix has the numbers when they are rounded or cut off. */
  readonly either: boolean;
}

const GOLDEN = new URL("../goldens/consistency.json", import.meta.url);
const cases: readonly Case[] = JSON.parse(readFileSync(GOLDEN, "utf8")).cases;

const judged = cases.map((one) => {
  const written = Object.entries(one.scores).map(([metric, text]) => digits(metric, text));
  const resolved = written.flatMap((number) => {
    const answer = resolve(number, "binary");
    return typeof answer === "string" ? [] : [answer];
  });
  expect(resolved.length).toBe(written.length);
  const rows = { n: one.n, positives: one.positives, classes: null };
  return { ...one, written, answer: feasibilityOf(rows, resolved) };
});

it("what a matrix gave is possible", () => {
  const wrong = judged.filter(({ made, answer }) => made !== "perturbed" && answer.kind !== "possible");
  expect(wrong).toEqual([]);
});

it("agrees with the enumeration of every matrix", () => {
  expect(judged.filter(({ either, answer }) => (answer.kind === "possible") !== either)).toEqual([]);
  expect(judged.filter(({ either }) => !either).length).toBeGreaterThan(100);
});

it("where mlscorecheck says impossible and this does not, the numbers are cut off", () => {
  const more = judged.filter(({ rounding, answer }) => rounding === null && answer.kind === "possible");
  expect(more.length).toBeGreaterThan(0);
  for (const { written, answer } of more) {
    const example = answer.kind === "possible" ? answer.example : null;
    expect(written.every((one) => isWritten(one.metric, example!, one))).toBe(true);
  }
});

it("where mlscorecheck says possible and this does not, its own matrix does not give the numbers", () => {
  const fewer = judged.filter(({ rounding, answer }) => rounding !== null && answer.kind !== "possible");
  expect(fewer.length).toBeGreaterThan(0);
  for (const { n, positives, rounding, written } of fewer) {
    const [tp, tn] = rounding!;
    const evidence: Matrix = { tp, fp: n - positives - tn, fn: positives - tp, tn };
    expect(written.every((one) => isWritten(one.metric, evidence, one))).toBe(false);
  }
});
