import { describe, expect, it } from "vitest";
import type { MetricNeed } from "../../src/measurement/need.ts";
import { claimReports, measurementReports } from "../../src/report/claims.ts";
import claimsPossible from "../../src/rules/performance/claims-possible.ts";
import { cardText, type Files } from "../support/dossier.ts";
import { judgedOf } from "../support/judged.ts";
import { FINE, madeRule, ruleSaying } from "../support/made-rules.ts";
import { policyOf } from "../support/policies.ts";

const ROWS = ["1,1,f", "1,1,f", "1,0,f", "0,0,f", "0,0,m", "1,1,m", "0,1,m", "0,0,m", "1,1,m", "1,1,x"];
const TABLE = { "t.csv": ["y_true,y_pred,sex", ...ROWS, ""].join("\n") };
const EVIDENCE = [
  { id: "preds", kind: "predictions", path: "t.csv", split: "test", columns: { segments: ["sex"] } },
];

const filesOf = (metrics: readonly object[], evidence: readonly object[] = EVIDENCE): Files => ({
  "model-card.yaml": cardText({ metrics, evidence }),
  ...TABLE,
});

async function claimOf(claim: object, evidence?: readonly object[]) {
  const [report] = claimReports(
    await judgedOf(filesOf([{ name: "accuracy", split: "test", ...claim }], evidence)),
  );
  return report;
}

describe("claimReports", () => {
  it("reports the number as it was written, as it was read and as it was recomputed", async () => {
    expect(await claimOf({ value: 0.8 })).toMatchObject({
      metric: "accuracy",
      split: "test",
      slice: {},
      at: { path: "model-card.yaml", line: 1, pointer: "/metrics/0/value" },
      raw: "0.8",
      decimals: 1,
      reported: 0.8,
      recomputed: 0.8,
      n: 10,
      undefined: null,
      evidence: "preds",
      origin: "committed",
      status: "reproduced",
      notes: [],
    });
  });

  it.each<[string, object, object]>([
    [
      "a percent as a fraction",
      { value: "80%" },
      { raw: "80%", reported: 0.8, decimals: 2, status: "reproduced" },
    ],
    [
      "a percent without its sign",
      { value: 80 },
      { reported: 0.8, status: "reproduced", notes: ["above 1, so read as percent"] },
    ],
    [
      "a wrong number",
      { value: 0.9 },
      { reported: 0.9, recomputed: 0.8, n: 10, status: "differs", origin: "committed" },
    ],
    [
      "a table's split where the claim gives none",
      { value: 0.8, split: undefined },
      { split: "test", status: "reproduced" },
    ],
    [
      "an unknown metric by its own name",
      { name: "vibes", value: 0.8 },
      { metric: "vibes", status: "unsupported", recomputed: null, origin: null, evidence: null },
    ],
    [
      "a claim without its evidence",
      { value: 0.8, split: "train" },
      {
        split: "train",
        status: "unsupported",
        recomputed: null,
        n: null,
        undefined: expect.stringMatching(/./),
      },
    ],
  ])("reports %s", async (_, claim, expected) => {
    expect(await claimOf(claim)).toMatchObject(expected);
  });

  it("tells nothing of a slice so small that it would tell of persons", async () => {
    const small = await claimOf({ value: 0.75, slice: { sex: "f" } });
    expect(small).toMatchObject({
      status: "unsupported",
      recomputed: null,
      interval: null,
      n: null,
      origin: null,
    });
    expect(small?.undefined).toMatch(/fewer than 5 rows/);
    expect(await claimOf({ value: 0.8, slice: { sex: "m" } })).toMatchObject({
      status: "reproduced",
      recomputed: 0.8,
      n: 5,
    });
  });

  it("gives an interval with its confidence and its method", async () => {
    const { interval, confidence, method } = (await claimOf({ value: 0.8 }))!;
    expect(interval!.low).toBeLessThan(0.8);
    expect(interval!.high).toBeGreaterThan(0.8);
    expect([confidence, method]).toEqual([0.95, expect.stringMatching(/./)]);
  });

  it("tells of numbers that no data can give, where nothing reproduces them", async () => {
    const numbers = { precision: "0.900", recall: "0.810", f1: "0.883", accuracy: "0.8" };
    const metrics = Object.entries(numbers).map(([name, value]) => ({ name, value, split: "dev" }));
    const reports = claimReports(
      await judgedOf(filesOf(metrics), {
        rules: [claimsPossible],
        policy: policyOf({ rules: { [claimsPossible.id]: { severity: "high" } } }),
      }),
    );
    expect(reports.map(({ status }) => status)).toEqual([
      "impossible",
      "impossible",
      "impossible",
      "unsupported",
    ]);
    expect(reports[0]!.undefined).toMatch(/^no data can give what is reported on dev: f1 0.883/);
    expect(reports[0]!.recomputed).toBeNull();
  });

  it("keeps the card's order, and every claim, the same one twice too", async () => {
    const metrics = ["recall", "accuracy", "recall"].map((name) => ({ name, value: 0.8, split: "test" }));
    const reports = claimReports(await judgedOf(filesOf(metrics)));
    expect(reports.map(({ metric }) => metric)).toEqual(["recall", "accuracy", "recall"]);
  });
});

