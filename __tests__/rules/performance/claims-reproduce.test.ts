import rule from "../../../src/rules/performance/claims-reproduce.ts";
import { CARD, cardWith, csv, decisions, testPredictions } from "../../support/card-text.ts";
import { finding, fine, notApplicable } from "../../support/expected.ts";
import { type RuleCase, testRule } from "../../support/rule-tester.ts";

/** Recall 8/10, precision 8/9 = 0.8889, accuracy 17/20, false positives 1/10, F1 16/19 = 0.8421. */
const TWENTY = decisions({ tp: 8, fn: 2, fp: 1, tn: 9 });

type Keys = Readonly<Record<string, string>>;
const claimed = (claim: string, test = TWENTY, keys: Keys = {}) =>
  cardWith({ metrics: `[{ ${claim} }]`, evidence: testPredictions(), ...keys }, { "test.csv": test });
const agrees = [fine("1 of 1 reported metrics agree")];
const none = fine("0 of 1 reported metrics agree");

/** Scores by which every threshold gives other decisions. */
const SCORES = csv(
  "id,y_true,y_score",
  "r1,1,0.9",
  "r2,1,0.8",
  "r3,0,0.7",
  "r4,1,0.4",
  "r5,0,0.3",
  "r6,0,0.2",
);

const right: readonly [string, string?, Keys?][] = [
  ["name: recall, value: 0.80, split: test"],
  ["name: recall, value: 0.8, split: test"],
  ["name: sensitivity, value: 0.800"],
  ["name: precision, value: 0.889, split: test"],
  // Cut off instead of rounded.
  ["name: precision, value: 0.888, split: test"],
  ["name: precision, value: 0.88888888888888, split: test"],
  ['name: precision, value: "88.9%", split: test'],
  ["name: precision, value: 88.9, split: test"],
  ["name: precision, value: 88.9, unit: percent, split: test"],
  ["name: precision, value: 8.89e-1, split: test"],
  ["name: false_positive_rate, value: 0.10, split: test"],
  ["name: f1, value: 0.8421, split: test"],
  ["name: accuracy, value: 0.85, n: 20"],
  // scikit-learn 1.9.1: roc_auc_score 0.8889, log_loss 0.5048, average_precision_score 0.9167, brier_score_loss 0.1717.
  ["name: roc_auc, value: 0.889", SCORES],
  ["name: log_loss, value: 0.5048", SCORES],
  ["name: average_precision, value: 0.917", SCORES],
  ["name: brier_score, value: 0.1717", SCORES],
  // At 0.35 the rows 1 to 4 are positive: 3/3 found, 3/4 right. At 0.8, inclusive, rows 1 and 2.
  ["name: recall, value: 1.00, threshold: 0.35", SCORES],
  ["name: precision, value: 0.75, threshold: 0.35", SCORES],
  ["name: recall, value: 0.67, threshold: 0.8", SCORES],
  ["name: recall@0.8, value: 0.67", SCORES],
  ["name: recall, value: 0.67", SCORES, { prediction: "{ threshold: 0.8 }" }],
  ["name: recall, value: 1.00, threshold: 0.35", SCORES, { prediction: "{ threshold: 0.8 }" }],
  // By weight 3 + 1 of 3 + 1 + 1 true rows are right: (3 + 1 + 1 + 1) / 8 = 0.75 against 4/6 without.
  [
    "name: accuracy, value: 0.750, weighted: true",
    csv("id,y_true,y_pred,w", "1,1,1,3", "2,1,1,1", "3,0,1,1", "4,1,0,1", "5,0,0,1", "6,0,0,1"),
    { evidence: testPredictions("columns: { weight: w }") },
  ],
  [
    "name: accuracy, value: 0.667",
    csv("id,y_true,y_pred,w", "1,1,1,3", "2,1,1,1", "3,0,1,1", "4,1,0,1", "5,0,0,1", "6,0,0,1"),
    { evidence: testPredictions("columns: { weight: w }") },
  ],
  // One class in three spellings: 3 of 4 found.
  [
    "name: recall, value: 0.75",
    csv("id,y_true,y_pred", "1,1,1", "2,1.0,1", "3,True,1.0", "4,true,False", "5,0,0"),
  ],
  [
    "name: recall, value: 0.50",
    csv("id,y_true,y_pred", "1,default,default", "2,default,paid", "3,paid,paid"),
    { prediction: "{ positive_class: default }" },
  ],
  // A lower score is more likely positive: at 0.4 or lower, rows 1 and 2 of three positives.
  [
    "name: recall, value: 0.67, threshold: 0.4",
    csv("id,y_true,y_score", "1,1,0.1", "2,1,0.4", "3,1,0.5", "4,0,0.9"),
    { prediction: "{ score_direction: lower }" },
  ],
];

