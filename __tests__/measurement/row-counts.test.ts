import { describe, expect, it } from "vitest";
import type { MetricNeed, Need } from "../../src/measurement/need.ts";
import { settle } from "../../src/measurement/settle.ts";
import { folder, measure, settled } from "../support/dossier.ts";

const TABLE = "y,score,sex,n,w\n1,0.9,f,300,2\n0,0.2,m,500,1\n1,0.4,f,100,1\n0,0.6,,96,4\n0,0.1,x,4,1\n";
const COLUMNS = { label: "y", score: "score", segments: ["sex"], count: "n", weight: "w" };

const content = (more: object = {}) => ({
  prediction: { threshold: 0.5 },
  evidence: [{ id: "t", kind: "predictions", path: "t.csv", split: "test", columns: COLUMNS }],
  data: [{ split: "train", path: "train.csv", columns: { id: "id" } }],
  ...more,
});

function answer<N extends Need>(need: N, table = TABLE, more: object = {}) {
  return measure(folder(content(more), { "t.csv": table, "train.csv": "id\n1\n" }), [need]).then((measured) =>
    measured.of(need),
  );
}

const recall = (more: Partial<MetricNeed> = {}): MetricNeed => ({
  kind: "metric",
  table: "t",
  metric: "recall",
  parameters: {},
  decision: { threshold: 0.5 },
  weighted: false,
  slice: {},
  confidence: 0.95,
  ...more,
});

describe("a table of counts", () => {
  it("has the rows that its counts sum to, and groups of as many", async () => {
    expect(await answer({ kind: "rows", table: "t" })).toEqual({ kind: "rows", rows: 1000, problems: [] });
    expect(await answer({ kind: "groups", table: "t", column: "sex" })).toEqual({
      kind: "groups",
      sizes: new Map([
        ["f", 400],
        ["m", 500],
        ["x", 4],
      ]),
      missing: 96,
    });
  });

  it("is measured as its rows, with weights besides", async () => {
    expect(await answer(recall())).toMatchObject({ value: 0.75, n: 1000, interval: { method: "wilson" } });
    expect(await answer(recall({ slice: { sex: "f" } }))).toMatchObject({ value: 0.75, n: 400 });
    expect(await answer(recall({ weighted: true }))).toMatchObject({
      value: 600 / 700,
      n: 1000,
      interval: null,
    });
  });

  it("tells nothing of a slice of fewer than five rows, however many lines", async () => {
    const metrics = ["f", "x"].map((sex) => ({
      name: "accuracy",
      value: 0.75,
      split: "test",
      slice: { sex },
    }));
    const { bindings, measured } = await settled(
      folder(content({ metrics }), { "t.csv": TABLE, "train.csv": "id\n1\n" }),
    );
    expect(bindings.map((binding) => settle(binding, measured).status)).toEqual([
      "reproduced",
      "unsupported",
    ]);
  });

  it("has no row to look for in another", async () => {
    expect(await answer({ kind: "overlap", left: "data:train", right: "t" })).toMatchObject({
      kind: "cannot-tell",
      says: "t counts rows, and it needs the rows, not their counts",
    });
    const repeated = "id,y,score,n\n1,1,0.9,3\n1,0,0.2,4\n";
    const columns = { id: "id", count: "n" };
    const evidence = [{ id: "t", kind: "predictions", path: "t.csv", split: "test", columns }];
    expect(await answer({ kind: "rows", table: "t" }, repeated, { evidence })).toEqual({
      kind: "rows",
      rows: 7,
      problems: [],
    });
  });

  it.each([
    ["-3", "is no whole number from 1 to 2^53"],
    ["0", "is no whole number from 1 to 2^53"],
    ["0.5", "is no whole number from 1 to 2^53"],
    ["", "is empty"],
    ["x", "is not a number"],
    ["inf", "is NaN or infinite"],
  ])("with a count of %j answers nothing, and says on which line", async (count, says) => {
    const table = TABLE.replace("500", count);
    const needs: readonly Need[] = [
      recall(),
      recall({ slice: { sex: "f" } }),
      { kind: "groups", table: "t", column: "sex" },
      { kind: "rows", table: "t" },
    ];
    for (const need of needs) {
      const result = await answer(need, table);
      expect(result).toMatchObject({
        kind: "cannot-tell",
        says: `1 cell of "n" ${says}`,
        fix: expect.stringContaining("line 3 of t.csv"),
        at: { path: "t.csv", line: 3 },
      });
    }
  });

  it("that sums to what no number holds is not counted", async () => {
    const table = TABLE.replace("500", String(2 ** 53 - 1));
    expect(await answer({ kind: "rows", table: "t" }, table)).toMatchObject({
      kind: "cannot-tell",
      says: 'column "n": the counts sum to 2^53 or more, so rows cannot be counted exactly',
    });
  });

  it("with a line that cannot be read is not counted", async () => {
    expect(await answer({ kind: "rows", table: "t" }, `${TABLE}1,2\n`)).toMatchObject({
      kind: "cannot-tell",
      says: expect.stringContaining("1 row of t.csv cannot be read"),
      at: { line: 7 },
    });
  });

  it("is a table of rows when the card does not say that it counts", async () => {
    const table = TABLE.replace(",n,", ",count,");
    const { count: _, ...columns } = COLUMNS;
    const evidence = [{ id: "t", kind: "predictions", path: "t.csv", split: "test", columns }];
    expect(await answer({ kind: "rows", table: "t" }, table, { evidence })).toMatchObject({ rows: 5 });
  });
});
