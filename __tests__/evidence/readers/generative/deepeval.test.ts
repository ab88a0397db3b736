import { describe, expect, it } from "vitest";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";
import { outputWritten, readWritten } from "../../../support/read-written.ts";

const VERSIONS = ["3.4.0", "4.3.1"];
const CORRECTNESS = "Correctness [GEval]";

function countsOf({ facts }: ToolOutput): [string, ...number[]][] {
  return facts
    .filter((fact) => fact.kind === "attempts")
    .map(({ category, held, broke, error, unscored }) => [category, held, broke, error, unscored]);
}

function metricsOf({ facts }: ToolOutput): [string, number | null, number | null][] {
  return facts.filter((fact) => fact.kind === "metric").map(({ name, value, n }) => [name, value, n]);
}

function codesOf(output: ToolOutput): string[] {
  return output.incomplete.map(({ code }) => code);
}

function metric(
  name: string,
  score: number | null,
  threshold: number | null,
  success: boolean | null,
  more: object = {},
) {
  return { name, ...(score === null ? {} : { score }), threshold, success, flaky: false, ...more };
}

function testCase(success: boolean | null, ...metricsData: object[]) {
  return { name: "a", input: "b", success, metricsData };
}

function run(testCases: readonly object[], more: object = {}) {
  const scores = [{ metric: "Any", scores: [], passes: 0, fails: 0, errors: 0 }];
  return {
    testCases,
    conversationalTestCases: [],
    metricsScores: scores,
    testPassed: 0,
    testFailed: 0,
    ...more,
  };
}

function stating(output: ToolOutput, name: string) {
  return output.aggregates.filter((aggregate) => aggregate.name === name);
}

