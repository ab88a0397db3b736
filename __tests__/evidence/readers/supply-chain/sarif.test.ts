import { describe, expect, test } from "vitest";
import { outputOf } from "../../../support/read-fixture.ts";
import { readJson, summary } from "./told.ts";

const scan = (tool: string) => `scan by ${tool} of ?`;
const BANDIT = ["low B403 in src/train.py", "low B404 in src/train.py", "medium B301 in src/train.py"];
const MODEL = "src/load model.py";

describe("SARIF as scanners write it", () => {
  test.each([
    [
      "bandit/complete",
      [scan("Bandit"), ...BANDIT, "high B324 in src/train.py", "high B602 in src/train.py"],
      [],
      [],
    ],
    [
      "bandit/incomplete",
      [...BANDIT, "high B324 in src/train.py", "high B602 in src/train.py"],
      ["errors"],
      [],
    ],
    [
      "bandit/filtered",
      [
        scan("Bandit"),
        "medium B301 in src/train.py",
        "high B324 in src/train.py",
        "high B602 in src/train.py",
      ],
      ["limited"],
      [],
    ],
    [
      "bandit/tampered",
      [scan("Bandit"), ...BANDIT, "high B324 in src/train.py", "low B602 in src/train.py"],
      ["limited"],
      ["issues|LOW: 2, not 3"],
    ],
    [
      "semgrep/complete",
      [scan("Semgrep OSS"), "high unsafe-pickle in src/train.py", "medium weak-hash in src/train.py"],
      [],
      [],
    ],
    ["semgrep/clean", [scan("Semgrep OSS")], [], []],
    ["ruff/nothing", [], ["unfinished"], []],
    [
      "codeql/complete",
      [
        scan("CodeQL"),
        `critical py/unsafe-deserialization in ${MODEL}`,
        `critical py/unsafe-deserialization in ${MODEL} (suppressed)`,
        `critical py/unsafe-deserialization in ${MODEL}`,
        `low py/unused-import in ${MODEL}`,
      ],
      [],
      [],
    ],
    ["codeql/incomplete", [], ["aborted"], []],
    ["codeql/tampered", [scan("CodeQL"), `unknown py/unsafe-deserialization in ${MODEL}`], [], []],
  ])("%s", async (path, facts, incomplete, contradicted) => {
    const output = await outputOf(`sarif/${path}.sarif`);
    expect(summary(output)).toEqual({ facts, incomplete, contradicted });
    expect(output).toMatchObject({ tool: "sarif", formatVersion: "2.1.0" });
  });

  test("a run that does not say that it ended keeps its issues and vouches for nothing", async () => {
    const { facts, incomplete } = await outputOf("sarif/ruff/incomplete.sarif");
    expect(facts.map(({ kind }) => kind)).not.toContain("scan");
    expect(facts.length).toBeGreaterThan(2);
    expect(incomplete).toMatchObject([{ code: "unfinished" }]);
  });

  test("its time is that of the run's end, where it says one", async () => {
    expect((await outputOf("sarif/bandit/complete.sarif")).producedAt).toBe("2026-05-04T10:00:00.000Z");
    expect((await outputOf("sarif/semgrep/complete.sarif")).producedAt).toBeNull();
  });
});

const log = (run: object) => ({
  version: "2.1.0",
  runs: [
    { tool: { driver: { name: "x" } }, invocations: [{ executionSuccessful: true }], results: [], ...run },
  ],
});

async function read(content: unknown) {
  const state = await readJson(content);
  if (state.kind !== "output") throw new Error(state.kind);
  return summary(state.output);
}

