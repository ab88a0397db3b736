import { describe, expect, it, test } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { isDrift } from "../../../../src/evidence/readers/evaluation/evidently/suite-test.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";

const read = (content: unknown) => readOutput(bufferFile("r.json", JSON.stringify(content)), null, CAPS);

describe("Evidently", () => {
  test.each([
    ["0.7.14", null, ["failed", "failed", "failed", "passed", "passed", "passed"], 5],
    ["legacy", "0.7.14", ["failed", "failed", "failed", "passed"], 6],
  ])("%s, complete", async (version, formatVersion, outcomes, aggregates) => {
    const output = await outputOf(`evidently/${version}/complete.json`);
    expect(output).toMatchObject({ tool: "evidently", formatVersion, incomplete: [] });
    expect(contradicted(output)).toEqual([]);
    expect(output.aggregates).toHaveLength(aggregates);
    expect(output.facts.map((fact) => fact.kind === "check" && fact.outcome).sort()).toEqual(outcomes);
    const texture = output.facts.find((fact) => fact.kind === "check" && fact.column === "mean texture");
    expect(texture).toMatchObject({ outcome: "passed", value: expect.closeTo(0.4757, 3), threshold: 0.05 });
  });

  test.each([
    ["0.7.14", 3],
    ["legacy", 2],
  ])("%s, tampered", async (version, wrong) => {
    expect(contradicted(await outputOf(`evidently/${version}/tampered.json`))).toHaveLength(wrong);
  });

  test.each(["0.7.14", "legacy"])("%s, without tests", async (version) => {
    const output = await outputOf(`evidently/${version}/incomplete.json`);
    expect(output.incomplete).toMatchObject([{ code: "nothing-asserted" }]);
  });

  test.each([
    ["K-S p_value", 0.04, true],
    ["K-S p_value", 0.05, false],
    ["Wasserstein distance (normed)", 0.05, true],
    ["Wasserstein distance (normed)", 0.04, false],
  ])("drift by %s of %f with a threshold of 0.05: %s", (method, score, drift) => {
    expect(isDrift(score, 0.05, method)).toBe(drift);
  });

  it("tells of tests that were not evaluated", async () => {
    const tests = [{ name: "a", status: "ERROR" }, { name: "b", status: "SUCCESS", parameters: [] }, 1];
    const state = await read({ version: "0.4.40", tests, summary: { success_tests: 1, total_tests: "3" } });
    expect(state).toMatchObject({
      output: { incomplete: [{ code: "errors" }], facts: { 1: { outcome: "passed" } } },
    });
  });

  it.each([
    ["metrics of one's own", { metrics: [{ name: "accuracy", value: 0.9 }], tests: [] }],
    ["metrics without tests", { metrics: [{ id: "a", metric_id: "b", value: 1 }] }],
    ["tests of one's own", { version: "1", tests: [], summary: { passed: 3 } }],
  ])("does not claim %s", async (_, content) => {
    expect((await read(content)).kind).toBe("unknown");
  });
});

describe("Evidently's legacy report", () => {
  const METRICS = ["metric", "check"] as const;

  test.each([
    ["report-0.4", "0.4.40"],
    ["report-0.6", "0.6.7"],
  ])("%s, complete", async (folder, formatVersion) => {
    const output = await outputOf(`evidently/${folder}/complete.json`);
    expect(output).toMatchObject({ tool: "evidently", formatVersion, incomplete: [], producedAt: null });
    expect(output.aggregates).toHaveLength(45);
    expect(contradicted(output)).toEqual([]);
    const counts = METRICS.map((kind) => output.facts.filter((fact) => fact.kind === kind).length);
    expect(counts).toEqual([14, 5]);
    const recall = output.facts.find(
      (fact) => fact.kind === "metric" && fact.name === "recall" && fact.n === null,
    );
    expect(recall).toMatchObject({ value: 195 / 203, params: {} });
    const texture = output.facts.find((fact) => fact.kind === "check" && fact.column === "mean texture");
    expect(texture).toMatchObject({ outcome: "passed", threshold: 0.05 });
  });

  test.each(["report-0.4", "report-0.6"])("%s, tampered and empty", async (folder) => {
    const wrong = contradicted(await outputOf(`evidently/${folder}/tampered.json`));
    expect(wrong.map(({ name, recomputed }) => [name, recomputed])).toEqual([
      ["DatasetDriftMetric|number_of_drifted_columns", 4],
      ["DatasetDriftMetric|share_of_drifted_columns", 0.8],
      ["DatasetDriftMetric|dataset_drift", 1],
      ["current|recall", 195 / 203],
    ]);
    const { incomplete } = await outputOf(`evidently/${folder}/incomplete.json`);
    expect(incomplete).toMatchObject([{ code: "empty" }]);
  });

  const ABOUT = { version: "0.4.40", timestamp: "2024-03-11 09:00:00.000000" };

  it("tells of metrics without a result, and of a column's drift that its score denies", async () => {
    const column = {
      drift_score: 0.5,
      stattest_threshold: 0.05,
      stattest_name: "K-S p_value",
      drift_detected: true,
    };
    const metrics = [
      { metric: "DataDriftTable", result: { drift_by_columns: { age: column } } },
      { metric: "ColumnSummaryMetric", result: null },
    ];
    expect(await read({ ...ABOUT, metrics })).toMatchObject({
      output: {
        incomplete: [{ code: "errors", says: "1 of 2 metrics have no result, as ColumnSummaryMetric" }],
        aggregates: [{ name: "drift_detected|age", stated: 1, recomputed: 0 }],
      },
    });
  });

  it.each([
    ["a report of one's own", { ...ABOUT, metrics: [{ name: "accuracy", value: 0.9 }] }],
    ["a report without a time", { version: "1", metrics: [{ metric: "a", result: {} }] }],
    ["nothing under other keys", { ...ABOUT, metrics: [], author: "me" }],
  ])("does not claim %s", async (_, content) => {
    expect((await read(content)).kind).toBe("unknown");
  });
});