function need(more: Partial<MetricNeed>): MetricNeed {
  return {
    kind: "metric",
    table: "preds",
    metric: "recall",
    parameters: {},
    decision: "column",
    weighted: false,
    slice: {},
    confidence: 0.95,
    ...more,
  };
}

async function measurementsOf(needs: readonly MetricNeed[], metrics: readonly object[] = []) {
  const rule = ruleSaying("test/rule", [FINE], { needs: () => needs });
  return measurementReports(await judgedOf(filesOf(metrics), { rules: [rule] }));
}

describe("measurementReports", () => {
  it("reports what a rule measured", async () => {
    const [report, ...others] = await measurementsOf([need({})]);
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      metric: "recall",
      split: "test",
      evidence: "preds",
      slice: {},
      n: 10,
      undefined: null,
    });
    expect(report?.value).toBeCloseTo(5 / 6, 12);
    expect(report?.interval?.low).toBeLessThan(5 / 6);
  });

  it("leaves out what a claim reports already, and what no rule wanted", async () => {
    const claim = { name: "recall", value: 0.83, split: "test" };
    expect(await measurementsOf([], [claim])).toEqual([]);
    const wanted = madeRule("test/rule", {
      *needs({ bindings }) {
        for (const binding of bindings) if (binding.kind === "bound") yield binding.need;
      },
    });
    const judged = await judgedOf(filesOf([claim]), { rules: [wanted] });
    expect(judged.metrics).toHaveLength(1);
    expect(measurementReports(judged)).toEqual([]);
  });

  it("tells nothing of a slice so small that it would tell of persons", async () => {
    const slices = ["f", "m", "x", "none"].map((sex) => need({ slice: { sex } }));
    const reports = await measurementsOf(slices);
    const told = reports.map(({ slice, value, n, undefined: why }) => [slice.sex, value, n, why]);
    expect(told).toEqual([
      ["f", null, null, expect.stringMatching(/fewer than 5 rows/)],
      ["m", 1, 5, null],
      ["x", null, null, expect.stringMatching(/fewer than 5 rows/)],
      ["none", null, null, expect.stringMatching(/fewer than 5 rows/)],
    ]);
    for (const { interval, confidence, method } of reports.filter(({ value }) => value === null))
      expect([interval, confidence, method]).toEqual([null, null, null]);
  });

  it("says why there is no value", async () => {
    const [report] = await measurementsOf([need({ metric: "roc_auc", decision: null })]);
    expect(report).toMatchObject({ value: null, n: null, undefined: expect.stringMatching(/score/) });
  });

  it("gives the settings, the threshold among them", async () => {
    const [report] = await measurementsOf([need({ decision: { threshold: 0.35 }, parameters: { k: 3 } })]);
    expect(report?.params).toEqual({ k: 3, threshold: 0.35 });
  });
});
