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
