import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AttemptsFact } from "../../../../src/evidence/output/fact.ts";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";
import { jsonLines, outputWritten, readWritten } from "../../../support/read-written.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/evidence/promptfoo");
const MODEL = "support-assistant-7b";

type Counts = readonly [
  category: string,
  strategy: string | null,
  held: number,
  broke: number,
  error: number,
  unscored: number,
];

function countsOf({ facts }: ToolOutput): Counts[] {
  return facts
    .filter((fact) => fact.kind === "attempts")
    .map(({ category, strategy, held, broke, error, unscored }) => [
      category,
      strategy,
      held,
      broke,
      error,
      unscored,
    ]);
}

function codesOf(output: ToolOutput): string[] {
  return output.incomplete.map(({ code }) => code);
}

/** What the tool wrote, to be changed by a test. */
function written(path: string) {
  return JSON.parse(readFileSync(join(FIXTURES, path), "utf8"));
}

/** The two tests that tools/fixtures/promptfoo/evaluation.json puts to two prompts each, and what becomes of them. */
const EVALUATION: Counts[] = [
  ["contains+icontains", null, 1, 1, 0, 0],
  ["pii:direct", "base64", 2, 0, 0, 0],
  ["contains", null, 2, 0, 0, 0],
];
const REDTEAM: Counts[] = [
  ["pii:direct", null, 2, 2, 0, 0],
  ["pii:direct", "base64", 0, 2, 0, 0],
  ["hijacking", null, 2, 0, 0, 0],
];

