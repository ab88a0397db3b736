import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import rule from "../../../src/rules/performance/claims-possible.ts";
import { CARD, cardWith, decisions, testPredictions } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { type Files, type RuleCase, testRule, verdictsOf } from "../../support/rule-tester.ts";

type Keys = Readonly<Record<string, string>>;

const DATA = "[{ split: test, rows: 450 }]";
/** Line 2 are the claims, line 3 the data. */
const card = (claims: readonly string[], keys: Keys = {}, beside: Files = {}) =>
  cardWith({ metrics: `[${claims.map((one) => `{ ${one} }`).join(", ")}]`, data: DATA, ...keys }, beside);
const onTest = (...claims: readonly string[]) => claims.map((one) => `split: test, ${one}`);

/** TP 81, FP 9, FN 19, TN 341: 100 positives among 450. */
const HONEST = onTest(
  "name: accuracy, value: 0.938",
  "name: precision, value: 0.900",
  "name: recall, value: 0.810",
  "name: f1, value: 0.853",
  "name: specificity, value: 0.974",
  "name: matthews_corrcoef, value: 0.815",
);
const WRONG_F1 = HONEST.with(3, onTest("name: f1, value: 0.883")[0]!);
const nothingBinds = notApplicable("is known to bind another");

const cases: RuleCase[] = [
  { name: "no claim", files: cardWith({}), expects: [notApplicable("reports no metric")] },
  {
    name: "no task",
    files: card(HONEST, { model: "name: A" }),
    expects: [notApplicable("does not say the model's task")],
  },
  {
    name: "a task without laws",
    files: card(HONEST, { model: "task: ranking" }),
    expects: [notApplicable("metrics of ranking")],
  },
  {
    name: "numbers of one matrix",
    files: card(HONEST),
    expects: [fine("6 numbers on test can come from one confusion matrix of 450 rows")],
  },
  {
    name: "an F1 that is not that of the precision and the recall, at the number that comes last",
    files: card(WRONG_F1),
    expects: [
      finding({
        at: `${CARD}:2:183`,
        about: "f1|test| precision|test| recall|test|",
        says: "no data can give what is reported on test: f1 0.883 cannot go with precision 0.900 and recall 0.810: F is 2PR / (P + R)",
        fix: "correct the number that was mistyped",
      }),
      fine("3 numbers on test can come from one confusion matrix"),
    ],
  },
  {
    name: "a share that no whole number of rows is, by the claim's own n",
    files: card(["name: accuracy, value: 0.933, split: dev, n: 40"]),
    expects: [finding({ says: "on dev: no confusion matrix of 40 rows gives accuracy 0.933" })],
  },
  {
    name: "percents are fractions",
    files: card(
      onTest(
        "name: accuracy, value: 93.8%",
        "name: recall, value: 81.0",
        "name: f1, value: 88.3%",
        "name: precision, value: 90.0%",
      ),
    ),
    expects: [finding({ says: "f1 0.883 cannot go with" }), fine("1 number on test")],
  },
  {
    name: "the count of rows is the split's own",
    files: card(onTest("name: accuracy, value: 0.93333"), { data: "[{ split: train, rows: 7 }]" }),
    expects: [nothingBinds],
  },
  {
    name: "data of one split in two parts, of which one is counted, give no count",
    files: card(onTest("name: accuracy, value: 0.93333"), {
      data: "[{ split: test, rows: 7 }, { split: test, name: b }]",
    }),
    expects: [nothingBinds],
  },
  ...[
    ["| Metric | Test |", "0.900 ± 0.02", "0.810 ± 0.02", "0.883 ± 0.02", nothingBinds],
    ["| Metric | Mean |", "0.900", "0.810", "0.883", nothingBinds],
    ["| Metric | Test |", "0.900", "0.810", "0.883", finding({ says: "f1 0.883 cannot go with" })],
  ].map(([header, precision, recall, f1, expected]) => ({
    name: `${header} with an F1 of ${f1}`,
    files: {
      "a/MODEL_CARD.md": `# A\n\n- **Task:** binary classification\n\n## Metrics\n\n${header}\n| --- | --- |\n| Precision | ${precision} |\n| Recall | ${recall} |\n| F1 | ${f1} |\n`,
    },
    expects: [expected as typeof nothingBinds],
  })),
  {
    name: "two counts for one split are none",
    files: card(onTest("name: accuracy, value: 0.93333"), {
      data: "[{ split: test, rows: 7 }, { split: test, rows: 9 }]",
    }),
    expects: [nothingBinds],
  },
  ...[
    ["another threshold", WRONG_F1.with(3, `${WRONG_F1[3]}, threshold: 0.7`)],
    ["another average", WRONG_F1.with(3, onTest("name: f1, value: 0.907, average: macro")[0]!)],
    ["another split", WRONG_F1.with(3, "name: f1, value: 0.883, split: dev")],
    ["another slice", WRONG_F1.with(3, `${WRONG_F1[3]}, slice: { sex: f }`)],
    ["another dataset", WRONG_F1.with(3, `${WRONG_F1[3]}, dataset: b`)],
    ["another count of rows", [...WRONG_F1.map((one) => `${one}, n: 450`)].with(3, `${WRONG_F1[3]}, n: 90`)],
    ["weighted rows", WRONG_F1.with(3, `${WRONG_F1[3]}, weighted: true`)],
    ["a mean with its spread", WRONG_F1.with(3, onTest('name: f1, value: "0.883 ± 0.02"')[0]!)],
    [
      "a mean whose spread is an interval",
      WRONG_F1.with(3, onTest("name: f1, value: 0.883, interval: [0.873, 0.893]")[0]!),
    ],
  ].map(([name, claims]) => ({
    name: `an F1 of ${name} is another number`,
    files: card(claims as string[]),
    expects: [fine(/can come from/)],
  })),
  ...["cross-validation", "cv", "5-fold CV", "out-of-fold", "cv_mean"].map((split) => ({
    name: `means over folds: ${split}`,
    files: card(WRONG_F1.map((one) => one.replace("split: test", `split: "${split}"`))),
    expects: [nothingBinds],
  })),
  {
    name: "one number twice",
    files: card([...HONEST, ...onTest("name: sensitivity, value: 0.75")]),
    expects: [
      notApplicable("recall on test is reported as 0.810 and as 0.75: what sets the two apart is not said"),
      fine("5 numbers"),
    ],
  },
  {
    name: "one number twice, in more digits",
    files: card([...HONEST, ...onTest("name: sensitivity, value: 0.81")]),
    expects: [fine("7 numbers")],
  },
  {
    name: "a number that its metric cannot have",
    files: card(onTest("name: accuracy, value: 120%")),
    expects: [finding({ says: "accuracy 1.20 lies outside of what accuracy can be" })],
  },
  {
    name: "numbers of nothing decided, where tools write 0 for 0/0",
    files: card(
      onTest(
        "name: precision, value: 0.000",
        "name: recall, value: 0.000",
        "name: f1, value: 0.000",
        "name: accuracy, value: 0.900",
      ),
    ),
    expects: [fine(/number/)],
  },
  {
    name: "supports tell the positives",
    files: card([
      ...onTest('name: support, value: 350, class: "0"', 'name: support, value: 100, class: "1"'),
      ...onTest("name: recall, value: 0.815", "name: accuracy, value: 0.938"),
    ]),
    expects: [
      finding({ says: "no confusion matrix of 450 rows with 100 positives gives recall 0.815" }),
      fine("1 number"),
    ].slice(0, 1),
  },
  {
    name: "a confusion matrix tells the positives",
    files: card([
      ...onTest(
        'name: confusion_matrix, value: 341, actual: "0", predicted: "0"',
        'name: confusion_matrix, value: 9, actual: "0", predicted: "1"',
        'name: confusion_matrix, value: 19, actual: "1", predicted: "0"',
        'name: confusion_matrix, value: 81, actual: "1", predicted: "1"',
        "name: recall, value: 0.815",
      ),
    ]),
    expects: [finding({ says: "450 rows with 100 positives gives recall 0.815" })],
  },
  {
    name: "a report by class without a positive class",
    files: card(
      onTest(
        "name: precision, value: 0.947, class: repaid",
        "name: recall, value: 0.974, class: repaid",
        "name: precision, value: 0.900, class: default",
        "name: recall, value: 0.710, class: default",
        "name: accuracy, value: 0.938",
      ),
    ),
    expects: [finding({ says: "no confusion matrix of 450 rows gives" })],
  },
  {
    name: "a macro average below all classes",
    files: card(
      onTest(
        "name: recall, value: 0.90, class: a",
        "name: recall, value: 0.80, class: b",
        "name: recall, value: 0.85, class: c",
        "name: recall, value: 0.78, average: macro",
      ),
      { model: "task: multiclass-classification", prediction: "{ classes: [a, b, c] }", data: "[]" },
    ),
    expects: [finding({ says: "a macro average is the plain mean of the classes" })],
  },
  {
    name: "classes that may not be all bind no average",
    files: card(
      onTest(
        "name: recall, value: 0.90, class: a",
        "name: recall, value: 0.80, class: b",
        "name: recall, value: 0.78, average: macro",
      ),
      { model: "task: multiclass-classification", data: "[]" },
    ),
    expects: [nothingBinds],
  },
  {
    name: "MAE above RMSE",
    files: card(onTest("name: mae, value: 5.1", "name: rmse, value: 4.9"), { model: "task: regression" }),
    expects: [finding({ says: "no mean of errors is above their root mean square" })],
  },
  {
    name: "errors in two units",
    files: card(onTest("name: mae, value: 510, unit: EUR", "name: rmse, value: 0.9, unit: kEUR"), {
      model: "task: regression",
    }),
    expects: [nothingBinds],
  },
  {
    name: "errors that can be",
    files: card(onTest("name: mae, value: 4.1", "name: rmse, value: 4.9"), { model: "task: regression" }),
    expects: [fine("no known law speaks against 2 numbers")],
  },
  {
    name: "a recall above every group's",
    files: card(
      onTest(
        "name: recall, value: 0.86, n: 450",
        "name: recall, value: 0.80, n: 250, slice: { sex: female }",
        "name: recall, value: 0.84, n: 200, slice: { sex: male }",
      ),
    ),
    expects: [
      finding({
        says: "recall on test is reported as 0.86, beside its groups by sex: recall 0.86 cannot come of its slices",
      }),
      fine(/.*/),
    ],
  },
  {
    name: "groups that leave rows out bind nothing",
    files: card(
      onTest(
        "name: recall, value: 0.86, n: 450",
        "name: recall, value: 0.80, n: 250, slice: { sex: female }",
        "name: recall, value: 0.84, n: 190, slice: { sex: male }",
      ),
    ),
    expects: [fine("3 numbers can come from 3 confusion matrices")],
  },
  {
    name: "an accuracy weighs its groups by their rows",
    files: card(
      onTest(
        "name: accuracy, value: 0.86",
        "name: accuracy, value: 0.80, n: 250, slice: { sex: female }",
        "name: accuracy, value: 0.90, n: 200, slice: { sex: male }",
      ),
    ),
    expects: [finding({ says: "accuracy 0.86 cannot come of its slices" }), fine("3 numbers can come")],
  },
  {
    name: "an accuracy of its groups",
    files: card(
      onTest(
        "name: accuracy, value: 0.844",
        "name: accuracy, value: 0.80, n: 250, slice: { sex: female }",
        "name: accuracy, value: 0.90, n: 200, slice: { sex: male }",
      ),
    ),
    expects: [fine("3 numbers can come"), fine("1 overall number can come of the groups' numbers")],
  },
  {
    name: "numbers that the predictions give, and one that they deny, are claims-reproduce's",
    files: card(
      onTest("name: recall, value: 0.80", "name: precision, value: 0.89", "name: f1, value: 0.99"),
      { data: "[]", evidence: testPredictions() },
      { "test.csv": decisions({ tp: 8, fn: 2, fp: 1, tn: 9 }) },
    ),
    expects: [fine("2 numbers on test can come from one confusion matrix of 20 rows")],
  },
  {
    name: "a number that cannot be measured is held against those that can",
    files: card(
      onTest("name: recall, value: 0.80", "name: precision, value: 0.89", "name: roc_auc, value: 0.777"),
      { data: "[]", evidence: testPredictions() },
      { "test.csv": decisions({ tp: 8, fn: 2, fp: 1, tn: 9 }) },
    ),
    expects: [fine("2 numbers on test")],
  },
  {
    name: "more numbers than are held together",
    files: card(
      onTest(
        "name: recall, value: 0.810",
        ...Array.from({ length: 64 }, (_, i) => `name: fbeta, beta: ${i + 1}, value: 0.8`),
      ),
    ),
    expects: [cannotTell({ about: "together|test|", says: "too many to hold together" })],
  },
];

