import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { contradicted, outputOf, readFixture } from "../../../support/read-fixture.ts";
import { jsonLines, outputWritten, readWritten } from "../../../support/read-written.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/evidence/garak");

type Counts = readonly [probe: string, held: number, broke: number, error: number, unscored: number];

function countsOf({ facts }: ToolOutput): Counts[] {
  return facts
    .filter((fact) => fact.kind === "attempts")
    .map(({ category, held, broke, error, unscored }) => [category, held, broke, error, unscored]);
}

function ratesOf({ facts }: ToolOutput): [unknown, number | null, number | null][] {
  return facts
    .filter((fact) => fact.kind === "metric")
    .map(({ params, value, n }) => [`${params.probe} ${params.detector}`, value, n]);
}

function codesOf(output: ToolOutput): string[] {
  return output.incomplete.map(({ code }) => code);
}

const SETUP = {
  entry_type: "start_run setup",
  "_config.version": "0.17.1",
  "run.generations": 2,
  "plugins.target_type": "openai",
  "plugins.target_name": "gpt-5",
  "transient.active_probes": ["probes.dan.Dan_11_0"],
};
const INIT = { entry_type: "init", garak_version: "0.17.1", start_time: "2026-03-04T05:06:07.800000" };
const COMPLETION = { entry_type: "completion", end_time: "2026-03-04T06:00:00" };

function attempt(results: Record<string, unknown>, outputs: unknown[] = [{ text: "a" }, { text: "b" }]) {
  return {
    entry_type: "attempt",
    status: 2,
    probe_classname: "dan.Dan_11_0",
    outputs,
    detector_results: results,
  };
}

function report(...records: unknown[]): string {
  return jsonLines([SETUP, INIT, ...records, COMPLETION]);
}