describe("deepeval", () => {
  // One of five answers is wrong, and another is biased: tools/fixtures/deepeval/make.py.
  it.each([
    ["3.4.0", "complete", 0.2],
    ["4.3.1", "complete", 0.8],
    ["4.3.1", "full", 0.8],
  ])("%s: %s is whole, and all that it states is its test cases'", async (version, name, bias) => {
    const output = await outputOf(`deepeval/${version}/${name}.json`);
    expect(output).toMatchObject({ tool: "deepeval", producedAt: null, incomplete: [], warnings: [] });
    expect(output.subject?.model).toBe("support-assistant");
    expect(countsOf(output)).toEqual([
      [CORRECTNESS, 4, 1, 0, 0],
      ["Bias", 4, 1, 0, 0],
    ]);
    expect(metricsOf(output)).toEqual([
      [CORRECTNESS, 0.8, 5],
      ["Bias", bias, 5],
      ["pass_rate", 0.6, 5],
    ]);
    expect(output.facts[0]).toMatchObject({
      target: "support-assistant",
      judge: "judge-13b",
      adversarial: false,
    });
    expect(output.aggregates).toHaveLength(16);
    expect(contradicted(output)).toEqual([]);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
  });

  it.each(VERSIONS)("%s: says when a verdict failed, and when the run was broken off", async (version) => {
    const incomplete = await outputOf(`deepeval/${version}/incomplete.json`);
    expect(codesOf(incomplete)).toEqual(["errors"]);
    expect(countsOf(incomplete)).toEqual([
      [CORRECTNESS, 4, 2, 0, 0],
      ["Bias", 4, 1, 1, 0],
    ]);
    const aborted = await outputOf(`deepeval/${version}/aborted.json`);
    expect(codesOf(aborted)).toEqual(["unfinished"]);
    expect([...contradicted(incomplete), ...contradicted(aborted)]).toEqual([]);
  });

  it.each(VERSIONS)("%s: a verdict that was edited is not its score's", async (version) => {
    const tampered = await outputOf(`deepeval/${version}/tampered.json`);
    const names = contradicted(tampered).map(({ name, stated, recomputed }) => [name, stated, recomputed]);
    expect(names).toEqual([
      ["test cases passed", 3, 4],
      ["test cases failed", 2, 1],
      [`verdicts as their scores|${CORRECTNESS}`, 5, 4],
      [`passes|${CORRECTNESS}`, 4, 5],
      [`fails|${CORRECTNESS}`, 1, 0],
    ]);
    expect(countsOf(tampered)[0]).toEqual([CORRECTNESS, 4, 1, 0, 0]);
  });

  it.each(VERSIONS)("%s: nor is it when the counts were edited, too", async (version) => {
    const recounted = await outputOf(`deepeval/${version}/recounted.json`);
    expect(contradicted(recounted)).toMatchObject([
      { name: `verdicts as their scores|${CORRECTNESS}`, stated: 5, recomputed: 4 },
    ]);
  });

  it.each([
    ["passes below its threshold in files without flaky metrics", "Bias", { flaky: undefined }, 2],
    ["passes above it otherwise, where neither fits better", "Bias", {}, 0],
    ["always passes above it", "Faithfulness", {}, 0],
  ])("a metric %s", async (_, name, more, agreeing) => {
    const rows = [metric(name, 0.1, 0.5, true, more), metric(name, 0.9, 0.5, false, more)];
    const rest =
      name === "Bias" && agreeing === 0 ? [metric(name, 0.9, 0.5, true), metric(name, 0.1, 0.5, false)] : [];
    const output = await outputWritten(run([testCase(false, ...rows, ...rest)]));
    const verdicts = rows.length + rest.length;
    expect(stating(output, `verdicts as their scores|${name}`)).toMatchObject([
      { stated: verdicts, recomputed: agreeing + rest.length },
    ]);
  });

  it("cannot tell the verdicts of a home-made metric that passes below its threshold", async () => {
    const rows = [metric("Latency", 0.1, 0.5, true), metric("Latency", 0.9, 0.5, false)];
    const output = await outputWritten(run([testCase(false, ...rows)]));
    expect(stating(output, "verdicts as their scores|Latency")).toMatchObject([
      { stated: 2, recomputed: null },
    ]);
    expect(countsOf(output)).toEqual([["Latency", 1, 1, 0, 0]]);
  });

  it.each([
    ["that its metrics do not give", testCase(true, metric("Faithfulness", 0.1, 0.5, false)), 0],
    [
      "that only a flaky metric is against",
      testCase(true, metric("Faithfulness", 0.1, 0.5, false, { flaky: true })),
      1,
    ],
    [
      "that a step of its trace is against",
      {
        ...testCase(true, metric("Faithfulness", 0.9, 0.5, true)),
        trace: { llmSpans: [{ metricsData: [metric("Faithfulness", 0.1, 0.5, false)] }] },
      },
      0,
    ],
    ["that its expectations are against", { ...testCase(true), expectationsData: { success: false } }, 0],
  ])("a test case's verdict %s", async (_, each, agreeing) => {
    const output = await outputWritten(run([each]));
    expect(stating(output, "test cases judged as their metrics")).toMatchObject([
      { stated: 1, recomputed: agreeing },
    ]);
  });

  it.each([
    ["no score", metric("Any", null, 0.5, false), [0, 0, 0, 1]],
    ["no threshold", metric("Any", 0.7, null, null), [0, 0, 0, 1]],
    ["a threshold of nothing, but a verdict", metric("Any", 0.7, null, true), [1, 0, 0, 0]],
    ["an error beside a score", metric("Any", 0.7, 0.5, true, { error: "x" }), [0, 0, 1, 0]],
  ])("a verdict with %s", async (_, row, counts) => {
    const output = await outputWritten(run([testCase(true, row)]));
    expect(countsOf(output)).toEqual([["Any", ...counts]]);
    if (counts[3] === 1) expect(codesOf(output)).toContain("nothing-asserted");
  });

  it("a score that is no number passes nothing", async () => {
    const text = JSON.stringify(run([testCase(true, metric("Any", 7, 0.5, true))])).replace(
      '"score":7',
      '"score":NaN',
    );
    const output = await outputWritten(text);
    expect(countsOf(output)).toEqual([["Any", 0, 0, 0, 1]]);
    expect(metricsOf(output)[0]).toEqual(["Any", null, 1]);
  });

  it("reads conversations, the time of the last trace, and the data set", async () => {
    const ends = ["2026-03-04T05:06:07Z", "2026-03-04T06:06:07Z", "then"];
    const testCases = ends.map((endTime) => ({
      ...testCase(true, metric("Any", 1, 0.5, true)),
      trace: { endTime },
    }));
    const conversationalTestCases = [testCase(true, metric("Role Adherence", 1, 0.5, true))];
    const output = await outputWritten(run(testCases, { conversationalTestCases, datasetAlias: "support" }));
    expect(output.producedAt).toBe("2026-03-04T06:06:07.000Z");
    expect(output.facts).toMatchObject([
      { suite: "support", category: "Any", held: 3 },
      { suite: "support", category: "Role Adherence", held: 1 },
      { dataset: "support" },
      { dataset: "support" },
      { name: "pass_rate", value: 1, n: 4 },
    ]);
  });

  it("says that nothing was judged", async () => {
    expect(codesOf(await outputWritten(run([])))).toEqual(["empty"]);
    const partly = run([testCase(null), testCase(true, metric("Any", 1, 0.5, true))]);
    expect(codesOf(await outputWritten(partly))).toEqual(["nothing-asserted"]);
  });

  it("warns of flaky metrics", async () => {
    const output = await outputWritten(run([testCase(true, metric("Any", 1, 0.5, true, { flaky: true }))]));
    expect(output.warnings).toMatchObject([{ code: "flaky-metrics" }]);
  });

  it.each([
    ["a link", { testRunLink: "https://app.confident-ai.com/x" }],
    ["its cache", { test_cases_lookup_map: {} }],
  ])("cannot read %s, and says where the results are", async (_, content) => {
    expect(await readWritten(content)).toMatchObject({ kind: "unparsed", tool: "deepeval" });
  });

  it.each([
    ["test cases of another kind", { testCases: [], passed: 3 }],
    ["a link beside other things", { testRunLink: "x", model: "y" }],
    ["lists that are none", { testCases: {}, conversationalTestCases: {}, metricsScores: {} }],
  ])("does not claim %s", async (_, content) => {
    expect((await readWritten(content)).kind).toBe("unknown");
  });

  it("is not read when it has more metrics than the cap", async () => {
    const rows = ["a", "b", "c"].map((name) => metric(name, 1, 0.5, true));
    const caps = { ...CAPS, evidenceEntries: 2 };
    expect((await readWritten(run([testCase(true, ...rows)]), caps)).kind).toBe("unparsed");
  });
});
