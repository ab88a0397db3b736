import { describe, expect, it } from "vitest";
import { TASKS } from "../../src/inventory/vocabulary.ts";
import { settle } from "../../src/measurement/settle.ts";
import { subset } from "../../src/measurement/subset.ts";
import { sampleTask } from "../../src/measurement/task.ts";
import { folder, settled } from "../support/dossier.ts";

interface Given {
  readonly claim: object;
  readonly table: string;
  readonly task?: string;
  readonly prediction?: object;
  readonly columns?: object;
}

async function resultOf({
  claim,
  table,
  task = "binary-classification",
  prediction = {},
  columns = {},
}: Given) {
  const evidence = [{ id: "t", kind: "predictions", path: "t.csv", split: "test", columns }];
  const content = { model: { id: "m", task }, prediction, evidence, metrics: [{ value: "0.5", ...claim }] };
  const { bindings, measured } = await settled(folder(content, { "t.csv": table }));
  return settle(bindings[0]!, measured).result ?? settle(bindings[0]!, measured);
}

const MULTICLASS = "multiclass-classification";
const SCORED = "y,score\n1,0.9\n0,0.4\n1,0.6\n0,0.7\n1,0.3\n";

describe("the number that a table gives", () => {
  // Values of scikit-learn 1.9 on the same rows, or counted by hand where they are fractions of a few rows.
  it.each<[string, Given, number, number]>([
    ["a ranking", { claim: { name: "roc_auc" }, table: SCORED }, 0.5, 5],
    ["a loss", { claim: { name: "log_loss" }, table: SCORED }, 0.7069914743683359, 5],
    [
      "a decision at a threshold, which counts as reached",
      { claim: { name: "recall", threshold: 0.6 }, table: SCORED },
      2 / 3,
      5,
    ],
    ["the threshold just above", { claim: { name: "recall", threshold: 0.61 }, table: SCORED }, 1 / 3, 5],
    [
      "the decision in a column",
      { claim: { name: "accuracy" }, table: "y,pred\n1,1.0\n0,True\n1,false\n0,0\n" },
      1 / 2,
      4,
    ],
    [
      "text classes",
      {
        claim: { name: "recall" },
        table: "y,pred\nbad,bad\nbad,ok\nok,ok\n",
        prediction: { positive_class: "bad" },
      },
      1 / 2,
      3,
    ],
    [
      "the other class as the positive one",
      {
        claim: { name: "recall" },
        table: "y,pred\nbad,bad\nbad,ok\nok,ok\n",
        prediction: { positive_class: "ok" },
      },
      1,
      3,
    ],
    [
      "a score of which less is more",
      {
        claim: { name: "roc_auc" },
        table: "y,score\n1,1\n0,3\n1,2\n",
        prediction: { score_direction: "lower" },
      },
      1,
      3,
    ],
    [
      "a threshold on such a score",
      {
        claim: { name: "recall", threshold: 2 },
        table: "y,score\n1,1\n0,3\n1,2\n1,2.5\n",
        prediction: { score_direction: "lower" },
      },
      2 / 3,
      4,
    ],
    [
      "scores of both classes",
      { claim: { name: "roc_auc" }, table: "y,prob_0,prob_1\n1,0.1,0.9\n0,0.8,0.2\n" },
      1,
      2,
    ],
    [
      "scores of classes, for the class that is declared positive",
      {
        claim: { name: "roc_auc" },
        table: "y,prob_no,prob_yes\nyes,0.1,0.9\nno,0.8,0.2\n",
        prediction: { positive_class: "no" },
      },
      1,
      2,
    ],
    [
      "weights",
      {
        claim: { name: "accuracy", weighted: true },
        table: "y,pred,w\n1,1,2\n0,1,3\n1,1,5\n",
        columns: { weight: "w" },
      },
      0.7,
      3,
    ],
    [
      "weights that the claim does not take",
      { claim: { name: "accuracy" }, table: "y,pred,w\n1,1,2\n0,1,3\n1,1,5\n", columns: { weight: "w" } },
      2 / 3,
      3,
    ],
    [
      "several classes by their scores",
      {
        task: MULTICLASS,
        claim: { name: "log_loss" },
        table: "y,prob_c,prob_a,prob_b\nb,0.3,0.2,0.5\na,0.1,0.6,0.3\nc,0.7,0.1,0.2\na,0.3,0.3,0.4\n",
      },
      0.6911551381476511,
      4,
    ],
    [
      "several classes by their decision",
      { task: MULTICLASS, claim: { name: "f1", class: "b" }, table: "y,pred\nb,b\na,a\nc,c\na,b\n" },
      2 / 3,
      4,
    ],
    [
      "classes that two tools write differently",
      { task: MULTICLASS, claim: { name: "accuracy" }, table: "y,pred\n0,0.0\n1,1.0\n2,2.0\n10,9\n9,9\n" },
      4 / 5,
      5,
    ],
    [
      "numbers",
      { task: "regression", claim: { name: "r2" }, table: "y,pred\n1,1.1\n2,1.9\n3,3.2\n4,3.7\n" },
      0.97,
      4,
    ],
    [
      "bounds, with predictions that are not needed",
      {
        task: "regression",
        claim: { name: "interval_coverage" },
        table: "y,lower_bound,hi,pred\n1,0,1,\n2,2.1,3,7\n3,3,3,1\n",
        columns: { upper: "hi" },
      },
      2 / 3,
      3,
    ],
    [
      "labels in columns of their own, whatever else the table holds",
      {
        task: "multilabel-classification",
        claim: { name: "f1_micro" },
        table: "label,a,b,pa,pb\nx,1,true,1,1\nx,0,false,1,0\ny,0,True,0,0\n",
        columns: { labels: { one: "a", two: "b" }, predictions: { one: "pa", two: "pb" } },
      },
      2 / 3,
      3,
    ],
    [
      "labels decided by one threshold, where low scores mean the label",
      {
        task: "multilabel-classification",
        claim: { name: "accuracy", threshold: 2 },
        prediction: { score_direction: "lower" },
        table: "a,b,sa,sb\n1,1,2,1\n0,1,3,1.9\n0,0,9,2\n",
        columns: { labels: { one: "a", two: "b" }, scores: { one: "sa", two: "sb" } },
      },
      2 / 3,
      3,
    ],
    [
      "anomalies by their score",
      { task: "anomaly-detection", claim: { name: "recall@2" }, table: "y,score\n1,9\n0,8\n1,7\n0,-1\n" },
      1 / 2,
      4,
    ],
  ])("%s", async (_, given, value, n) => {
    const result = await resultOf(given);
    if (!("kind" in result) || result.kind !== "value") throw new Error(JSON.stringify(result));
    expect(Math.abs(result.value - value)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(value), 1e-3));
    expect(result.n).toBe(n);
  });
});

