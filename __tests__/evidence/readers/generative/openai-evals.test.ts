import { describe, expect, it } from "vitest";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";
import { jsonLines, outputWritten, readWritten } from "../../../support/read-written.ts";

const VERSIONS = ["2.0.0.post1", "3.0.1.post1"];

function countsOf({ facts }: ToolOutput): number[][] {
  return facts
    .filter((fact) => fact.kind === "attempts")
    .map(({ held, broke, error, unscored }) => [held, broke, error, unscored]);
}

function metricsOf({ facts }: ToolOutput): [string, number | null, number | null][] {
  return facts.filter((fact) => fact.kind === "metric").map(({ name, value, n }) => [name, value, n]);
}

function codesOf(output: ToolOutput): string[] {
  return output.incomplete.map(({ code }) => code);
}

const SPEC = {
  completion_fns: ["gpt-4o"],
  eval_name: "capitals.test.v1",
  base_eval: "capitals",
  split: "test",
  run_config: { max_samples: null, eval_spec: { cls: "evals.elsuite.basic.match:Match" } },
  run_id: "R",
  created_at: "2026-03-04 05:06:07.891234",
};

function event(type: string, data: object) {
  return { run_id: "R", sample_id: "capitals.test.0", type, data };
}

function log(report: object | null, ...events: object[]): string {
  return jsonLines([
    { spec: SPEC },
    ...(report === null ? [] : [{ final_report: report, run_id: "R" }]),
    ...events,
  ]);
}

describe("openai-evals", () => {
  // Four of five capitals are known: tools/fixtures/openai-evals/assistant.py.
  it.each(
    VERSIONS.flatMap((version) => [
      [version, "complete", [["accuracy", 0.8, 5]]] as const,
      [
        version,
        "fuzzy",
        [
          ["accuracy", 0.8, 5],
          ["f1_score", 0.8, 5],
        ],
      ] as const,
      [
        version,
        "graded",
        [
          ["counts/Y", 4, 5],
          ["counts/N", 1, 5],
          ["score", 0.8, 5],
        ],
      ] as const,
    ]),
  )("%s: %s is whole, and its report is its events'", async (version, name, metrics) => {
    const output = await outputOf(`openai-evals/${version}/${name}.jsonl`);
    expect(output).toMatchObject({ tool: "openai-evals", incomplete: [], warnings: [] });
    expect(output.subject?.model).toBe("support-assistant");
    expect(output.producedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/);
    expect(countsOf(output)).toEqual([[4, 1, 0, 0]]);
    expect(metricsOf(output)).toEqual(metrics);
    expect(output.aggregates.map(({ name, recomputed, rows }) => [name, recomputed, rows])).toEqual(metrics);
    const judge = name === "graded" ? "judge-13b" : null;
    expect(output.facts[0]).toMatchObject({ target: "support-assistant", judge, adversarial: false });
  });

  it.each(VERSIONS)("%s: says when a run was limited, or broken off", async (version) => {
    const limited = await outputOf(`openai-evals/${version}/limited.jsonl`);
    expect(codesOf(limited)).toEqual(["limited"]);
    const [held, broke] = countsOf(limited)[0]!;
    expect(held! + broke!).toBe(3);
    const aborted = await outputOf(`openai-evals/${version}/incomplete.jsonl`);
    expect(codesOf(aborted)).toEqual(["aborted"]);
    expect(aborted.aggregates).toEqual([]);
    expect([...contradicted(limited), ...contradicted(aborted)]).toEqual([]);
  });

  it.each(VERSIONS)("%s: an accuracy that was edited is not the events'", async (version) => {
    const output = await outputOf(`openai-evals/${version}/tampered.jsonl`);
    expect(contradicted(output)).toMatchObject([{ name: "accuracy", stated: 1, recomputed: 0.8, rows: 5 }]);
    expect(codesOf(output)).toEqual([]);
  });

  it("is whole in whatever order its lines stand, and was produced when it began, in UTC", async () => {
    const events = [
      event("match", { correct: true }),
      event("sampling", {}),
      event("match", { correct: false }),
    ];
    const first = await outputWritten(
      log({ accuracy: 0.5, boostrap_std: 0.1, usage_total_tokens: 9 }, ...events),
    );
    const last = await outputWritten(log(null, ...events, { final_report: { accuracy: 0.5 }, run_id: "R" }));
    for (const output of [first, last]) {
      expect(codesOf(output)).toEqual([]);
      expect(contradicted(output)).toEqual([]);
      expect(metricsOf(output)).toEqual([["accuracy", 0.5, 2]]);
    }
    expect(first.producedAt).toBe("2026-03-04T05:06:07.891Z");
  });

  it.each([
    [
      "a judge's answer that is no choice",
      event("metrics", { choice: "__invalid__", score: 0 }),
      [0, 0, 0, 1],
    ],
    ["a share of right", event("metrics", { score: 0.5 }), [0, 0, 0, 1]],
    ["a score of 1", event("metrics", { score: 1 }), [1, 0, 0, 0]],
    ["an accuracy that is false", event("metrics", { accuracy: false }), [0, 1, 0, 0]],
    ["a match that says nothing", event("match", {}), [0, 0, 0, 1]],
    ["an error", event("error", { message: "x" }), [0, 0, 1, 0]],
  ])("%s", async (_, record, counts) => {
    expect(countsOf(await outputWritten(log({}, record)))).toEqual([counts]);
  });

  it("says that nothing was compared", async () => {
    const output = await outputWritten(log({ accuracy: 0.99 }, event("sampling", {})));
    expect(codesOf(output)).toEqual(["empty"]);
    expect(output.aggregates).toMatchObject([{ name: "accuracy", stated: 0.99, recomputed: null, rows: 0 }]);
    expect(output.aggregates[0]?.because).not.toBeNull();
  });

  it("passes over another run's lines, and says so", async () => {
    const other = { ...event("match", { correct: true }), run_id: "S" };
    const output = await outputWritten(log({ accuracy: 0 }, event("match", { correct: false }), other));
    expect(countsOf(output)).toEqual([[0, 1, 0, 0]]);
    expect(output.warnings).toMatchObject([{ code: "other-run", at: { line: 4 } }]);
  });

  it("is its own judge where a graded evaluation has one model", async () => {
    const run_config = {
      max_samples: null,
      eval_spec: { cls: "evals.elsuite.modelgraded.classify:ModelBasedClassify" },
    };
    const output = await outputWritten(
      jsonLines([{ spec: { ...SPEC, run_config } }, event("metrics", { choice: "Y", score: 1 })]),
    );
    expect(output.facts).toMatchObject([{ target: "gpt-4o", judge: "gpt-4o" }]);
  });

  it("says when a line is cut", async () => {
    const output = await outputWritten(log({ accuracy: 1 }, event("match", { correct: true })).slice(0, -9));
    expect(output.incomplete).toMatchObject([{ code: "unfinished", at: { line: 3 } }, { code: "empty" }]);
  });

  it.each([
    ["a specification of another kind", jsonLines([{ spec: { run_id: "R", steps: [] } }])],
    ["events alone", jsonLines([event("match", { correct: true })])],
  ])("does not claim %s", async (_, text) => {
    expect((await readWritten(text)).kind).toBe("unknown");
  });

  it("is not read when it has more metrics than the cap", async () => {
    const text = log({}, event("metrics", { a: 1, b: 2, c: 3 }));
    expect((await readWritten(text, { ...CAPS, evidenceEntries: 2 })).kind).toBe("unparsed");
  });
});
