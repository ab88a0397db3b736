import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/measurement/analysis/analysis.ts";
import { blocksOf } from "../../docs/pages.ts";
import { analysed, LOANS } from "../../support/analysed.ts";
import { differences, numbersIn } from "../../support/differences.ts";

const ROWS = { fixture: "warehouse/predictions.parquet" };
const WRITTEN = ["duckdb.parquet", "duckdb.csv", "spark.parquet", "spark.csv"] as const;

describe.each(WRITTEN)("the counts that %s holds", (name) => {
  const counts = { fixture: `warehouse/${name}` };

  it("give every number that the rows give, and nearly all of them to the bit", async () => {
    const rows = measuresOf(await analysed(ROWS, LOANS));
    const counted = measuresOf(await analysed(counts, { ...LOANS, count: "count" }));
    expect(differences(rows, counted, 1e-12)).toEqual([]);
    const numbers = numbersIn(rows).length;
    expect(numbers).toBeGreaterThan(1000);
    expect(differences(rows, counted, 0).length / numbers).toBeLessThan(0.07);
  });

  it("give the change from the rows as well", async () => {
    const change = { ...LOANS, count: "count" };
    const { changes } = await analysed(counts, change, counts);
    expect(changes.map(({ measures }) => measures.value?.psi.value?.value)).toEqual([0, 0, 0, 0, 0]);
    const { file } = await analysed(counts, change);
    expect(file).toMatchObject({ rows: 6000, lines: 606 });
  });
});

function measuresOf({ metrics, calibration, curves, segments, classes, positive }: Analysis): object {
  return { metrics, calibration, curves, segments, classes, positive };
}

it("the queries of the page are those that were run", () => {
  const versions: unknown = JSON.parse(
    readFileSync(new URL("fixtures/warehouse/versions.json", import.meta.url), "utf8"),
  );
  const digest = (language: string) =>
    blocksOf("docs/pre-aggregated.md", language).map(({ text }) =>
      createHash("sha256").update(text).digest("hex"),
    );
  expect(versions).toMatchObject({ ran: { sql: digest("sql")[0], python: digest("python")[0] } });
  expect([...digest("sql"), ...digest("python")]).toHaveLength(2);
});