describe("one cell that cannot be used, and the number cannot be told", () => {
  it.each<[string, Given, string, string]>([
    [
      "a missing score",
      { claim: { name: "roc_auc" }, table: "y,score\n1,0.9\n0,\n" },
      '1 cell of "score" is empty',
      "line 3 of t.csv",
    ],
    [
      "a NaN",
      { claim: { name: "roc_auc" }, table: "y,score\n1,nan\n0,0.1\n" },
      "is NaN or infinite",
      "line 2 of t.csv",
    ],
    [
      "an infinity",
      { claim: { name: "roc_auc" }, table: "y,score\n1,inf\n0,0.1\n" },
      "is NaN or infinite",
      "line 2",
    ],
    [
      "a word for a number",
      { claim: { name: "roc_auc" }, table: "y,score\n1,high\n0,0.1\n" },
      "is not a number",
      "line 2",
    ],
    [
      "a missing label",
      { claim: { name: "roc_auc" }, table: "y,score\n,0.9\n0,0.1\n1,0.2\n" },
      '"y" is empty',
      "line 2",
    ],
    [
      "a missing prediction",
      { claim: { name: "accuracy" }, table: "y,pred\n1,\n0,0\n" },
      '"pred" is empty',
      "line 2",
    ],
    [
      "a missing weight",
      {
        claim: { name: "accuracy", weighted: true },
        table: "y,pred,w\n1,1,\n0,0,1\n",
        columns: { weight: "w" },
      },
      '"w" is empty',
      "line 2",
    ],
    [
      "a ragged row",
      { claim: { name: "roc_auc" }, table: "y,score\n1,0.9\n0\n" },
      "1 row of t.csv cannot be read",
      "line 3",
    ],
    [
      "a missing number",
      { task: "regression", claim: { name: "r2" }, table: "y,pred\n1,1\n2,\n" },
      '"pred" is empty',
      "line 3",
    ],
    [
      "a label that is neither 0 nor 1",
      {
        task: "multilabel-classification",
        claim: { name: "accuracy" },
        table: "a,pa\nmaybe,1\n0,0\n",
        columns: { labels: { one: "a" }, predictions: { one: "pa" } },
      },
      '"a" holds "maybe", "0", and says of a label whether a row has it',
      'write 1 or true in "a"',
    ],
    [
      "a label without a decision",
      {
        task: "multilabel-classification",
        claim: { name: "accuracy" },
        table: "a,b,pa\n1,0,1\n0,0,0\n",
        columns: { labels: { one: "a", two: "b" }, predictions: { one: "pa" } },
      },
      'plays the role `predictions` for "two"',
      "columns: { predictions: { two: … } }",
    ],
    [
      "a missing bound",
      { task: "regression", claim: { name: "mpiw" }, table: "y,lower,upper\n1,1,2\n2,,3\n" },
      '"lower" is empty',
      "line 3",
    ],
    [
      "a class without scores",
      { task: MULTICLASS, claim: { name: "log_loss" }, table: "y,prob_a,prob_b\na,1,0\nc,0,1\n" },
      "plays the role `scores`",
      "columns: { scores: … }",
    ],
    [
      "no score of the positive class",
      { claim: { name: "roc_auc" }, table: "y,prob_a,prob_b\n1,1,0\n0,0,1\n" },
      "plays the role `score`",
      "columns: { score: … }",
    ],
  ])("%s", async (_, given, says, fix) => {
    const result = await resultOf(given);
    expect(result).toMatchObject({ says: expect.stringContaining(says), fix: expect.stringContaining(fix) });
  });

  it("does not mind a cell that the number does not read", async () => {
    const table = "y,pred,score,note\n1,1,,x\n0,0,0.1,\n";
    expect(await resultOf({ claim: { name: "accuracy" }, table })).toMatchObject({ kind: "value", value: 1 });
  });

  it("names the shard that holds it", async () => {
    const evidence = [{ kind: "predictions", path: "p/*.csv", split: "test" }];
    const content = { metrics: [{ name: "roc_auc", value: "1.00" }], evidence };
    const shards = { "p/1.csv": "y,score\n1,0.9\n", "p/2.csv": "y,score\n0,0.1\n0,\n" };
    const { bindings, measured } = await settled(folder(content, shards));
    expect(settle(bindings[0]!, measured)).toMatchObject({
      fix: expect.stringContaining("line 3 of p/2.csv"),
    });
  });
});

