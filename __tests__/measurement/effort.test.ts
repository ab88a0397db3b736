import { describe, expect, it } from "vitest";
import { Effort } from "../../src/measurement/effort.ts";
import { measureTable } from "../../src/measurement/measure-table.ts";
import type { MetricNeed } from "../../src/measurement/need.ts";
import { planOf } from "../../src/measurement/plan.ts";
import { dossierOf, folder } from "../support/dossier.ts";

function begun(metrics: number, rows: number): (string | undefined)[] {
  const effort = new Effort();
  return Array.from({ length: metrics }, () => {
    const refused = effort.begin();
    if (!refused) effort.read(rows);
    return refused?.kind;
  });
}

async function measuredOf(rows: number) {
  const columns = { label: "y", prediction: "p" };
  const { model, tables } = await dossierOf(
    folder(
      { evidence: [{ id: "t", kind: "predictions", path: "t.csv", columns }] },
      { "t.csv": "y,p\n1,1\n" },
    ),
  );
  const [evidence] = tables;
  if (evidence?.content.kind !== "read") throw new Error("the table is not read");
  const badRows = { count: 0, first: [], why: "" };
  const frame = {
    evidence,
    roles: evidence.content.reading.roles,
    table: { rows, columns: new Map(), badRows },
  };
  const needs = Array.from({ length: 101 }, (_, index): MetricNeed => {
    const decision = { threshold: index / 101 };
    const [weighted, slice, confidence] = [false, {}, 0.95];
    return {
      kind: "metric",
      table: "t",
      metric: "recall",
      parameters: {},
      decision,
      weighted,
      slice,
      confidence,
    };
  });
  const plan = planOf(needs).tables.get("t");
  if (!plan) throw new Error("nothing is planned");
  return JSON.stringify([...measureTable(frame, model, plan, new Effort()).values()]);
}

describe("measureTable", () => {
  it("counts its passes over the rows, and ends when they are too many", async () => {
    expect(await measuredOf(500_000_001)).toContain("in good time");
    expect(await measuredOf(500_000_000)).not.toContain("in good time");
  });
});

describe("Effort", () => {
  it("measures a hundred metrics of the largest table there may be", () => {
    expect(begun(101, 50_000_000)).toEqual([...Array(100).fill(undefined), "cannot-tell"]);
  });

  it("measures as many as a card may have of a table of everyday size", () => {
    expect(begun(5_000, 90_000)).not.toContain("cannot-tell");
  });

  it("ends thousands of readings of hundreds of thousands of rows", () => {
    expect(begun(5_000, 200_000).filter(Boolean)).toHaveLength(2_499);
  });
});
