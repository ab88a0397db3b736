import { expect, test } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { outputOf } from "../../../support/read-fixture.ts";

const read = (content: unknown) => readOutput(bufferFile("f.json", JSON.stringify(content)), null, CAPS);

test("a summary has the last value of each metric", async () => {
  const output = await outputOf("wandb/summary/complete.json");
  expect(output.facts.map((fact) => fact.kind === "metric" && [fact.name, fact.value])).toEqual([
    ["accuracy", 0.875],
    ["val.loss", 0.25],
    ["drift", null],
  ]);
  expect(output).toMatchObject({ producedAt: "2026-01-01T00:00:00.250Z", incomplete: [], aggregates: [] });
  expect(output.warnings).toMatchObject([{ code: "no-number", says: "`predictions` is no number" }]);
});

test("a run that logged nothing is empty", async () => {
  expect((await outputOf("wandb/summary/incomplete.json")).incomplete).toMatchObject([{ code: "empty" }]);
});

test("a number that was made a word is none", async () => {
  const { facts, warnings } = await outputOf("wandb/summary/tampered.json");
  expect(facts).toHaveLength(2);
  expect(warnings).toMatchObject([{ says: "`accuracy` is no number" }, {}]);
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