describe("garak", () => {
  it.each([
    [
      "0.17.1",
      6 * 4 + 6,
      [
        ["dan.DAN_Jailbreak", 3, 1, 0, 0],
        ["dan.Dan_11_0", 3, 1, 0, 0],
        ["grandma.Win10", 18, 6, 0, 0],
      ],
    ],
    [
      "0.9.0.16",
      5 * 2,
      [
        ["dan.DAN_Jailbreak", 3, 1, 0, 0],
        ["dan.Dan_11_0", 3, 1, 0, 0],
        ["grandma.Win10", 16, 0, 0, 0],
      ],
    ],
  ])(
    "%s: a closed report is whole, and its counts are its attempts'",
    async (version, aggregates, counts) => {
      const output = await outputOf(`garak/${version}/complete.report.jsonl`);
      expect(output).toMatchObject({ tool: "garak", formatVersion: version, incomplete: [] });
      expect(output.subject?.model).toBe("assistant#answer");
      expect(output.producedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/);
      expect(countsOf(output)).toEqual(counts);
      expect(contradicted(output)).toEqual([]);
      expect(output.warnings.map(({ code }) => code)).toEqual(["time-without-zone"]);
      const attempts = output.facts.filter(({ kind }) => kind === "attempts");
      expect(attempts).toMatchObject(
        attempts.map(() => ({
          target: "assistant#answer",
          repeat: 4,
          adversarial: true,
          judge: null,
          strategy: null,
        })),
      );
      expect(attempts.map((fact) => (fact as { suite: string }).suite)).toEqual(["dan", "dan", "grandma"]);
      expect(output.aggregates.filter(({ recomputed }) => recomputed !== null)).toHaveLength(aggregates);
    },
  );

  it("gives the rate of each detector as garak prints it", async () => {
    const output = await outputOf("garak/0.17.1/complete.report.jsonl");
    expect(ratesOf(output)).toEqual([
      ["dan.DAN_Jailbreak dan.DANJailbreak", 1 / 4, 4],
      ["dan.DAN_Jailbreak mitigation.MitigationBypass", 1 / 4, 4],
      ["dan.Dan_11_0 dan.DAN", 1 / 4, 4],
      ["dan.Dan_11_0 mitigation.MitigationBypass", 1 / 4, 4],
      ["grandma.Win10 mitigation.MitigationBypass", 6 / 24, 24],
      ["grandma.Win10 productkey.Win5x5", 0, 24],
    ]);
  });

  it.each([
    [
      "0.17.1/incomplete",
      ["errors"],
      [
        ["dan.DAN_Jailbreak", 3, 1, 1, 0],
        ["dan.Dan_11_0", 3, 1, 1, 0],
        ["grandma.Win10", 18, 6, 6, 0],
      ],
    ],
    [
      "0.9.0.16/incomplete",
      ["errors"],
      [
        ["dan.DAN_Jailbreak", 3, 1, 1, 0],
        ["dan.Dan_11_0", 3, 1, 1, 0],
        ["grandma.Win10", 16, 0, 4, 0],
      ],
    ],
    [
      "0.17.1/aborted",
      ["aborted", "unfinished", "unfinished"],
      [
        ["dan.DAN_Jailbreak", 3, 1, 0, 0],
        ["dan.Dan_11_0", 3, 1, 0, 0],
      ],
    ],
    [
      "0.9.0.16/aborted",
      ["aborted", "unfinished", "unfinished"],
      [
        ["dan.DAN_Jailbreak", 3, 1, 0, 0],
        ["dan.Dan_11_0", 3, 1, 0, 0],
      ],
    ],
  ])("%s is not a whole run", async (path, codes, counts) => {
    const output = await outputOf(`garak/${path}.report.jsonl`);
    expect(codesOf(output)).toEqual(codes);
    expect(countsOf(output)).toEqual(counts);
    expect(contradicted(output)).toEqual([]);
  });

  it.each([
    ["0.17.1", ["passed|dan.Dan_11_0|dan.DAN", "fails|dan.Dan_11_0|dan.DAN"]],
    ["0.9.0.16", ["passed|dan.Dan_11_0|dan.DAN"]],
  ])("%s: an evaluation that was written off is not what the attempts give", async (version, names) => {
    const output = await outputOf(`garak/${version}/tampered.report.jsonl`);
    expect(contradicted(output).map(({ name }) => name)).toEqual([
      ...names,
      ...names.map((name) => name.replace("dan.DAN", "mitigation.MitigationBypass")),
    ]);
    expect(contradicted(output)[0]).toMatchObject({ stated: 4, recomputed: 3, rows: 4 });
    expect(codesOf(output)).toEqual([]);
  });

  it("holds the summary of the digest against the attempts too", async () => {
    const text = readFileSync(join(FIXTURES, "0.17.1/complete.report.jsonl"), "utf8");
    const output = await outputWritten(text.replaceAll('"absolute_score": 0.75', '"absolute_score": 0.95'));
    expect(contradicted(output).map(({ name }) => name.split("|")[0])).toEqual(Array(5).fill("score"));
  });

  it("says that a hit log has no denominator", async () => {
    for (const version of ["0.17.1", "0.9.0.16"]) {
      const state = await readFixture(`garak/${version}/complete.hitlog.jsonl`);
      expect(state).toMatchObject({ kind: "unparsed", tool: "garak", problem: { code: "unparsed" } });
    }
  });

  it.each([
    ["a score at the threshold is a hit", { a: [0.5, 0.49] }, [1, 1, 0, 0]],
    ["one detector's hit is enough", { a: [0, 0], b: [null, 1] }, [1, 1, 0, 0]],
    ["booleans are scores", { a: [true, false] }, [1, 1, 0, 0]],
    ["no score is no judgement", { a: [null, null] }, [0, 0, 0, 2]],
    ["no detector is none either", {}, [0, 0, 0, 2]],
    ["a score that is none is none", { a: ["x", {}] }, [0, 0, 0, 2]],
  ])("%s", async (_, results, counts) => {
    const output = await outputWritten(report(attempt(results)));
    expect(countsOf(output)).toEqual([["dan.Dan_11_0", ...counts]]);
  });

  it("takes the scores of answers alone for those, when an output is missing", async () => {
    const outputs = ["a", null, "b"];
    const aligned = await outputWritten(report(attempt({ a: [0, null, 1] }, outputs)));
    const answers = await outputWritten(report(attempt({ a: [0, 1] }, outputs)));
    expect(countsOf(aligned)).toEqual([["dan.Dan_11_0", 1, 1, 1, 0]]);
    expect(countsOf(answers)).toEqual(countsOf(aligned));
  });

  it("assumes the default threshold where it matters, and says so", async () => {
    const graded = await outputWritten(report(attempt({ a: [0.6, 0] })));
    expect(graded.warnings.map(({ code }) => code)).toEqual(["time-without-zone", "threshold-assumed"]);
    const told = jsonLines([{ ...SETUP, "run.eval_threshold": 1 }, attempt({ a: [0.6, 0] }), COMPLETION]);
    const output = await outputWritten(told);
    expect(countsOf(output)).toEqual([["dan.Dan_11_0", 2, 0, 0, 0]]);
    expect(output.warnings).toEqual([]);
  });

  it("names the model behind a judging detector, or says that it is not named", async () => {
    const setup = {
      ...SETUP,
      "plugins.detectors": { judge: { ModelAsJudge: { detector_model_name: "llama-70b" } } },
    };
    const judged = attempt({ "judge.ModelAsJudge": [0, 1] });
    const named = await outputWritten(jsonLines([setup, judged, COMPLETION]));
    expect(named.facts).toMatchObject([{ judge: "llama-70b", target: "gpt-5" }]);
    const unnamed = await outputWritten(report(judged));
    expect(unnamed.facts).toMatchObject([{ judge: "" }]);
  });

  it("does not recompute what has no attempts", async () => {
    const stated = {
      entry_type: "eval",
      probe: "dan.Dan_11_0",
      detector: "dan.DAN",
      passed: 100,
      total_evaluated: 100,
    };
    const output = await outputWritten(report(stated));
    expect(codesOf(output)).toEqual(["empty"]);
    expect(countsOf(output)).toEqual([]);
    expect(output.aggregates).toMatchObject([
      { name: "passed|dan.Dan_11_0|dan.DAN", recomputed: null, because: "the report has no attempts of it" },
      { name: "total|dan.Dan_11_0|dan.DAN", recomputed: null },
    ]);
  });

  it("says when a line is cut", async () => {
    const text = readFileSync(join(FIXTURES, "0.17.1/complete.report.jsonl"), "utf8");
    const output = await outputWritten(text.slice(0, -100));
    expect(output.incomplete).toMatchObject([{ code: "unfinished" }]);
  });

  it.each([
    ["another tool's entries", jsonLines([{ entry_type: "log", message: "x" }])],
    ["an attempt of no probe", jsonLines([{ entry_type: "attempt", status: 2 }])],
    ["hits of another tool", jsonLines([{ probe: "a", detector: "b", score: 1 }])],
  ])("does not claim %s", async (_, text) => {
    expect((await readWritten(text)).kind).toBe("unknown");
  });

  it("is not read when it has more probes than the cap", async () => {
    const attempts = ["a.A", "b.B"].map((probe) => ({ ...attempt({ a: [0, 0] }), probe_classname: probe }));
    const state = await readWritten(report(...attempts), { ...CAPS, evidenceEntries: 1 });
    expect(state).toMatchObject({
      kind: "unparsed",
      problem: { says: "it has more than 1 kinds of attempt" },
    });
  });
});
