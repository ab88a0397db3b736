import { describe, expect, it } from "vitest";
import type { RowsNeed } from "../../src/measurement/need.ts";
import { folder, measure } from "../support/dossier.ts";

const ROWS: RowsNeed = { kind: "rows", table: "t" };

interface Given {
  readonly table?: string;
  readonly files?: Record<string, string>;
  readonly path?: string;
  readonly task?: string;
  readonly prediction?: object;
  readonly columns?: object;
}

async function problemsOf({
  table = "",
  files,
  path = "t.csv",
  task = "binary-classification",
  ...given
}: Given) {
  const evidence = [{ id: "t", kind: "predictions", path, split: "test", columns: given.columns ?? {} }];
  const content = { model: { id: "m", task }, evidence, prediction: given.prediction ?? {} };
  const result = (await measure(folder(content, files ?? { "t.csv": table }), [ROWS])).of(ROWS);
  if (result.kind !== "rows") throw new Error(JSON.stringify(result));
  return result.problems;
}

describe("soundness of predictions", () => {
  it.each([
    [{ prediction: "y" }, ["prediction"]],
    [{ label: "y", score: "y" }, ["score"]],
    [{ scores: { "1": "y", "0": "n" } }, ["scores.1"]],
    [{ prediction: "n", score: "n", weight: "n", id: "y", segments: ["y"] }, []],
  ])("the label in a second role: %j", async (columns, roles) => {
    const problems = await problemsOf({ table: "y,n\n1,0.5\n0,0.4\n", columns: { label: "y", ...columns } });
    expect(problems.map(({ code, about }) => [code, about])).toEqual(
      roles.map((role) => ["own-truth", `t|${role}`]),
    );
  });

  it.each<[string, Given]>([
    ["plain", { table: "id,y,score\n1,1,0.9\n2,0,0\n3,0,1\n" }],
    ["a segment with gaps", { table: "y,score,sex\n1,0.9,\n", columns: { segments: ["sex"] } }],
    ["scores of which less is more", { table: "y,score\n1,-4\n", prediction: { score_direction: "lower" } }],
    ["numbers", { table: "y,pred\n1200,1100.5\n", task: "regression" }],
    [
      "labels as declared, in another spelling",
      { table: "y,score\nTrue,1\nFalse,0\n", prediction: { classes: ["0", "1"] } },
    ],
  ])("%s: nothing", async (_, given) => {
    expect(await problemsOf(given)).toEqual([]);
  });

  it.each<[string, Given, string, string, string, number | null]>([
    [
      "a missing label",
      { table: "y,score\n1,1\n,0\n" },
      "missing",
      "t|y",
      '1 cell of "y" is empty (line 3)',
      3,
    ],
    ["a missing id", { table: "id,y,score\n,1,1\n" }, "missing", "t|id", '1 cell of "id" is empty', 2],
    [
      "text for a score",
      { table: "y,score\n1,x\n0,y\n" },
      "not-a-number",
      "t|score",
      '2 cells of "score" are not a number (lines 2, 3)',
      2,
    ],
    [
      "a NaN",
      { table: "y,score\n1,NaN\n" },
      "not-finite",
      "t|score",
      '1 cell of "score" is NaN or infinite',
      2,
    ],
    [
      "an infinity",
      { table: "y,pred\n1,inf\n", task: "regression" },
      "not-finite",
      "t|pred",
      "is NaN or infinite",
      2,
    ],
    ["a ragged row", { table: "y,score\n1,1\n0\n" }, "bad-row", "t|row", "1 row cannot be read", 3],
    [
      "a repeated id",
      { table: "id,y,score\n7,1,1\n7,0,0\n7,0,0\n8,0,0\n" },
      "repeated-id",
      "t|id",
      '2 rows of "id" repeat the id of an earlier row',
      null,
    ],
    [
      "a score above 1",
      { table: "y,score\n1,1\n0,1.5\n" },
      "score-range",
      "t|score",
      '1 score of "score" lies outside [0, 1] (first in row 2)',
      null,
    ],
    ["scores below 0", { table: "y,score\n1,-1\n0,-0.5\n" }, "score-range", "t|score", "2 scores", null],
    [
      "a class's score",
      { table: "y,prob_a,prob_b\na,1,0\nb,2,0\n", task: "multiclass-classification" },
      "score-range",
      "t|prob_a",
      "first in row 2",
      null,
    ],
    [
      "a label that the card does not know",
      { table: "y,score\na,1\nb,0\nc,0\n", prediction: { classes: ["a", "b"] } },
      "unexpected-label",
      "t|y",
      '"y" holds "c", which the card\'s classes do not list (first in row 3)',
      null,
    ],
    [
      "a prediction that the card does not know",
      { table: "y,pred\na,c\n", prediction: { classes: ["a", "b"] } },
      "unexpected-label",
      "t|pred",
      '"pred" holds "c"',
      null,
    ],
    ["no row", { table: "y,score\n" }, "no-rows", "t|row", "the file holds no rows", null],
  ])("%s", async (_, given, code, about, says, line) => {
    const problems = await problemsOf(given);
    expect(problems.map((problem) => [problem.code, problem.about])).toEqual([[code, about]]);
    const [problem] = problems;
    expect(problem?.says).toContain(says);
    expect(problem?.fix).not.toBe("");
    if (line === null) expect(problem?.at.path).toBe("model-card.yaml");
    else expect(problem?.at).toMatchObject({ path: "t.csv", line });
  });

  it("stands in the shard that has it", async () => {
    const files = { "p/1.csv": "y,score\n1,1\n", "p/2.csv": "y,score\n0,0\n,0\n" };
    const [problem] = await problemsOf({ files, path: "p/*.csv" });
    expect(problem).toMatchObject({ code: "missing", at: { path: "p/2.csv", line: 3 } });
  });

  it("never prints the values of a column that holds no classes", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `person-${index}@example.com,1\n`).join("");
    const problems = await problemsOf({ table: `y,score\n${rows}`, prediction: { classes: ["0", "1"] } });
    expect(problems.map(({ says }) => says).join()).toContain("(30 distinct values, not shown)");
    expect(JSON.stringify(problems)).not.toContain("example.com");
  });
});