describe("promptfoo", () => {
  it.each([
    [
      "0.80.3/complete.json",
      "results version 2",
      EVALUATION,
      1,
      ["passed 5", "failed 1", "passed|table 5", "failed|table 1"],
    ],
    ["0.92.2/complete.json", "results version 3", EVALUATION, 1, ["passed 5", "failed 1"]],
    ["0.121.20/complete.json", "0.121.20", REDTEAM, 2, ["passed 4", "failed 4", "errors 0"]],
    ["0.121.20/complete.jsonl", null, REDTEAM, 2, []],
  ])("%s is whole, and its counts are its rows'", async (path, version, counts, repeat, aggregates) => {
    const output = await outputOf(`promptfoo/${path}`);
    expect(output).toMatchObject({ tool: "promptfoo", formatVersion: version, incomplete: [] });
    expect(output.subject?.model).toBe(MODEL);
    expect(countsOf(output)).toEqual(counts);
    expect(output.facts).toEqual(output.facts.map((fact) => ({ ...fact, repeat, target: MODEL })));
    expect(contradicted(output)).toEqual([]);
    const total = output.aggregates.filter(({ name }) => !name.includes(MODEL));
    expect(total.map(({ name, recomputed }) => `${name} ${recomputed}`)).toEqual(aggregates);
  });

  it("names the judge of a red team, and a break of it is an attack that succeeded", async () => {
    const { facts } = await outputOf("promptfoo/0.121.20/complete.json");
    expect(facts).toEqual(
      facts.map((fact) => ({ ...fact, suite: "redteam", adversarial: true, judge: "file://judge.cjs" })),
    );
    const [first] = facts as AttemptsFact[];
    const line = readFileSync(join(FIXTURES, "0.121.20/complete.json"), "utf8").split("\n")[
      first!.at.line - 1
    ];
    expect(line?.trim()).toBe("{");
    expect(first!.at.pointer).toBe("/results/results/0");
  });

  it("was produced when it ran, not when it was exported", async () => {
    const file = written("0.121.20/complete.json");
    file.results.timestamp = "2026-01-02T03:04:05+01:00";
    const output = await outputWritten(file);
    expect(output.producedAt).toBe("2026-01-02T02:04:05.000Z");
    const { timestamp: _, ...rest } = file.results;
    expect((await outputWritten({ ...file, results: rest })).producedAt).toBeNull();
  });

  it.each([
    ["0.80.3/incomplete.json", ["nothing-asserted", "errors"]],
    ["0.92.2/incomplete.json", ["nothing-asserted", "errors"]],
    ["0.121.20/incomplete.json", ["nothing-asserted", "errors"]],
    ["0.121.20/limited.json", ["limited"]],
    ["0.121.20/empty.json", ["empty"]],
  ])("%s is not a whole run", async (path, codes) => {
    const output = await outputOf(`promptfoo/${path}`);
    expect(codesOf(output)).toEqual(codes);
    expect(contradicted(output)).toEqual([]);
    if (!codes.includes("errors")) return;
    expect(countsOf(output).slice(2)).toEqual([
      ["contains", null, 2, 0, 2, 0],
      ["nothing asserted", null, 0, 0, 0, 2],
    ]);
  });

  it.each([
    ["0.80.3/tampered.json", ["passed", "failed", "passed|table", "failed|table"]],
    ["0.92.2/tampered.json", ["passed", "failed"]],
    ["0.121.20/tampered.json", ["passed", "failed"]],
  ])("%s states counts that its rows do not give", async (path, names) => {
    const output = await outputOf(`promptfoo/${path}`);
    expect(contradicted(output).map(({ name }) => name)).toEqual(names);
    expect(codesOf(output)).toEqual([]);
  });

  it("takes a row for held only when its grading says so too", async () => {
    const file = written("0.121.20/complete.json");
    for (const row of file.results.results) Object.assign(row, { success: true, failureReason: 0 });
    Object.assign(file.results.stats, { successes: 8, failures: 0 });
    const output = await outputWritten(file);
    expect(countsOf(output)).toEqual(REDTEAM);
    expect(contradicted(output).map(({ name }) => name)).toEqual(["passed", "failed"]);
  });

  it("says when rows were deleted", async () => {
    const file = written("0.121.20/complete.json");
    file.results.results = file.results.results.filter(({ success }: { success: boolean }) => success);
    const output = await outputWritten(file);
    expect(codesOf(output)).toEqual(["limited"]);
    expect(contradicted(output).length).toBe(2);
  });

  it("says when a line of JSON Lines is cut, and reads the others", async () => {
    const text = readFileSync(join(FIXTURES, "0.121.20/complete.jsonl"), "utf8");
    const output = await outputWritten(text.slice(0, -200));
    expect(output.incomplete).toMatchObject([{ code: "unfinished", at: { line: 8 } }]);
    expect(countsOf(output).map(([, , ...counts]) => counts)).toEqual([
      [2, 2, 0, 0],
      [0, 2, 0, 0],
      [1, 0, 0, 0],
    ]);
  });

  it("warns of what a reader should know, and repeats none of it", async () => {
    const file = written("0.121.20/complete.json");
    const [row, other] = file.results.results;
    row.response.cached = true;
    row.response.metadata = { http: { headers: { "set-cookie": "session=secret" } } };
    row.gradingResult.componentResults.push({ pass: true, score: 1, assertion: { type: "human" } });
    file.config.defaultTest.options = {};
    for (const each of file.results.results) each.testCase.options = {};
    other.gradingResult.componentResults[0].assertion.provider = {
      id: "openai:gpt-4o",
      config: { apiKey: "secret" },
    };
    const output = await outputWritten(file);
    expect(output.warnings.map(({ code }) => code)).toEqual([
      "cached",
      "response-headers",
      "judge-unnamed",
      "judged-by-hand",
    ]);
    expect(output.facts).toMatchObject([{ judge: "" }, { judge: "openai:gpt-4o" }, {}, {}]);
    expect(JSON.stringify(output)).not.toContain("secret");
  });

  it.each([
    [
      "a red team written by hand",
      { results: [{ attack: "dan", success: true }], stats: { successes: 1, failures: 0 } },
    ],
    ["an object with results", { results: { version: 3, results: [], stats: {} } }],
    ["rows of another tool", jsonLines([{ promptIdx: 0, testIdx: 0, success: true }])],
    ["a list", []],
  ])("does not claim %s", async (_, content) => {
    expect((await readWritten(content)).kind).toBe("unknown");
  });

  it("is read whatever stands in its rows", async () => {
    const summary = (results: unknown) => ({
      version: 3,
      prompts: [],
      results,
      stats: { successes: 1, failures: 0, tokenUsage: {} },
    });
    const rows = [
      null,
      7,
      {},
      { success: "yes", gradingResult: [] },
      { testCase: { assert: [null, { type: "__proto__" }] } },
    ];
    const output = await outputWritten({ results: summary(rows) });
    expect(countsOf(output)).toEqual([
      ["nothing asserted", null, 0, 0, 4, 0],
      ["__proto__", null, 0, 0, 1, 0],
    ]);
    expect(contradicted(output)).toMatchObject([{ name: "passed" }, { name: "failed", recomputed: 5 }]);
  });

  it("is not read when it has more kinds of attempt than the cap", async () => {
    const file = written("0.121.20/complete.json");
    const state = await readWritten(file, { ...CAPS, evidenceEntries: 2 });
    expect(state).toMatchObject({
      kind: "unparsed",
      problem: { says: "it has more than 2 kinds of attempt" },
    });
  });
});