testRule(rule, cases);

describe("a finding of claims-possible", () => {
  it("names the other places that it is about", async () => {
    const [first] = await verdictsOf(rule, { files: card(WRONG_F1) });
    expect(first).toMatchObject({ outcome: "finding", also: [{ line: 2 }, { line: 2 }] });
  });
});

const count = fc.integer({ min: 0, max: 60 });
const matrix = fc.record({ tp: count, fp: count, fn: count, tn: count });
type Matrix = typeof matrix extends fc.Arbitrary<infer M> ? M : never;

/** What the decisions of these rows are reported as, with what they give; 0/0 is not reported. */
function reportOf({ tp, fp, fn, tn }: Matrix, digits: number, where: string): string[] {
  const values = {
    accuracy: (tp + tn) / (tp + fp + fn + tn),
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    specificity: tn / (tn + fp),
    f1: (2 * tp) / (2 * tp + fp + fn),
    balanced_accuracy: (tp / (tp + fn) + tn / (tn + fp)) / 2,
  };
  return Object.entries(values).flatMap(([name, value]) =>
    Number.isNaN(value) ? [] : [`name: ${name}, value: ${value.toFixed(digits)}, ${where}`],
  );
}

it("never speaks against numbers that two groups of rows and all rows together gave", async () => {
  const digits = fc.integer({ min: 1, max: 6 });
  await fc.assert(
    fc.asyncProperty(matrix, matrix, digits, fc.boolean(), async (f, m, places, isCounted) => {
      const all = { tp: f.tp + m.tp, fp: f.fp + m.fp, fn: f.fn + m.fn, tn: f.tn + m.tn };
      const where = (one: Matrix, slice: string) =>
        `split: test${isCounted ? `, n: ${one.tp + one.fp + one.fn + one.tn}` : ""}${slice}`;
      const claims = [
        ...reportOf(all, places, where(all, "")),
        ...reportOf(f, places, where(f, ", slice: { sex: f }")),
        ...reportOf(m, places, where(m, ", slice: { sex: m }")),
      ];
      const verdicts = await verdictsOf(rule, { files: card(claims, { data: "[]" }) });
      expect(verdicts.filter(({ outcome }) => outcome === "finding" || outcome === "cannot-tell")).toEqual(
        [],
      );
    }),
    { numRuns: 60 },
  );
});