describe("what a run says", () => {
  const rules = (rule: object) => ({ tool: { driver: { name: "x", rules: [{ id: "r", ...rule }] } } });
  test.each([
    ["no level, no rule", {}, { ruleId: "r" }, "medium"],
    ["the rule's level", rules({ defaultConfiguration: { level: "error" } }), { ruleId: "r" }, "high"],
    [
      "its own level",
      rules({ defaultConfiguration: { level: "error" } }),
      { ruleId: "r", level: "note" },
      "low",
    ],
    ["a rule's part", rules({ defaultConfiguration: { level: "error" } }), { ruleId: "r/1" }, "high"],
    [
      "a score that is text",
      rules({ properties: { "security-severity": "9.0" } }),
      { ruleId: "r" },
      "critical",
    ],
    ["a score of none", rules({ properties: { "security-severity": "11" } }), { ruleId: "r" }, "unknown"],
    ["a level of none", {}, { ruleId: "r", level: "fatal" }, "unknown"],
    ["a kind to be reviewed", {}, { ruleId: "r", kind: "review", level: "none" }, "unknown"],
    ["an index out of range", {}, { ruleId: "r", ruleIndex: -4, level: "error" }, "high"],
  ])("%s", async (_, run, result, severity) => {
    expect((await read(log({ ...run, results: [result] }))).facts[1]).toMatch(
      new RegExp(`^${severity} r(?:/1)? in null$`),
    );
  });

  test.each([
    ["passed", { kind: "pass" }, 1],
    ["gone since the baseline", { baselineState: "absent" }, 1],
    ["new since the baseline", { baselineState: "new" }, 2],
  ])("a result that is %s", async (_, result, facts) => {
    expect((await read(log({ results: [{ ruleId: "r", ...result }] }))).facts).toHaveLength(facts);
  });

  test.each([
    ["no results", { results: null }, ["unfinished"]],
    ["results elsewhere", { results: null, externalPropertyFileReferences: { results: [{}] } }, ["limited"]],
    ["no invocation", { invocations: [] }, ["unfinished"]],
    ["an invocation that says nothing", { invocations: [{}] }, ["aborted"]],
    [
      "one of two failed",
      { invocations: [{ executionSuccessful: true }, { executionSuccessful: false }] },
      ["aborted"],
    ],
  ])("%s is no clean scan", async (_, run, incomplete) => {
    expect(await read(log(run))).toMatchObject({ facts: [], incomplete });
  });

  test("files are covered where they are named as what was looked at", async () => {
    const artifacts = [
      { location: { uri: "model.pkl" }, roles: ["analysisTarget"] },
      { location: { uri: "notes.txt" } },
    ];
    expect((await read(log({ artifacts }))).facts).toEqual(["scan by x of model.pkl"]);
  });

  test("a file without a run is empty", async () => {
    expect(await read({ version: "2.1.0", runs: [] })).toMatchObject({ facts: [], incomplete: ["empty"] });
  });
});

describe("what is no SARIF that is read", () => {
  test.each([
    [
      "an older version",
      { $schema: "https://json.schemastore.org/sarif-2.0.0.json", version: "2.0.0", runs: [{ tool: {} }] },
      "unparsed",
    ],
    ["runs of something else", { version: "2.1.0", runs: [{ id: 1 }] }, "unknown"],
    ["runs without a version", { runs: [{ tool: {} }] }, "unknown"],
    ["runs that are a map", { version: "2.1.0", runs: {} }, "unknown"],
  ])("%s", async (_, content, kind) => {
    expect(await readJson(content)).toMatchObject({ kind });
  });

  test.each([
    [
      "results",
      { results: [1, null, "x", [], { rule: [], locations: {}, message: 4, suppressions: [null] }] },
    ],
    [
      "rules",
      {
        tool: { driver: { name: 4, rules: [null, 7, { id: {} }] }, extensions: [3] },
        results: [{ ruleIndex: 1e99 }],
      },
    ],
    [
      "names of objects' own",
      { results: [{ ruleId: "__proto__" }, { ruleId: "constructor", level: "error" }] },
    ],
    [
      "paths",
      {
        results: [
          { ruleId: "r", locations: [{ physicalLocation: { artifactLocation: { uri: "%E0%A4%A" } } }] },
        ],
      },
    ],
  ])("hostile %s", async (_, run) => {
    expect(await readJson(log(run))).toMatchObject({ kind: "output" });
  });
});
