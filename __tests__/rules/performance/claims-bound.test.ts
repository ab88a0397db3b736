import rule from "../../../src/rules/performance/claims-bound.ts";
import { CARD, cardWith, csv, decisions, testPredictions } from "../../support/card-text.ts";
import { cannotTell, fine, notApplicable } from "../../support/expected.ts";
import { type Files, type RuleCase, testRule } from "../../support/rule-tester.ts";

type Keys = Readonly<Record<string, string>>;
const RECALL = "[{ name: recall, value: 0.80, split: test }]";
const TWENTY: Files = { "test.csv": decisions({ tp: 8, fn: 2, fp: 1, tn: 9, sex: "f" }) };
const card = (keys: Keys, beside: Files = TWENTY) =>
  cardWith({ metrics: RECALL, evidence: testPredictions(), ...keys }, beside);
const only = (columns: string, ...rows: readonly string[]): Files => ({ "test.csv": csv(columns, ...rows) });

/** Why the one claim, a recall of the test split, cannot be recomputed, and what would let it. */
const loose: readonly [string, Keys, Files | undefined, string | RegExp, string | RegExp][] = [
  [
    "no evidence",
    { evidence: "[]" },
    undefined,
    'no predictions of split "test" back this number',
    "kind: predictions",
  ],
  [
    "evidence without a path",
    { evidence: "[{ kind: predictions, split: test }]" },
    undefined,
    "no predictions",
    "path: …",
  ],
  [
    "evidence of another split",
    { evidence: testPredictions().replace("split: test", "split: tst") },
    undefined,
    'the nearest split with predictions is "tst"',
    "split: test",
  ],
  [
    "evidence of no split",
    { evidence: testPredictions().replace(", split: test", "") },
    undefined,
    '"test-predictions" names no split',
    "add `split: test`",
  ],
  ["a file that is not there", {}, {}, "does not exist", /./],
  [
    "a file outside the tree",
    { evidence: testPredictions().replace("test.csv", "../../../x.csv") },
    undefined,
    /./,
    /./,
  ],
  [
    "a file without rows",
    {},
    { "test.csv": "id,y_true,y_pred\n" },
    "0 rows",
    "write the rows to the evidence",
  ],
  [
    "no task",
    { model: "name: A" },
    undefined,
    "does not say the model's task",
    "with one of binary-classification, multiclass-classification",
  ],
  [
    "another task",
    { model: "task: ranking" },
    undefined,
    "metrics of ranking are not recomputed yet",
    "reviewer",
  ],
  ["no label", {}, only("id,y_pred", "1,1"), "known to be the label", "columns: { label: … }"],
  [
    "two labels",
    {},
    only("id,y_true,label,y_pred", "1,1,1,1"),
    /y_true and label both fit|label and y_true both fit/,
    "say which",
  ],
  ["no prediction", {}, only("id,y_true", "1,1"), "known to be the prediction", "columns: { prediction: … }"],
  [
    "a score and no threshold",
    {},
    only("id,y_true,y_score", "1,1,0.9"),
    "gives a threshold",
    "prediction: { threshold: … }",
  ],
  ["an empty cell", {}, only("id,y_true,y_pred", "1,1,1", "2,,1"), '1 cell of "y_true" is empty', "line 3"],
  [
    "a row too short",
    {},
    only("id,y_true,y_pred", "1,1,1", "2,1"),
    "1 row of models/a/test.csv cannot be read",
    "line 3",
  ],
  ["all labels are empty", {}, only("id,y_true,y_pred", "1,,1", "2,,1"), '2 cells of "y_true"', /./],
  [
    "three classes",
    {},
    only("id,y_true,y_pred", "1,a,a", "2,b,b", "3,c,c"),
    "here are 3",
    "multiclass-classification",
  ],
  [
    "no positive class",
    {},
    only("id,y_true,y_pred", "1,yes,no", "2,no,no"),
    "which of the classes",
    "positive_class",
  ],
  [
    "a positive class that no row has",
    { prediction: "{ positive_class: Yes }" },
    only("id,y_true,y_pred", "1,yes,no", "2,no,no"),
    'positive class "Yes" is not among',
    'to "yes"',
  ],
  [
    "no positive row",
    {},
    only("id,y_true,y_pred", "1,0,0", "2,0,1"),
    "recall is undefined on 2 rows",
    "take the claim out",
  ],
  [
    "weights that no column has",
    { metrics: "[{ name: recall, value: 0.80, split: test, weighted: true }]" },
    undefined,
    "weight",
    "columns: { weight: … }",
  ],
  [
    "evidence that the card does not have",
    { metrics: "[{ name: recall, value: 0.80, split: test, evidence: test-prediction }]" },
    undefined,
    'names evidence "test-prediction"',
    "write `evidence: test-predictions`",
  ],
  [
    "evidence of another split than the claim's",
    { metrics: "[{ name: recall, value: 0.80, split: train, evidence: test-predictions }]" },
    undefined,
    'is about split "train", and the evidence "test-predictions" that it names is of split "test"',
    "correct the claim's",
  ],
  [
    "a slice by a column that is not there",
    { metrics: "[{ name: recall, value: 0.80, split: test, slice: { sx: f } }]" },
    undefined,
    'no column "sx" to slice by',
    "`slice`",
  ],
  [
    "a slice that no row is of",
    { metrics: "[{ name: recall, value: 0.80, split: test, slice: { sex: female } }]" },
    undefined,
    "no row has sex=female",
    "correct the claim's `slice`",
  ],
  [
    "a slice of too few rows",
    { metrics: "[{ name: recall, value: 1.00, split: test, slice: { sex: m } }]" },
    { "test.csv": decisions({ tp: 4, sex: "m" }, { tp: 9, sex: "f" }) },
    "fewer than 5 rows",
    "more rows of this slice",
  ],
  [
    "a slice of too few rows, where the metric is undefined as well",
    { metrics: "[{ name: recall, value: 1.00, split: test, slice: { sex: m } }]" },
    { "test.csv": decisions({ tn: 4, sex: "m" }, { tp: 9, sex: "f" }) },
    "fewer than 5 rows",
    "more rows of this slice",
  ],
  [
    "a metric that is misspelt",
    { metrics: "[{ name: recal, value: 0.80, split: test }]" },
    undefined,
    '"recal" is no metric known for binary-classification',
    "write `recall`",
  ],
  [
    "a setting that the metric does not take",
    { metrics: '[{ name: accuracy, value: 0.85, split: test, class: "1" }]' },
    undefined,
    'accuracy takes no "class"',
    "take the claim out",
  ],
  [
    "a metric that needs its beta",
    { metrics: "[{ name: fbeta, value: 0.80, split: test }]" },
    undefined,
    "needs its beta",
    "add `beta:`",
  ],
  [
    "several predictions",
    {
      evidence: `[${testPredictions().slice(1, -1)}, { id: more, kind: predictions, path: test.csv, split: test }]`,
    },
    undefined,
    "several predictions fit this claim: test-predictions, more",
    "`evidence:`",
  ],
];

