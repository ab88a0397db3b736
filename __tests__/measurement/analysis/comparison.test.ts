import { describe, expect, it } from "vitest";
import type { PairedRow } from "../../../src/measurement/analysis/comparison.ts";
import type { AnalysisRequest } from "../../../src/measurement/analysis/request.ts";
import { analysed, LOANS, type Source } from "../../support/analysed.ts";

const champion = { fixture: "champion.csv" };
const challenger = { fixture: "challenger.parquet" };
/** A few metrics, which are drawn quickly. */
const SCORES = { prediction: null };
const bootstrap = { replicates: 200, seed: "", stratify: false };

const compared = async (
  given: Partial<AnalysisRequest> = {},
  current: Source = challenger,
  reference: Source = champion,
): Promise<readonly PairedRow[]> => {
  const request = { ...LOANS, segments: [], id: "loan", ...given };
  return (await analysed(current, request, reference)).comparison!.value!.measures;
};
const of = (measures: readonly PairedRow[], name: string) =>
  measures.find(({ measure }) => measure === name)!.result.value!;

/** Both answers to the same rows; the reference's first. */
const pair = (columns: string, rows: readonly (readonly [label: string, old: string, now: string])[]) => {
  const file = (answers: readonly string[]) => ({
    text: `id,label,${columns}\n${rows.map(([label], row) => `${row},${label},${answers[row]}`).join("\n")}\n`,
  });
  return [file(rows.map((row) => row[2])), file(rows.map((row) => row[1]))] as const;
};

describe("a verdict on the same rows", () => {
  it("is given for every metric, by the interval that it names", async () => {
    const measures = await compared({ margin: 0.02 });
    const kinds = Object.fromEntries(measures.map(({ measure, result }) => [measure, result.value?.verdict]));
    expect(kinds.roc_auc).toEqual({ kind: "superior", by: "delong", reason: null });
    expect(kinds.accuracy).toMatchObject({ kind: "superior", by: "tango" });
    expect(kinds.brier_score).toMatchObject({ kind: "superior", by: "student-t" });
    expect(kinds.recall).toMatchObject({ kind: "inconclusive", by: "tango" });
    expect(kinds.f1).toMatchObject({
      kind: "inconclusive",
      by: null,
      reason: expect.stringContaining("--bootstrap gives one"),
    });
  });

  it("turns round with the files, and a rate agrees with its complement", async () => {
    const there = await compared({ margin: 0.02 });
    const back = await compared({ margin: 0.02 }, champion, challenger);
    expect(of(there, "log_loss").verdict.kind).toBe("superior");
    expect(of(back, "log_loss").verdict.kind).toBe("inferior");
    expect(of(back, "recall").verdict.kind).toBe("inconclusive");
    for (const { measure, parameters, result } of there) {
      const other = back.find(
        (row) => row.measure === measure && JSON.stringify(row.parameters) === JSON.stringify(parameters),
      )?.result.value;
      expect(other?.difference).toBeCloseTo(-result.value!.difference, 12);
      expect(other?.p ?? 2).toBeCloseTo(result.value!.p ?? 2, 12);
    }
    for (const [rate, complement] of [
      ["recall", "false_negative_rate"],
      ["specificity", "false_positive_rate"],
    ] as const) {
      expect(of(there, complement).verdict.kind).toBe(of(there, rate).verdict.kind);
      expect(of(there, complement).interval?.low).toBeCloseTo(-of(there, rate).interval!.high, 12);
    }
  });

  it("by a wider margin is never worse", async () => {
    const rank = { inferior: 0, inconclusive: 1, "non-inferior": 2, identical: 2, superior: 3 };
    const before = await compared({ ...SCORES, bootstrap, margin: null });
    const after = await compared({ ...SCORES, bootstrap, margin: 0.1 });
    before.forEach(({ result }, index) => {
      const wider = after[index]!.result.value!.verdict.kind;
      expect(rank[wider]).toBeGreaterThanOrEqual(rank[result.value!.verdict.kind]);
    });
  });

  it("leans on no closed form where rows of one entity belong together", async () => {
    const undrawn = await compared({ entity: "applicant", margin: 0.02 });
    for (const { result } of undrawn) {
      expect(result.value?.verdict).toMatchObject({ kind: "inconclusive", by: null });
      expect(result.value?.verdict.reason).toContain("--bootstrap draws them together");
    }
    const drawn = await compared({
      ...SCORES,
      entity: "applicant",
      margin: 0.02,
      bootstrap: { ...bootstrap, replicates: 500 },
    });
    expect(of(drawn, "roc_auc").verdict).toMatchObject({ kind: "superior", by: "bootstrap-bca" });
  });
});

