import { describe, expect, it } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";

const read = (content: unknown) => readOutput(bufferFile("s.json", JSON.stringify(content)), null, CAPS);
const fixture = (name: string) => outputOf(`deepchecks/0.19.1/${name}.json`);

describe("a deepchecks suite", () => {
  it("gives each condition", async () => {
    const { facts, aggregates, incomplete } = await fixture("complete");
    expect(facts.map((fact) => fact.kind === "check" && fact.outcome)).toEqual([
      "failed",
      "passed",
      "passed",
    ]);
    expect(aggregates).toMatchObject([{ stated: 0, recomputed: 0, rows: 2 }]);
    expect(incomplete).toEqual([]);
  });

  it("with a check that could not run", async () => {
    const { facts, incomplete } = await fixture("incomplete");
    expect(incomplete).toMatchObject([{ code: "errors", says: expect.stringContaining("1 of") }]);
    expect(facts.at(-1)).toMatchObject({ name: "Model Info", outcome: "error" });
  });

  it("whose drift was made a pass", async () => {
    expect(contradicted(await fixture("tampered"))).toMatchObject([{ stated: 1, recomputed: 0 }]);
  });

  it.each([
    [
      "without conditions",
      [{ type: "CheckResult", header: "a", conditions_results: null }],
      ["nothing-asserted"],
    ],
    ["with results that are none", [1, null], ["nothing-asserted", "errors"]],
    ["that is empty", [], ["nothing-asserted"]],
  ])("%s", async (_, results, codes) => {
    const state = await read({ type: "SuiteResult", name: "s", results });
    expect(state.kind === "output" && state.output.incomplete.map(({ code }) => code)).toEqual(codes);
  });

  const drift = (value: unknown, Condition?: string) => ({
    type: "SuiteResult",
    results: [
      {
        type: "CheckResult",
        header: "Feature Drift",
        ...(value === undefined ? {} : { value }),
        conditions_results: [{ Status: "PASS", ...(Condition === undefined ? {} : { Condition }) }],
      },
    ],
  });
  const LIMITS = "categorical drift score < 0.2 and numerical drift score < 0.2";
  const score = { "Drift score": 0.1, Method: "Kolmogorov-Smirnov" };
  it.each([
    ["the scores are there", drift({ a: score }, LIMITS), [1]],
    ["a score is missing", drift({ a: score, b: { Method: "Cramer's V" } }, LIMITS), [null]],
    ["a method is missing", drift({ a: { "Drift score": 0.1 } }, LIMITS), [null]],
    ["the limit is missing", drift({ a: score }), [null]],
    ["all scores are missing", drift(undefined, LIMITS), [null]],
    ["the condition is another", drift(undefined, "Model score > 0.5"), []],
    ["the check is another", drift({ a: { Size: 3 } }, "Size > 2"), []],
  ])("holds a condition of drift against its scores where %s", async (_, suite, recomputed) => {
    const state = await read(suite);
    expect(state.kind === "output" && state.output.aggregates.map((each) => each.recomputed)).toEqual(
      recomputed,
    );
  });

  it("is not a suite of one's own", async () => {
    expect((await read({ type: "Suite", results: [] })).kind).toBe("unknown");
  });
});
