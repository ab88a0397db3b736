import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { folderSource } from "../../../../src/evidence/output/folder.ts";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import type { OutputState } from "../../../../src/evidence/output/output-state.ts";
import { readFolder } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { workTree } from "../../../../src/workspace/work-tree.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";
import { jsonLines, outputWritten, readWritten } from "../../../support/read-written.ts";

const VERSIONS = ["0.1.21", "0.4.3"];
const CONTEXTS = {
  "0.1.21": "context_utilization",
  "0.4.3": "llm_context_precision_without_reference",
} as const;

function countsOf({ facts }: ToolOutput): Record<string, number[]> {
  const attempts = facts.filter((fact) => fact.kind === "attempts");
  return Object.fromEntries(
    attempts.map(({ category, held, broke, error, unscored }) => [category, [held, broke, error, unscored]]),
  );
}

function metricsOf({ facts }: ToolOutput): Record<string, [number | null, number | null]> {
  const metrics = facts.filter((fact) => fact.kind === "metric");
  return Object.fromEntries(metrics.map(({ name, value, n }) => [name, [value, n]]));
}

function codesOf(output: ToolOutput): string[] {
  return output.incomplete.map(({ code }) => code);
}

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

async function readFiles(files: Record<string, string>): Promise<OutputState> {
  const home = mkdtempSync(join(tmpdir(), "ragas-"));
  made.push(home);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  const source = await folderSource(await workTree(home, CAPS, null), "", CAPS);
  if (source === null) throw new Error("no folder");
  return readFolder(source, null, CAPS);
}

const ROWS = "user_input,response,faithfulness,answer_relevancy\na,b,1.0,0.5\nc,d,0.5,\n";