describe("two answers that are one", () => {
  it("are identical in all that they answer alike, with or without a bootstrap", async () => {
    for (const more of [{}, { ...SCORES, bootstrap }, { entity: "applicant" }]) {
      for (const { result } of await compared({ margin: 0.02, ...more }, champion)) {
        const { verdict, difference } = result.value!;
        expect(verdict).toMatchObject({
          kind: "identical",
          by: null,
          reason: expect.stringMatching(/^both give every row/),
        });
        expect(difference).toBe(0);
      }
    }
  });

  it.each([
    ["keep their order", (score: number) => score * score, "identical"],
    ["turn it round", (score: number) => 1 - score, "inconclusive"],
    ["break its ties", (score: number, row: number) => score + row / 1e6, "inconclusive"],
    ["make ties of it", (score: number) => Math.round(score * 5) / 5, "inconclusive"],
  ])("are so to the areas alone when the scores only %s", async (_, moved, kind) => {
    const rows = Array.from({ length: 40 }, (_, row) => {
      const score = Math.floor(((row * 7) % 40) / 2) / 25 + 0.05;
      return [String((row >> 1) % 2), String(score), String(moved(score, row))] as const;
    });
    const given = { label: "label", prediction: null, positive: null, score: "score", id: "id" };
    const measures = await compared({ ...given, margin: 0.001 }, ...pair("score", rows));
    const kinds = Object.fromEntries(
      measures.map(({ measure, result }) => [measure, result.value?.verdict.kind]),
    );
    expect(kinds).toMatchObject({ roc_auc: kind, average_precision: kind });
    expect(kinds.brier_score).not.toBe("identical");
  });

  it("are not so when every row changed by as much: that shows no spread", async () => {
    const rows = Array.from(
      { length: 12 },
      (_, row) => [String(row), String(row + 1), String(row + 2)] as const,
    );
    const measures = await compared(
      { task: "regression", label: "label", prediction: "said", score: null, positive: null, id: "id" },
      ...pair("said", rows),
    );
    expect(of(measures, "mean_absolute_error")).toMatchObject({
      difference: 1,
      interval: null,
      verdict: { kind: "inconclusive", reason: "the rows show no spread in it" },
    });
  });

  it.each([
    ["other class numbers", ["a", "a", "b"], "b", "b", "identical"],
    ["another class", ["a", "b", "c"], "c", "b", "inconclusive"],
  ] as const)("of several classes: %s", async (_, labels, old, now, kind) => {
    const rows = Array.from({ length: 30 }, (_, row) => {
      const label = labels[row % 3]!;
      return [label, row % 5 === 0 ? old : label, row % 5 === 0 ? now : label] as const;
    });
    const given = {
      task: "multiclass",
      label: "label",
      prediction: "said",
      score: null,
      positive: null,
      id: "id",
    } as const;
    expect(of(await compared(given, ...pair("said", rows)), "accuracy").verdict.kind).toBe(kind);
  });
});

describe("the paired bootstrap", () => {
  it("draws the same again, and apart by class when asked", async () => {
    const drawn = async (stratify: boolean) =>
      of(await compared({ ...SCORES, bootstrap: { ...bootstrap, stratify } }), "roc_auc").bootstrap?.value;
    const first = await drawn(false);
    expect(first).toMatchObject({ method: "bootstrap-bca", replicates: 200 });
    expect(await drawn(false)).toEqual(first);
    expect(await drawn(true)).not.toEqual(first);
  });

  it("holds the difference, by percentiles too", async () => {
    let intervals = 0;
    for (const { measure, result } of await compared({ ...SCORES, bootstrap })) {
      const { difference, percentile, bootstrap: bca } = result.value!;
      for (const { value, undefined: because } of [percentile!, bca!]) {
        // So few rows that what the first k of them hold is the same in every draw.
        if (value === null) expect([measure, because]).toEqual([measure, expect.stringMatching(/./)]);
        else expect(difference >= value.low && difference <= value.high).toBe(true);
        intervals += value === null ? 0 : 1;
      }
    }
    expect(intervals).toBeGreaterThan(10);
  });

  it("gives these very numbers on every machine", async () => {
    const { roc_auc: area, brier_score: loss } = Object.fromEntries(
      (await compared({ ...SCORES, bootstrap })).map(({ measure, result }) => [measure, result.value]),
    );
    const ends = [area, loss].flatMap((row) =>
      [row?.bootstrap?.value, row?.percentile?.value].map((interval) => `${interval?.low} ${interval?.high}`),
    );
    expect(ends).toEqual([
      "0.022859036000157727 0.10673723053936558",
      "0.023940174603046257 0.1074482886904761",
      "-0.052124493904349166 -0.01541486355134853",
      "-0.05217294099999998 -0.015693331687500003",
    ]);
  });
});

describe("adjusted p-values", () => {
  it("are of one family of hypotheses, and never below the p-value", async () => {
    for (const { adjusted, result } of await compared()) {
      const p = result.value?.p ?? null;
      expect(adjusted === null).toBe(p === null);
      if (adjusted === null || p === null) continue;
      expect(adjusted.tests).toBe(6);
      expect(adjusted.benjaminiHochberg).toBeGreaterThanOrEqual(p);
      expect(adjusted.holm).toBeGreaterThanOrEqual(adjusted.benjaminiHochberg * (1 - 1e-12));
    }
  });
});