const cases: RuleCase[] = [
  { name: "no claim", files: cardWith({}), expects: [notApplicable("the card reports no metric")] },
  {
    name: "a claim that is bound",
    files: card({}),
    expects: [fine("1 of 1 reported metrics were recomputed")],
  },
  {
    name: "a claim that is bound and wrong is claims-reproduce's to tell",
    files: card({ metrics: "[{ name: recall, value: 0.99, split: test }]" }),
    expects: [fine("1 of 1")],
  },
  {
    name: "the only predictions stand for a claim that names no split",
    files: card({ metrics: "[{ name: recall, value: 0.80 }]" }),
    expects: [fine("1 of 1")],
  },
  {
    name: "evidence that the claim names, of its own split",
    files: card({
      metrics: "[{ name: recall, value: 0.80, split: test, evidence: more }]",
      evidence: `[${testPredictions().slice(1, -1)}, { id: more, kind: predictions, path: test.csv, split: test }]`,
    }),
    expects: [fine("1 of 1")],
  },
  {
    name: "a slice of five rows",
    files: card(
      { metrics: "[{ name: recall, value: 1.00, split: test, slice: { sex: m } }]" },
      { "test.csv": decisions({ tp: 5, sex: "m" }, { tp: 9, sex: "f" }) },
    ),
    expects: [fine("1 of 1")],
  },
  ...loose.map(([name, keys, beside, says, fix]) => ({
    name,
    files: card(keys, beside),
    expects: [cannotTell({ at: `${CARD}:2`, says, fix })],
  })),
  {
    name: "the answer is about what the claim means, and stands at its number",
    files: card({
      metrics: "[{ name: sensitivity, value: 0.80, split: dev, threshold: 0.4, slice: { sex: f } }]",
    }),
    expects: [
      cannotTell({
        about: "sensitivity|dev|sex=f|0.4",
        at: `${CARD}:2:39`,
        says: "sensitivity on dev, sex=f, at 0.4 = 0.80 cannot be recomputed: no predictions of split",
      }),
    ],
  },
  {
    name: "claims that one fix would bind are one answer, which names three of them",
    files: card({
      metrics: `[${["recall", "precision", "f1", "accuracy"].map((name) => `{ name: ${name}, value: 0.8, split: dev }`).join(", ")}]`,
    }),
    expects: [
      cannotTell({
        about: "several|accuracy|dev|",
        at: `${CARD}:2:34`,
        says: "4 reported metrics cannot be recomputed (recall on dev; precision on dev; f1 on dev; …): no predictions",
      }),
    ],
  },
  {
    name: "three claims are all named",
    files: card({
      metrics: `[${["recall", "precision", "f1"].map((name) => `{ name: ${name}, value: 0.8, split: dev }`).join(", ")}]`,
    }),
    expects: [
      cannotTell({ about: "several|f1|dev|", says: "(recall on dev; precision on dev; f1 on dev): no" }),
    ],
  },
  {
    name: "of claims with one fix and different reasons, it is said whose the reason is",
    files: card(
      {
        metrics:
          "[{ name: recall, value: 0.8, split: test }, { name: specificity, value: 0.8, split: test }]",
      },
      { "test.csv": decisions({ tn: 0, fp: 0 }) },
    ),
    expects: [cannotTell({ about: "several|recall|test|", says: "; the first: recall is undefined" })],
  },
  {
    name: "claims that need different fixes are answered apart, beside those that are bound",
    files: card({
      metrics:
        "[{ name: recall, value: 0.80, split: test }, { name: recal, value: 0.80, split: test }, { name: recall, value: 0.7, split: dev }]",
    }),
    expects: [
      cannotTell({ about: "recal|test|", fix: "recall" }),
      cannotTell({ about: "recall|dev|" }),
      fine("1 of 3"),
    ],
  },
];

testRule(rule, cases);
