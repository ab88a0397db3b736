import { describe, expect, test } from "vitest";
import type { Fact, FactKind, FactOf } from "../../../../src/evidence/output/fact.ts";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { contradicted, outputOf, readFixture } from "../../../support/read-fixture.ts";

function ofKind<K extends FactKind>({ facts }: ToolOutput, kind: K): readonly FactOf<K>[] {
  return facts.filter((fact: Fact): fact is FactOf<K> => fact.kind === kind);
}

const valuesOf = (output: ToolOutput) =>
  new Map(ofKind(output, "metric").map(({ name, value }) => [name, value]));

/** 114 of 130 found, no false alarm among 39: scikit-learn's model of the script that made the stores. */
const EVALUATED = {
  true_positives: 114,
  false_negatives: 16,
  true_negatives: 39,
  false_positives: 0,
  accuracy_score: (114 + 39) / 169,
  recall_score: 114 / 130,
  precision_score: 1,
  f1_score: (2 * 114) / (2 * 114 + 16),
};

describe.each(["2.16", "3.17", "2.16-database", "3.17-database"])("the store of MLflow %s", (version) => {
  const ending = version.endsWith("database") ? ".db" : "";

  test("gives the metrics of the registered run alone", async () => {
    const output = await outputOf(`mlflow/${version}/complete${ending}`);
    expect(output.incomplete).toEqual([]);
    expect(contradicted(output)).toEqual([]);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
    expect(output.aggregates.length).toBeGreaterThanOrEqual(5);
    expect(output).toMatchObject({
      tool: "mlflow",
      subject: { model: "credit-default", version: "1" },
      producedAt: expect.stringMatching(/^2026-\d\d-\d\dT[\d:.]+Z$/),
    });
    const metrics = ofKind(output, "metric").map(({ name }) => name);
    expect(new Set(metrics).size).toBe(metrics.length);
    const values = valuesOf(output);
    for (const [name, value] of Object.entries(EVALUATED)) expect(values.get(name)).toBeCloseTo(value, 12);
  });

  test("takes the last step of a history, and NaN for nothing", async () => {
    const values = valuesOf(await outputOf(`mlflow/${version}/complete${ending}`));
    expect(values.get("loss")).toBe(0.45);
    expect(values.get("val/accuracy")).toBe(0.875);
    expect(values.get("drift")).toBeNull();
  });

  test("has the registry's versions and the data sets", async () => {
    const output = await outputOf(`mlflow/${version}/complete${ending}`);
    expect(ofKind(output, "version")).toMatchObject([
      { model: "credit-default", version: "1", stage: null, aliases: ["champion"] },
    ]);
    expect(ofKind(output, "dataset")).toContainEqual(
      expect.objectContaining({ name: "loans-test", rows: 169, split: "test" }),
    );
  });

  test("of a run that failed is aborted", async () => {
    const { incomplete } = await outputOf(`mlflow/${version}/incomplete${ending}`);
    expect(incomplete).toMatchObject([{ code: "aborted", says: "the run candidate failed" }]);
  });

  test("that was edited contradicts itself", async () => {
    const [first, ...others] = contradicted(await outputOf(`mlflow/${version}/tampered${ending}`));
    expect(first).toMatchObject({ name: expect.stringContaining("accuracy_score"), rows: 169 });
    expect(first?.stated).toBeCloseTo(EVALUATED.accuracy_score + 0.03, 5);
    expect(first?.recomputed).toBeCloseTo(EVALUATED.accuracy_score, 12);
    // MLflow 3 and the database keep the number a second time.
    expect(others).toHaveLength(version === "2.16" ? 0 : 1);
    for (const other of others) expect(other.recomputed).toBeCloseTo(EVALUATED.accuracy_score, 12);
  });
});

test("MLflow 3 says of which data set a metric is", async () => {
  const output = await outputOf("mlflow/3.17/complete");
  const metric = (wanted: string) => ofKind(output, "metric").find(({ name }) => name === wanted);
  expect(metric("accuracy_score")).toMatchObject({ dataset: "loans-test", split: "test", at: { line: 2 } });
  expect(metric("loss")).toMatchObject({ dataset: null, split: null });
});

describe.each(["2.16", "3.17"])("what MLflow %s writes beside its store", (version) => {
  test("an evaluation's folder", async () => {
    const whole = await outputOf(`mlflow/${version}-evaluate/complete`);
    const values = valuesOf(whole);
    for (const [name, value] of Object.entries(EVALUATED)) expect(values.get(name)).toBeCloseTo(value, 12);
    expect(contradicted(whole)).toEqual([]);
    expect((await outputOf(`mlflow/${version}-evaluate/incomplete`)).incomplete).toMatchObject([
      { code: "empty" },
    ]);
    const [edited, ...others] = contradicted(await outputOf(`mlflow/${version}-evaluate/tampered`));
    expect(edited).toMatchObject({ name: "recall_score", rows: 169, at: { pointer: "/recall_score" } });
    expect(edited?.recomputed).toBeCloseTo(114 / 130, 12);
    expect(others).toEqual([]);
  });

  test("a model's file", async () => {
    const whole = await outputOf(`mlflow/${version}-model/complete.yaml`);
    expect(whole).toMatchObject({
      formatVersion: expect.stringMatching(`^${version}`),
      incomplete: [],
      warnings: [],
    });
    expect(whole.producedAt).toMatch(/^2026-.*Z$/);
    const [lineage] = ofKind(whole, "lineage");
    expect(lineage).toMatchObject({ job: expect.stringMatching(/^run [0-9a-f]{32}$/) });
    expect(lineage?.outputs).toEqual([
      expect.stringMatching(version === "2.16" ? /^models:\/[0-9a-f]{32}$/ : /^models:\/m-/),
    ]);
    const { incomplete } = await outputOf(`mlflow/${version}-model/incomplete.yaml`);
    expect(incomplete).toMatchObject([{ code: "empty", at: { pointer: "/flavors" } }]);
    expect(await readFixture(`mlflow/${version}-model/tampered.yaml`)).toMatchObject({
      kind: "unparsed",
      tool: "mlflow",
      problem: { says: "`signature/inputs` is no list of columns" },
    });
  });
});
