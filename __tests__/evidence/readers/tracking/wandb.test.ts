import { expect, test } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { outputOf } from "../../../support/read-fixture.ts";

const read = (content: unknown) => readOutput(bufferFile("f.json", JSON.stringify(content)), null, CAPS);

const VERSIONS = ["0.16.6", "0.31.0"];
/** With `define_metric`, 0.16 keeps nothing of the maps that are logged. */
const NESTED: Readonly<Record<string, number>> = { "0.31.0": 0.25 };

test.each(VERSIONS)("the summary of %s has the last value of each metric", async (version) => {
  const output = await outputOf(`wandb/${version}/complete.json`);
  const values = output.facts.map((fact) => fact.kind === "metric" && ([fact.name, fact.value] as const));
  expect(Object.fromEntries(values.filter((each) => each !== false))).toEqual({
    accuracy: 0.875,
    best_accuracy: 0.9375,
    ...(NESTED[version] === undefined ? {} : { "val.loss": NESTED[version] }),
    "val/auc": 0.5,
    "f1.min": 0.625,
    "f1.max": 0.8125,
    drift: null,
    perplexity: null,
    floor: null,
  });
  expect(output).toMatchObject({ producedAt: "2026-01-01T00:00:00.250Z", incomplete: [], aggregates: [] });
  expect(output.warnings.map(({ says }) => says).sort()).toEqual([
    "`checkpoint` is no number",
    "`converged` is no number",
    "`scores` is no number",
  ]);
});

test.each(VERSIONS)("a run of %s that failed before it logged is empty", async (version) => {
  expect((await outputOf(`wandb/${version}/incomplete.json`)).incomplete).toMatchObject([
    { code: "empty", says: expect.stringMatching(/no metric beside .*`_wandb`$/) },
  ]);
});

test.each(VERSIONS)("a number of %s that was made a word is none", async (version) => {
  const { facts, warnings } = await outputOf(`wandb/${version}/tampered.json`);
  expect(facts.map((fact) => fact.kind === "metric" && fact.name)).not.toContain("accuracy");
  expect(warnings.map(({ says }) => says)).toContain("`accuracy` is no number");
});

test("what is no finite number as text is a metric without a value", async () => {
  const state = await read({ _timestamp: 1, _step: 2, drift: "NaN" });
  expect(state).toMatchObject({ output: { facts: [{ name: "drift", value: null }] } });
});

test.each([
  ["a report with a time", { timestamp: 1, step: 2, accuracy: 0.9 }],
  ["a time that is text", { _timestamp: "1", _step: 2 }],
  ["a list", [{ _timestamp: 1, _step: 2 }]],
])("%s is not its file", async (_, content) => {
  expect((await read(content)).kind).toBe("unknown");
});

test("maps within maps end", async () => {
  const deep = JSON.parse(`${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`);
  expect(await read({ _timestamp: 1, _step: 1, deep })).toMatchObject({ kind: "output" });
});