const wrong: readonly [string, string, string, Keys?][] = [
  [
    "name: recall, value: 0.81, split: test",
    "recall on test is reported as 0.81 and the predictions give 0.8000",
    "report 0.80",
  ],
  ["name: recall, value: 0.79, split: test", "give 0.8000", "report 0.80"],
  ["name: precision, value: 0.890, split: test", "give 0.88889", "report 0.889"],
  ['name: precision, value: "89.0%", split: test', "reported as 89.0%", "report 0.889"],
  ["name: precision, value: 0.8880, split: test", "give 0.888889", "report 0.8889"],
  ["name: recall, value: 1.0, split: test", "reported as 1.0", "report 0.8"],
];

/** Intervals of a recall of 8 in 10 that could be its own, and some that could not. */
const around = [
  "0.80, interval: [0.49, 0.94]",
  '"80%", interval: [0.49, 0.94]',
  "0.80, interval: [49, 94]",
  "0.80, interval: [0.801, 0.9]",
];
const beside = [
  "0.80, interval: [0.85, 0.94]",
  "0.80, interval: [0.94, 0.49]",
  '"0.80 (0.90-0.95)"',
  "0.80, interval: [0.1, 0.2]",
];

const cases: RuleCase[] = [
  ...around.map((text) => ({
    name: `an interval around its number: ${text}`,
    files: claimed(`name: recall, value: ${text}, split: test`),
    expects: agrees,
  })),
  ...beside.map((text) => ({
    name: `an interval that is of no such number: ${text}`,
    files: claimed(`name: recall, value: ${text}, split: test`),
    expects: [finding({ about: "interval|recall|test|", says: "which does not hold it" }), ...agrees],
  })),
  { name: "no claim", files: cardWith({}), expects: [notApplicable("the card reports no metric")] },
  ...right.map(([claim, test, keys]) => ({
    name: `${claim}${keys ? `, ${JSON.stringify(keys)}` : ""}`,
    files: claimed(claim, test, keys),
    expects: agrees,
  })),
  ...wrong.map(([claim, says, fix]) => ({
    name: `not so: ${claim}`,
    files: claimed(claim),
    expects: [finding({ says, fix }), none],
  })),
  {
    name: "the finding is about what the claim means, and stands at its number",
    files: claimed(
      "name: sensitivity, value: 0.99, split: test, threshold: 0.5, slice: { sex: f }",
      csv("id,y_true,y_score,sex", ...[1, 2, 3, 4, 5].map((row) => `${row},1,0.${row + 2},f`)),
    ),
    // Scores 0.3 to 0.7; three of them are 0.5 or more.
    expects: [
      finding({
        about: "recall|test|sex=f|0.5",
        at: `${CARD}:2:39`,
        says: "recall on test, sex=f, at 0.5 is reported as 0.99 and the predictions give 0.6000",
        fix: "check the threshold and the split first",
      }),
      none,
    ],
  },
  {
    name: "the right number on the wrong count of rows",
    files: claimed("name: recall, value: 0.80, split: test, n: 2000"),
    expects: [
      finding({
        about: "recall|test|",
        says: "is reported as 0.80 on 2000 rows; the predictions give it on 20",
        fix: "set `n: 20`, or commit all rows",
      }),
      none,
    ],
  },
  {
    name: "the wrong number on the wrong count of rows",
    files: claimed("name: recall, value: 0.90, split: test, n: 2000"),
    expects: [finding({ says: "give 0.8000, on 20 rows instead of 2000" }), none],
  },
  {
    name: "the wrong number on the right count of rows",
    files: claimed("name: recall, value: 0.90, split: test, n: 20"),
    expects: [finding({ says: /give 0\.8000$/ }), none],
  },
  {
    name: "one claim twice, with two values",
    files: cardWith(
      {
        metrics: "[{ name: recall, value: 0.80, split: test }, { name: recall, value: 0.95, split: test }]",
        evidence: testPredictions(),
      },
      { "test.csv": TWENTY },
    ),
    expects: [finding({ about: "recall|test|", says: "0.95" }), fine("1 of 2")],
  },
  // Digits.
  {
    name: "a digit that agrees with almost anything",
    files: claimed("name: precision, value: 0.9, split: test"),
    expects: [
      finding({
        about: "digits|precision|test|",
        at: `${CARD}:2:37`,
        says: "reported as 0.9, with fewer than 2 significant digits",
        fix: "report 0.89",
      }),
      fine("1 of 1"),
    ],
  },
  ...["1", "100%", "1."].map((value) => ({
    name: `a share of ${value} stands for all from a half on`,
    files: claimed(`name: precision, value: "${value}", split: test`),
    expects:
      value === "100%"
        ? [finding({ about: "precision|test|" }), none]
        : [finding({ about: "digits|precision|test|" }), fine("1 of 1")],
  })),
  {
    name: "a share of 0 stands for all below a half",
    files: claimed("name: false_positive_rate, value: 0, split: test"),
    expects: [finding({ about: "digits|false_positive_rate|test|", fix: "report 0.10" }), fine("1 of 1")],
  },
  {
    name: "a 1 and a 0 that are exact need no more digits",
    files: cardWith(
      {
        metrics:
          "[{ name: recall, value: 1 }, { name: false_positive_rate, value: 0 }, { name: accuracy, value: 1.0 }]",
        evidence: testPredictions(),
      },
      { "test.csv": decisions({ tp: 10, tn: 10 }) },
    ),
    expects: [fine("3 of 3")],
  },
  {
    name: "as many digits as are asked for",
    files: claimed("name: precision, value: 0.889, split: test"),
    parameters: { minimumDigits: 3 },
    expects: agrees,
  },
  {
    name: "a digit fewer",
    files: claimed("name: precision, value: 0.89, split: test"),
    parameters: { minimumDigits: 3 },
    expects: [
      finding({ about: "digits|precision|test|", says: "fewer than 3", fix: "report 0.889" }),
      fine("1 of 1"),
    ],
  },
  {
    name: "leading zeros are no digits",
    files: claimed(
      "name: false_positive_rate, value: 0.01, split: test",
      decisions({ tp: 1, fp: 1, tn: 79 }),
    ),
    expects: [finding({ about: "digits|false_positive_rate|test|", fix: "report 0.013" }), fine("1 of 1")],
  },
  // What cannot be recomputed is performance/claims-bound's to tell, and is never said to agree.
  ...(
    [
      ["no evidence", { evidence: "[]" }],
      ["another split", { evidence: testPredictions().replace("split: test", "split: holdout") }],
      ["no file", { evidence: testPredictions().replace("test.csv", "gone.csv") }],
      ["no task", { model: "name: A" }],
      ["another metric", { metrics: "[{ name: bleu, value: 0.80, split: test }]" }],
      ["a slice that no row has", { metrics: "[{ name: recall, value: 0.80, slice: { y_pred: 7 } }]" }],
    ] as const
  ).map(([name, keys]) => ({
    name: `nothing can be recomputed: ${name}`,
    files: claimed("name: recall, value: 0.80, split: test", TWENTY, keys),
    expects: [notApplicable("no reported metric can be recomputed; performance/claims-bound says why")],
  })),
  {
    name: "a claim that is not bound does not count as agreeing",
    files: cardWith(
      {
        metrics:
          "[{ name: recall, value: 0.80, split: test }, { name: recall, value: 0.80, split: holdout }]",
        evidence: testPredictions(),
      },
      { "test.csv": TWENTY },
    ),
    expects: [fine("1 of 2 reported metrics agree")],
  },
  {
    name: "a value that no row has is not the rows that have none",
    files: claimed(
      "name: recall, value: 0.80, split: test, slice: { sex: x }",
      decisions({ tp: 8, fn: 2, sex: "" }, { tp: 5, fn: 5, sex: "f" }),
    ),
    expects: [notApplicable("claims-bound")],
  },
  {
    name: "evidence that the claim names, of another split than the claim's",
    files: cardWith(
      {
        metrics: "[{ name: recall, value: 0.80, split: test, evidence: train-predictions }]",
        evidence: "[{ id: train-predictions, kind: predictions, path: train.csv, split: train }]",
      },
      { "train.csv": TWENTY },
    ),
    expects: [notApplicable("claims-bound")],
  },
  {
    name: "several classes: averages, and one class",
    // scikit-learn 1.9.1 of aaaabbbbcc against aaabbbbccc: macro F1 0.80238, micro 0.8, recall of c 1, of a 0.75.
    files: cardWith(
      {
        model: "task: multiclass-classification",
        metrics:
          "[{ name: f1, average: macro, value: 0.802 }, { name: f1_micro, value: 0.80 }, { name: recall, class: c, value: 1.0 }, { name: recall, class: a, value: 0.76 }, { name: accuracy, value: 0.80 }]",
        evidence: testPredictions(),
      },
      {
        "test.csv": csv(
          "id,y_true,y_pred",
          ...[..."aaaabbbbcc"].map((truth, row) => `${row},${truth},${"aaabbbbccc"[row]}`),
        ),
      },
    ),
    expects: [
      finding({ about: "recall|test||class=a", says: "class a is reported as 0.76" }),
      fine("4 of 5"),
    ],
  },
  {
    name: "numbers: errors of 0.5 throughout",
    // R² is 1 - 6·0.25 / 17.5 = 0.914286.
    files: cardWith(
      {
        model: "task: regression",
        metrics:
          "[{ name: mean_absolute_error, value: 0.50 }, { name: r2, value: 0.91 }, { name: rmse, value: 0.500 }, { name: max_error, value: 1 }]",
        evidence: testPredictions(),
      },
      {
        "test.csv": csv(
          "id,y_true,y_pred",
          ...["1,1.5", "2,1.5", "3,3.5", "4,3.5", "5,5.5", "6,5.5"].map((cells, row) => `${row},${cells}`),
        ),
      },
    ),
    expects: [finding({ about: "digits|max_error|test|", fix: "report 0.50" }), fine("4 of 4")],
  },
];

testRule(rule, cases);
