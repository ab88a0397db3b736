import { expect, it } from "vitest";
import { recordNeeds } from "../../src/report/record-needs.ts";
import { judgedOf } from "../support/judged.ts";

const FILES = {
  "m/model-card.yaml": `model: { id: m, task: binary-classification, artifacts: [{ path: model.onnx }] }
metrics: [{ name: recall, value: 1, split: test }, { name: recall, value: 1, split: train }]
evidence: [{ id: preds, kind: predictions, path: t.csv, split: test }]
`,
  "m/t.csv": "y_true,y_pred\n1,1\n",
};

it("the record measures every claim that can be, and digests all that the card rests on", async () => {
  const { subject } = await judgedOf(FILES);
  const needs = recordNeeds(subject).map((need) =>
    need.kind === "digest" ? need.path : `${need.kind} of ${"table" in need ? need.table : ""}`,
  );
  expect(needs).toEqual(["metric of preds", "m/model-card.yaml", "m/model.onnx", "m/t.csv"]);
});

it("the record of a card that is gone measures nothing", async () => {
  const { subject } = await judgedOf(FILES, { removed: true });
  expect(recordNeeds(subject)).toEqual([]);
});