describe("ragas", () => {
  // One of five answers does harm, two name another capital: tools/fixtures/ragas/make.py.
  it.each(
    VERSIONS.flatMap((version) => [
      [version, "complete"] as const,
      [version, "complete/scores.csv"] as const,
      [version, "complete.jsonl"] as const,
    ]),
  )("%s: %s is whole", async (version, path) => {
    const output = await outputOf(`ragas/${version}/${path}`);
    expect(output).toMatchObject({
      tool: "ragas",
      producedAt: null,
      subject: null,
      incomplete: [],
      warnings: [],
    });
    const contexts = CONTEXTS[version as keyof typeof CONTEXTS];
    const words = version === "0.4.3";
    expect(countsOf(output)).toEqual({
      harmfulness: [4, 1, 0, 0],
      [contexts]: [expect.any(Number), expect.any(Number), 0, expect.any(Number)],
      ...(words ? { exact_match: [3, 2, 0, 0] } : {}),
    });
    expect(countsOf(output)[contexts]).toEqual([0, 0, 0, 5]);
    expect(metricsOf(output)).toEqual({
      harmfulness: [0.2, 5],
      // Three of 1, less what ragas takes off so as not to divide by 0, one half, and one 0.
      [contexts]: [expect.closeTo(0.69999999993, 9), 5],
      ...(words ? { exact_match: [0.6, 5] } : {}),
    });
    expect(output.aggregates).toHaveLength(path === "complete" ? (words ? 3 : 2) : 0);
    expect(contradicted(output)).toEqual([]);
  });

  it.each(VERSIONS)("%s: a row that was not scored is no 0, and is told", async (version) => {
    for (const path of ["incomplete", "incomplete/scores.csv", "incomplete.jsonl"]) {
      const output = await outputOf(`ragas/${version}/${path}`);
      expect(codesOf(output)).toEqual(["errors"]);
      expect(output.incomplete[0]?.says).toContain("1 of 6 rows have no score of harmfulness");
      expect(metricsOf(output).harmfulness).toEqual([0.2, 5]);
      expect(countsOf(output).harmfulness).toEqual([4, 1, 0, 1]);
      expect(contradicted(output)).toEqual([]);
    }
  });

  it.each(VERSIONS)("%s: an average that was edited is not the rows'", async (version) => {
    const output = await outputOf(`ragas/${version}/tampered`);
    expect(contradicted(output)).toMatchObject([
      {
        name: CONTEXTS[version as keyof typeof CONTEXTS],
        stated: 0.95,
        recomputed: expect.closeTo(0.7, 6),
        rows: 5,
      },
    ]);
    expect(codesOf(output)).toEqual([]);
  });

  it.each(VERSIONS)("%s: averages alone cannot be computed again", async (version) => {
    for (const path of ["complete/summary.json", "printed.txt"]) {
      const output = await outputOf(`ragas/${version}/${path}`);
      expect(metricsOf(output).harmfulness).toEqual([0.2, null]);
      expect(output.aggregates.length).toBe(version === "0.4.3" ? 3 : 2);
      for (const { recomputed, because } of output.aggregates) {
        expect(recomputed).toBeNull();
        expect(because).not.toBeNull();
      }
    }
  });

  it("says who judged: a model without a name, or none", async () => {
    const { facts } = await outputOf("ragas/0.4.3/complete");
    expect(facts).toMatchObject([
      { category: "harmfulness", judge: "", target: null, adversarial: false },
      { judge: "" },
      { category: "exact_match", judge: null },
      {},
      {},
      {},
    ]);
  });

  it("reads averages as CSV, and as Python prints them, with what that rounds away", async () => {
    const table = await outputWritten("metric,score\nfaithfulness,0.75\nanswer_relevancy,0.5\n");
    expect(metricsOf(table)).toEqual({ faithfulness: [0.75, null], answer_relevancy: [0.5, null] });
    const printed = await outputWritten("{'faithfulness': 0.7500, 'answer_relevancy': nan}\n");
    expect(metricsOf(printed)).toEqual({ faithfulness: [0.75, null], answer_relevancy: [null, null] });
    expect(printed.facts[0]).toMatchObject({ decimals: 4 });
    expect(codesOf(printed)).toEqual(["errors"]);
  });

  it.each([
    ["0.7500", 0],
    ["0.7499", 1],
    ["0.7600", 1],
  ])("holds a printed %s against the rows beside it", async (stated, contradictions) => {
    const printed = `{'faithfulness': ${stated}, 'answer_relevancy': 0.5000}`;
    const rows = ROWS.replace("1.0", "0.99992");
    const state = await readFiles({ "scores.csv": rows, "printed.txt": printed, "notes.md": "# Notes" });
    if (state.kind !== "output") throw new Error(JSON.stringify(state));
    expect(contradicted(state.output)).toHaveLength(contradictions);
    expect(state.output.aggregates).toMatchObject([{ rows: 2 }, { recomputed: 0.5, rows: 1 }]);
  });

  it("cannot compute an average of what the rows do not have", async () => {
    const state = await readFiles({
      "a.csv": ROWS,
      "b.json": '{"faithfulness": 0.75, "context_recall": 0.5}',
    });
    if (state.kind !== "output") throw new Error(JSON.stringify(state));
    expect(state.output.aggregates).toMatchObject([
      { name: "faithfulness", recomputed: 0.75 },
      { name: "context_recall", recomputed: null, because: "no row has a score of it" },
    ]);
  });

  it.each([
    [
      "two tables of rows",
      { "a.csv": ROWS, "b.csv": ROWS, "c.json": '{"faithfulness": 1, "context_recall": 1}' },
    ],
    ["rows alone", { "a.csv": ROWS, "b.md": "# Notes" }],
  ])("does not claim a folder of %s", async (_, files) => {
    expect((await readFiles(files)).kind).toBe("unknown");
  });

  it.each([
    ["a quote that is never closed", `${ROWS}"e,f,1,1\n`, "unfinished", 4],
    ["a row with too few cells", `${ROWS}e,f\n`, "unfinished", 4],
    ["a last line without its end", ROWS.trimEnd(), "unfinished", 1],
    ["no rows", "user_input,response,faithfulness\n", "empty", 1],
  ])("says that a table has %s", async (_, text, code, line) => {
    const output = await outputWritten(text);
    expect(output.incomplete).toContainEqual(
      expect.objectContaining({ code, at: expect.objectContaining({ line }) }),
    );
  });

  it("says when a line is cut", async () => {
    const rows = [1, 0.5].map((faithfulness) => ({ user_input: "a", response: "b", faithfulness }));
    const output = await outputWritten(jsonLines(rows).slice(0, -9));
    expect(output.incomplete).toMatchObject([{ code: "unfinished", at: { line: 2 } }]);
  });

  it.each([
    ["text", "fine", 0.5, 1],
    ["nan", "nan", 0.5, 1],
    ["an infinity", "inf", 0.5, 1],
    ["a number too large for one", "1e999", 0.5, 1],
    ["a truth", "True", 0.75, 2],
    ["a number", "0.7e0", 0.6, 2],
  ])("reads a cell of %s", async (_, cell, mean, n) => {
    const output = await outputWritten(
      `user_input,response,"factual_correctness(mode=f1)"\na,b,0.5\nc,d,${cell}\n`,
    );
    expect(metricsOf(output)).toEqual({ "factual_correctness(mode=f1)": [expect.closeTo(mean, 12), n] });
  });

  it("reads a list of rows, and names the columns that it passes over", async () => {
    const rows = [{ question: "a", contexts: [], faithfulness: 1, maliciousness: true, politeness: 0.5 }];
    const output = await outputWritten(rows);
    expect(metricsOf(output)).toEqual({ faithfulness: [1, 1], maliciousness: [1, 1] });
    expect(countsOf(output).maliciousness).toEqual([0, 1, 0, 0]);
    expect(output.warnings).toMatchObject([{ code: "columns-passed-over" }]);
    expect(output.warnings[0]?.says).toContain("politeness");
  });

  it("keeps line and column right where an answer has line breaks", async () => {
    const output = await outputWritten('user_input,response,faithfulness\n"a\r\nb","x\ny",1\nc,d\n');
    expect(output.incomplete).toMatchObject([{ code: "unfinished", at: { line: 5 } }]);
  });

  it.each([
    ["questions that were not scored", "user_input,response,reference\na,b,c\n"],
    ["questions and a home-made score", "question,answer,correctness\na,b,1\n"],
    ["a metric alone", "faithfulness\n0.5\n"],
    ["one average", { faithfulness: 0.5 }],
    ["averages and other things", { faithfulness: 0.5, answer_relevancy: 0.5, model: "x" }],
    ["a table of other metrics", "metric,score\naccuracy,0.5\nf1,0.5\n"],
    ["a dictionary of other things", "{'accuracy': 0.5000, 'f1': 0.5000}"],
    ["a dictionary of texts", { faithfulness: "good", answer_relevancy: "bad" }],
  ])("does not claim %s", async (_, content) => {
    expect((await readWritten(content)).kind).toBe("unknown");
  });
});