it("a task is measured as one kind of sample, or not yet", () => {
  expect(TASKS.filter((task) => sampleTask(task) !== null)).toEqual([
    "binary-classification",
    "multiclass-classification",
    "multilabel-classification",
    "regression",
    "anomaly-detection",
    "generation",
  ]);
});

it("a part of a sample has the rows asked for, in their order, in every column", () => {
  const weight = Float64Array.of(1, 2, 3);
  const rows = Int32Array.of(2, 0);
  const numbers = Float64Array.of(0.1, 0.2, 0.3);
  expect(subset({ task: "regression", truth: numbers, prediction: weight, weight }, rows)).toEqual({
    task: "regression",
    truth: Float64Array.of(0.3, 0.1),
    prediction: Float64Array.of(3, 1),
    weight: Float64Array.of(3, 1),
  });
  const bounds = { lower: numbers, upper: weight };
  expect(
    subset({ task: "regression", truth: numbers, prediction: null, bounds, weight: null }, rows),
  ).toEqual({
    task: "regression",
    truth: Float64Array.of(0.3, 0.1),
    prediction: null,
    bounds: { lower: Float64Array.of(0.3, 0.1), upper: Float64Array.of(3, 1) },
    weight: null,
  });
  const multiclass = { task: "multiclass", classes: ["a", "b"], truth: Int32Array.of(0, 1, 1) } as const;
  expect(
    subset({ ...multiclass, decision: Int32Array.of(1, 1, 0), scores: [numbers], weight: null }, rows),
  ).toEqual({
    ...multiclass,
    truth: Int32Array.of(1, 0),
    decision: Int32Array.of(0, 1),
    scores: [Float64Array.of(0.3, 0.1)],
    weight: null,
  });
  const binary = {
    task: "binary",
    classes: ["0", "1"],
    positive: Uint8Array.of(0, 1, 1),
    score: null,
  } as const;
  expect(subset({ ...binary, decision: Uint8Array.of(1, 1, 0), weight }, rows)).toMatchObject({
    positive: Uint8Array.of(1, 0),
    decision: Uint8Array.of(0, 1),
    score: null,
    weight: Float64Array.of(3, 1),
  });
});
