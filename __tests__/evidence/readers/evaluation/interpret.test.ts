import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf, readFixture } from "../../../support/read-fixture.ts";

const VERSION = "interpret/0.7.8";
const FIXTURES = join(import.meta.dirname, "../../../fixtures/evidence", VERSION);
const json = (name: string) =>
  JSON.parse(readFileSync(join(FIXTURES, name), "utf8").replaceAll(/\bNaN\b/g, "null"));
const read = (content: unknown) => readOutput(bufferFile("x", JSON.stringify(content)), null, CAPS);
const ADDS = "rows where intercept + scores = predicted_score";

async function importances(name: string): Promise<Record<string, number>> {
  const { facts } = await outputOf(`${VERSION}/${name}`);
  return Object.fromEntries(
    facts.flatMap((fact) => (fact.kind === "importance" ? [[fact.feature, fact.value ?? Number.NaN]] : [])),
  );
}

describe("interpret", () => {
  test.each([
    ["complete", 10],
    ["complete-model.json", 4],
    ["complete.json", 1],
    ["complete-three-classes.json", 1],
    ["complete-regression.json", 1],
  ])("%s holds together", async (name, aggregates) => {
    const output = await outputOf(`${VERSION}/${name}`);
    expect(output).toMatchObject({ tool: "interpret", incomplete: [], warnings: [] });
    expect(output.aggregates).toHaveLength(aggregates);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
    expect(contradicted(output)).toEqual([]);
  });

  it("gives the importances that the tool gives, from the model's bins", async () => {
    const { overall } = json("complete/global.json");
    const stated = overall.names.map((name: string, index: number) => [name, overall.scores[index]]);
    const own = await importances("complete-model.json");
    expect(Object.keys(own)).toEqual(overall.names);
    for (const [name, value] of stated) expect(own[name]).toBeCloseTo(value, 9);
  });

  it("gives the mean over the rows where only rows are there", async () => {
    const rows: { scores: number[] }[] = json("complete.json").specific;
    const mean = rows.reduce((sum, { scores }) => sum + Math.abs(scores[1]!), 0) / rows.length;
    expect((await importances("complete.json"))["mean texture"]).toBeCloseTo(mean, 12);
  });

  test.each([
    ["tampered.json", [{ name: ADDS, stated: 12, recomputed: 6 }]],
    ["tampered-model.json", [{ name: "bin_weights|mean texture", stated: 569 }]],
    ["tampered", ["mean radius", "mean texture", "mean perimeter", "mean radius & mean texture"]],
  ])("%s contradicts itself", async (name, expected) => {
    const wrong = contradicted(await outputOf(`${VERSION}/${name}`));
    expect(wrong).toMatchObject(
      expected.map((each) => (typeof each === "string" ? { name: `importance|${each}` } : each)),
    );
  });

  test.each([
    ["incomplete.json", "limited", "4 of the 12 rows"],
    ["incomplete", "limited", "4 of the 12 rows"],
    ["incomplete-model.json", "empty", "no term of the model"],
  ])("%s is not whole", async (name, code, says) => {
    const { incomplete } = await outputOf(`${VERSION}/${name}`);
    expect(incomplete).toMatchObject([{ code, says: expect.stringContaining(says) }]);
  });

  it("holds rows against the model that is beside them", async () => {
    const { aggregates } = await outputOf(`${VERSION}/complete`);
    expect(aggregates.at(-1)).toMatchObject({
      name: "rows explained with the model's scores",
      stated: 12,
      recomputed: 12,
    });
  });

  it("cannot give stated importances again without the model", async () => {
    const state = await read(json("complete/global.json").overall);
    expect(state).toMatchObject({ kind: "output", output: { facts: { length: 4 } } });
    if (state.kind === "output")
      expect(state.output.aggregates.every(({ recomputed }) => recomputed === null)).toBe(true);
  });

  const row = json("complete-regression.json")[0];
  test.each([
    ["a row without scores", { ...row, scores: [] }],
    ["a row of another model", { ...row, names: ["bmi", "age"] }],
    ["a row without its intercept", { ...row, extra: {} }],
    ["a row that does not say what it is", { ...row, perf: { predicted_score: 1 } }],
    ["scores in words", { ...row, scores: ["high", "low"] }],
  ])("does not understand %s", async (_, broken) => {
    expect(await read([row, broken])).toMatchObject({ kind: "unparsed", tool: "interpret" });
  });

  it("does not understand an explanation that no longer has the rows that it was asked about", async () => {
    const { specific, mli } = json("incomplete.json");
    expect(await read({ specific, mli })).toMatchObject({ output: { incomplete: [{ code: "limited" }] } });
    expect(await read({ specific, mli: [] })).toMatchObject({ kind: "unparsed", tool: "interpret" });
  });

  it("tells rows that have no number", async () => {
    const state = await read([
      { ...row, scores: [null, 1] },
      { ...row, perf: { ...row.perf, predicted_score: null } },
    ]);
    expect(state).toMatchObject({ output: { incomplete: [{ code: "errors" }, { code: "errors" }] } });
  });

  it("knows the logarithm as a link, and that it does not know others", async () => {
    const rate = (score: number) => ({ ...row, perf: { ...row.perf, predicted_score: score } });
    const sum = row.extra.scores[0] + row.scores[0] + row.scores[1];
    const small = { ...row, extra: { names: ["Intercept"], scores: [1] }, scores: [0.5, 0.25] };
    const byLog = { ...small, perf: { ...row.perf, predicted_score: Math.exp(1.75) } };
    expect(await read(byLog)).toMatchObject({ output: { aggregates: [{ recomputed: 1 }] } });
    expect(await read(rate(sum ** 2))).toMatchObject({ output: { aggregates: [{ recomputed: null }] } });
    expect(await read(rate(sum))).toMatchObject({ output: { aggregates: [{ recomputed: 1 }] } });
  });

  test.each([
    ["a plot's data", { type: "univariate", names: ["a"], scores: [1], density: {}, extra: 1 }],
    ["scores of a leaderboard", { names: ["a", "b"], scores: [1, 2] }],
    ["another `version`", { version: "1", ebm: "yes" }],
    ["rows without a prediction", [{ names: ["a"], scores: [1], values: [1], extra: {}, perf: {} }]],
  ])("does not claim %s", async (_, content) => {
    expect(await read(content)).toMatchObject({ kind: "unknown" });
  });

  it("refuses a model with fewer scores than bins", async () => {
    const model = json("complete-model.json");
    model.ebm.terms[0].scores.pop();
    expect(await read(model)).toMatchObject({
      kind: "unparsed",
      problem: { says: expect.stringContaining("term 1") },
    });
  });

  it("is told by its content in a folder, too", async () => {
    expect(await readFixture(`${VERSION}/complete`, "interpret")).toMatchObject({ kind: "output" });
  });
});
