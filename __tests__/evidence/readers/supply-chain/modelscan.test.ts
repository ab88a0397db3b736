import { describe, expect, test } from "vitest";
import { outputOf } from "../../../support/read-fixture.ts";
import { readJson, summary } from "./told.ts";

const UNSAFE = "critical PickleUnsafeOpScan posix.system in model.pkl";

describe.each(["0.5.2", "0.8.8"])("ModelScan %s", (version) => {
  test.each([
    ["complete", [["model.pkl"]], [], [], []],
    ["unsafe", [["model.pkl", "other.pkl"]], [UNSAFE], [], []],
    ["incomplete", [["model.pkl"]], [], ["errors"], []],
    ["empty", [[]], [], ["empty"], []],
    ["tampered", [["model.pkl", "other.pkl"]], [], [], ["issues: 1, not 0", "issues|CRITICAL: 1, not 0"]],
  ])("%s", async (name, covered, issues, incomplete, contradicted) => {
    const output = await outputOf(`modelscan/${version}/${name}.json`);
    const scans = output.facts.flatMap((fact) =>
      fact.kind === "scan" ? [[...(fact.covered ?? [])].sort()] : [],
    );
    expect(scans).toEqual(covered);
    const { facts, ...rest } = summary(output);
    expect(facts.slice(1)).toEqual(issues);
    expect(rest).toEqual({ incomplete, contradicted });
    expect(output).toMatchObject({
      tool: "modelscan",
      formatVersion: version,
      producedAt: "2026-05-04T10:00:00.000Z",
    });
    expect(output.warnings.map(({ code }) => code)).toContain("no-zone");
  });
});

describe("a report of ModelScan", () => {
  const summaryOf = (more: object) => ({
    modelscan_version: "0.8.8",
    total_issues_by_severity: {},
    scanned: { total_scanned: 1, scanned_files: ["a.pkl"] },
    ...more,
  });

  test("that names more files than it counted", async () => {
    const scanned = { total_scanned: 1, scanned_files: ["a.pkl", "model.pkl"] };
    const state = await readJson({ summary: summaryOf({ scanned }), issues: [], errors: [] });
    if (state.kind !== "output") throw new Error(state.kind);
    expect(summary(state.output).contradicted).toEqual(["files scanned: 1, not 2"]);
  });

  test("with what it skipped", async () => {
    const skipped = { total_skipped: 1, skipped_files: [{ source: "b.bin" }] };
    const state = await readJson({ summary: summaryOf({ skipped }), errors: [] });
    expect(state).toMatchObject({ output: { warnings: [{ code: "skipped" }, { code: "no-zone" }] } });
  });

  test("without a list of errors is not a whole one", async () => {
    expect(await readJson({ summary: summaryOf({}) })).toMatchObject({
      output: { incomplete: [{ code: "unfinished" }] },
    });
  });

  test.each([
    ["a severity of its own", [{ severity: "SEVERE" }]],
    ["no issue at all", [7]],
  ])("with %s", async (_, issues) => {
    const state = await readJson({ summary: summaryOf({}), issues, errors: [] });
    expect(state).toMatchObject({
      output: { facts: [{}, { kind: "issue", severity: "unknown", path: null }] },
    });
  });

  test("is not a home-made summary of issues", async () => {
    expect(await readJson({ summary: { total_issues: 0 }, issues: [] })).toMatchObject({ kind: "unknown" });
  });
});
