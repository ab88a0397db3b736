import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";
import { jsonLines, outputWritten, readWritten, readWrittenFolder } from "../../../support/read-written.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/evidence/lm-evaluation-harness");
/** Whose rows carry no hashes, and whose files no time. */
const OLD = "0.4.2";
const VERSIONS = readdirSync(FIXTURES).filter((version) => version !== OLD);
const RUN = "2026-03-02T09-15-00.000001";

function rowsOf(path: string): Record<string, unknown>[] {
  const text = readFileSync(join(FIXTURES, path), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const samples = (version: string, task: string) => `${version}/complete/samples_${task}_${RUN}.jsonl`;
const results = (version: string) => `${version}/complete/results_${RUN}.json`;
const namesOf = (output: ToolOutput) => output.aggregates.map(({ name }) => name);

describe.each(VERSIONS)("lm-evaluation-harness %s", (version) => {
  it("gives the metrics and the answers of a whole run, and its numbers are its rows'", async () => {
    const output = await outputOf(`lm-evaluation-harness/${version}/complete`);
    expect(output).toMatchObject({
      tool: "lm-evaluation-harness",
      producedAt: "2026-03-02T09:15:00.250Z",
      subject: { model: "support-assistant-7b", version: null, digest: null },
      incomplete: [],
    });
    expect(contradicted(output)).toEqual([]);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
    expect(namesOf(output)).toEqual(
      expect.arrayContaining([
        "acc|support_refusal",
        "acc_stderr|support_refusal",
        "acc|support_all",
        "exact_match|support_wording|upper",
        "word_perplexity|support_fluency",
        "bits_per_byte|support_fluency",
        "samples|support_refusal",
        "samples of task_hashes|support_wording",
        "samples as they were hashed|support_wording",
      ]),
    );
  });

  it("counts right and wrong answers as the rows have them", async () => {
    const output = await outputOf(`lm-evaluation-harness/${version}/complete`);
    const rows = rowsOf(samples(version, "support_refusal"));
    const held = rows.filter(({ acc }) => acc === 1).length;
    expect(output.facts).toContainEqual(
      expect.objectContaining({
        kind: "attempts",
        target: "support-assistant-7b",
        suite: "support_refusal",
        category: "acc",
        held,
        broke: rows.length - held,
        error: 0,
        unscored: 0,
        adversarial: false,
      }),
    );
    expect(output.facts).toContainEqual(
      expect.objectContaining({
        kind: "metric",
        name: "acc",
        dataset: "support_refusal",
        n: 12,
        value: held / 12,
      }),
    );
  });

  it("is limited where not every question was put", async () => {
    const output = await outputOf(`lm-evaluation-harness/${version}/incomplete`);
    expect(output.incomplete).toMatchObject([{ code: "limited" }]);
    expect(output.incomplete[0]?.says).toContain("3 of the 12 questions of support_refusal");
    expect(contradicted(output)).toEqual([]);
  });

  it("states an accuracy that its rows do not give", async () => {
    const output = await outputOf(`lm-evaluation-harness/${version}/tampered`);
    expect(output.incomplete).toEqual([]);
    expect(contradicted(output)).toMatchObject([{ name: "acc|support_refusal", stated: 11 / 12, rows: 12 }]);
  });

  it("has nothing to be held against without its samples", async () => {
    const output = await outputOf(`lm-evaluation-harness/${results(version)}`);
    expect(output.aggregates.length).toBeGreaterThan(0);
    for (const { recomputed, because } of output.aggregates)
      expect([recomputed, because]).toEqual([null, expect.stringContaining("not beside it")]);
  });

  it("has rows alone in a file of samples", async () => {
    const output = await outputOf(`lm-evaluation-harness/${samples(version, "support_wording")}`);
    expect(output.facts).toMatchObject([
      { suite: "support_wording", strategy: "strict", held: 2, broke: 4 },
      { suite: "support_wording", strategy: "upper", held: 2, broke: 4 },
    ]);
    expect(output.warnings).toMatchObject([{ code: "samples-only" }]);
  });
});

describe(`lm-evaluation-harness ${OLD}`, () => {
  const inside = (name: string) => join(FIXTURES, OLD, "complete", name);
  const ofTask = (task: string) => `pretrained__support-assistant-7b_${task}.jsonl`;

  it("finds the samples of every task by the model's arguments, and gives its numbers again", async () => {
    const output = await outputOf(`lm-evaluation-harness/${OLD}/complete`);
    expect(output).toMatchObject({
      tool: "lm-evaluation-harness",
      producedAt: "2026-03-02T09:15:00.250Z",
      subject: { model: "support-assistant-7b" },
      incomplete: [],
      warnings: [],
    });
    expect(contradicted(output)).toEqual([]);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
    expect(namesOf(output).sort()).toEqual([
      "acc_stderr|support_escalation",
      "acc_stderr|support_refusal",
      "acc|support",
      "acc|support_escalation",
      "acc|support_refusal",
      "bits_per_byte|support_fluency",
      "exact_match_stderr|support_wording|strict",
      "exact_match_stderr|support_wording|upper",
      "exact_match|support_wording|strict",
      "exact_match|support_wording|upper",
      "word_perplexity|support_fluency",
    ]);
  });

  it("tells filters apart, which its rows do not name, by their order", async () => {
    const rows: { exact_match: number }[] = JSON.parse(
      readFileSync(inside(ofTask("support_wording")), "utf8"),
    );
    expect(rows).toHaveLength(12);
    const held = (part: typeof rows) => part.filter(({ exact_match }) => exact_match === 1).length;
    const { facts } = await outputOf(`lm-evaluation-harness/${OLD}/complete`);
    const wording = facts.filter((fact) => fact.kind === "attempts" && fact.suite === "support_wording");
    expect(wording).toMatchObject([
      { strategy: "strict", held: held(rows.slice(0, 6)) },
      { strategy: "upper", held: held(rows.slice(6)) },
    ]);
    expect(rows.slice(0, 6)).not.toEqual(rows.slice(6));
  });

  it("is limited, and states what its rows do not give", async () => {
    const limited = await outputOf(`lm-evaluation-harness/${OLD}/incomplete`);
    expect(limited.incomplete).toMatchObject([{ code: "limited", says: "the run was limited to 3 a task" }]);
    const tampered = await outputOf(`lm-evaluation-harness/${OLD}/tampered`);
    expect(contradicted(tampered).map(({ name }) => name)).toEqual(["acc|support_refusal"]);
  });

  it("has a list of rows alone in a file of samples", async () => {
    const output = await outputOf(`lm-evaluation-harness/${OLD}/complete/${ofTask("support_wording")}`);
    expect(output.facts).toMatchObject([{ strategy: null }, { strategy: "filter 2" }]);
    expect(output.warnings).toMatchObject([{ code: "samples-only" }]);
  });

  it("has no samples that are another model's, or cut off", async () => {
    const results = JSON.parse(readFileSync(inside("results.json"), "utf8"));
    const rows = readFileSync(inside(ofTask("support_refusal")), "utf8");
    const folder = (name: string, text: string) =>
      readWrittenFolder({ "out/results.json": JSON.stringify(results), [`out/${name}`]: text });
    const other = "pretrained__someone-else_support_refusal.jsonl";
    expect(await folder(other, rows)).toMatchObject({ kind: "unknown" });
    expect(await folder(ofTask("support_refusal"), rows.slice(0, -4))).toMatchObject({
      kind: "unparsed",
      problem: { says: expect.stringContaining("has no samples of lm_eval") },
    });
    expect(await folder(ofTask("support_refusal"), rows)).toMatchObject({ kind: "output" });
  });
});

describe("files of lm-evaluation-harness that were touched", () => {
  const [version] = VERSIONS;

  it("says where samples are cut", async () => {
    const text = readFileSync(join(FIXTURES, samples(version!, "support_refusal")), "utf8");
    const output = await outputWritten(text.slice(0, -40));
    expect(output.incomplete).toMatchObject([{ code: "unfinished", at: { line: 12 } }]);
  });

  it("reads what version 0.3 wrote, without filters", async () => {
    const output = await outputWritten({
      results: { boolq: { acc: 0.5, acc_stderr: 0.01 } },
      versions: { boolq: 1 },
      config: { model: "hf", model_args: "pretrained=org/m,revision=v2", limit: 10, bootstrap_iters: 100 },
    });
    expect(output).toMatchObject({
      producedAt: null,
      subject: { model: "org/m", version: "v2" },
      facts: [{ name: "acc", value: 0.5, dataset: "boolq", params: {} }],
      incomplete: [{ code: "limited" }],
    });
  });

  it("says when answers were not scored, or no task ran", async () => {
    const config = { model: "hf", model_args: "", limit: null, bootstrap_iters: 1 };
    const unscored = { results: { a: { "bypass,none": 999 } }, versions: {}, config };
    expect((await outputWritten(unscored)).incomplete).toMatchObject([{ code: "nothing-asserted" }]);
    expect((await outputWritten({ ...unscored, results: {} })).incomplete).toMatchObject([{ code: "empty" }]);
  });

  it.each([
    ["results of one's own", { results: { acc: 0.9 }, versions: {}, config: { model: "m" } }],
    ["rows of one's own", jsonLines([{ doc_id: 1, target: "a", acc: 1 }])],
  ])("does not claim %s", async (_, content) => {
    expect((await readWritten(content)).kind).toBe("unknown");
  });

  it("is read whatever stands in its rows", async () => {
    const row = { doc_id: 0, doc: {}, target: 7, arguments: [], resps: [], filtered_resps: [] };
    const rows = [
      row,
      { ...row, acc: "x", __proto__: 1 },
      { ...row, filter: 3, metrics: [null, "acc"], acc: [1] },
    ];
    expect((await readWritten(jsonLines(rows))).kind).toBe("output");
  });
});
