import rule from "../../../src/rules/performance/thresholds-met.ts";
import { CARD, cardWith, csv, decisions, testPredictions } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { type Files, type RuleCase, testRule } from "../../support/rule-tester.ts";

/**
 * Recall 90/100, false positives 10/100. One-sided 95 % is the 90 % interval: statsmodels proportion_confint(90, 100,
 * alpha=0.1, method="wilson") is [0.83964, 0.93928], of 10 in 100 it is [0.06072, 0.16036].
 */
const HUNDREDS: Files = { "test.csv": decisions({ tp: 90, fn: 10, fp: 10, tn: 90, sex: "f" }) };

type Keys = Readonly<Record<string, string>>;
const card = (keys: Keys = {}, beside: Files = HUNDREDS) =>
  cardWith({ evidence: testPredictions(), ...keys }, beside);
const required = (text: string) => ({ requirements: `[{ ${text} }]` });
const policy = (...thresholds: readonly object[]) => ({ thresholds });

const RANGE = "[0.8396, 0.9393]";
/** A limit, and which of fine, cannot-tell and finding it gets. */
const limits: readonly [string, number | null, number | null, "fine" | "cannot-tell" | "finding"][] = [
  ["recall", 0.83, null, "fine"],
  ["recall", 0.8396, null, "fine"],
  ["recall", 0.8397, null, "cannot-tell"],
  ["recall", 0.9, null, "cannot-tell"],
  ["recall", 0.9001, null, "finding"],
  ["false_positive_rate", null, 0.17, "fine"],
  ["false_positive_rate", null, 0.1604, "fine"],
  ["false_positive_rate", null, 0.1603, "cannot-tell"],
  ["false_positive_rate", null, 0.1, "cannot-tell"],
  ["false_positive_rate", null, 0.0999, "finding"],
  ["recall", 0.83, 0.94, "fine"],
  ["recall", 0.83, 0.93, "cannot-tell"],
  ["recall", 0.83, 0.89, "finding"],
];

const cases: RuleCase[] = [
  ...["metrics: []", "requirements: [{ id: Q1, metric: recall, at_least: 0.1, split: test }]"].flatMap(
    (head) =>
      (
        [
          ["0.83", fine("requirement Q1 of the base: recall on test at least 0.83 holds: 0.9000")],
          ["0.89", cannotTell({ about: "Q1 of the base|recall|test|" })],
          ["0.95", finding({ about: "Q1 of the base|recall|test|", at: `${CARD}:1:14`, says: "is not met" })],
        ] as const
      ).map(([limit, expected]) => ({
        name: `what the base required holds although the card now says ${head}: ${limit}`,
        files: card(
          Object.fromEntries(
            [head.split(": ", 2) as [string, string]].map(([key]) => [key, head.slice(key.length + 2)]),
          ),
        ),
        base: card(required(`id: Q1, metric: recall, at_least: ${limit}`)),
        expects: head.startsWith("metrics") ? [expected] : [fine("requirement Q1: recall"), expected],
      })),
  ),
  {
    name: "a requirement that is kept is judged once",
    files: card(required("id: Q2, metric: recall, at_least: 0.83")),
    base: card(required("id: Q1, metric: recall, at_least: 0.8")),
    expects: [fine("requirement Q2: recall")],
  },
  {
    name: "no limit",
    files: card(),
    expects: [notApplicable("neither the policy nor the card sets a limit")],
  },
  ...limits.flatMap(([metric, atLeast, atMost, outcome]): RuleCase[] => {
    const bounds = {
      ...(atLeast !== null && { at_least: atLeast }),
      ...(atMost !== null && { at_most: atMost }),
    };
    const inCard = Object.entries(bounds).map(([key, value]) => `${key}: ${value}`);
    return [
      {
        name: `policy: ${metric} ${inCard.join(", ")}`,
        files: card(),
        parameters: policy({ metric, ...bounds }),
        expects: [
          { outcome, ...(outcome !== "fine" && { about: `policy|${metric}|test|`, at: `${CARD}:1:14` }) },
        ],
      },
      {
        name: `card: ${metric} ${inCard.join(", ")}`,
        files: card(required(`id: Q1, metric: ${metric}, ${inCard.join(", ")}`)),
        expects: [
          { outcome, ...(outcome !== "fine" && { about: `Q1|${metric}|test|`, at: `${CARD}:3:16` }) },
        ],
      },
    ];
  }),
  {
    name: "what is said of a limit that holds",
    files: card(),
    parameters: policy({ metric: "recall", at_least: 0.8 }),
    expects: [fine(`the policy's limit: recall on test at least 0.8 holds: 0.9000 on 200 rows ${RANGE}`)],
  },
  {
    name: "what is said of a limit that only the estimate keeps",
    files: card(required("metric: recall, at_least: 0.85")),
    expects: [
      cannotTell({
        about: "requirement 1|recall|test|",
        says: `requirement 1: recall on test at least 0.85 is met by the estimate 0.9000 on 200 rows, not by its interval ${RANGE}`,
        fix: "evaluate on more rows",
      }),
    ],
  },
  {
    name: "what is said of a limit that is not kept",
    files: card(required("id: Q7, metric: recall, at_least: 0.95, at_most: 0.99")),
    expects: [
      finding({
        says: "requirement Q7: recall on test at least 0.95 and at most 0.99 is not met: 0.9000 on 200 rows",
        fix: "have the owner of the limit change it with a reason",
      }),
    ],
  },
  // proportion_confint(90, 100, alpha=0.2) begins at 0.85486, with alpha=0.02 at 0.80845.
  {
    name: "with 90 % confidence",
    files: card(),
    parameters: { ...policy({ metric: "recall", at_least: 0.854 }), confidence: 0.9 },
    expects: [fine("[0.8549, ")],
  },
  {
    name: "with 99 % confidence",
    files: card(),
    parameters: { ...policy({ metric: "recall", at_least: 0.83 }), confidence: 0.99 },
    expects: [cannotTell({ says: "[0.8085, " })],
  },
  // proportion_confint(9, 10, alpha=0.1, method="wilson") begins at 0.652.
  {
    name: "the same recall on ten rows is no proof of it",
    files: card({}, { "test.csv": decisions({ tp: 9, fn: 1, tn: 10 }) }),
    parameters: policy({ metric: "recall", at_least: 0.83 }),
    expects: [cannotTell({ says: "[0.6523, " })],
  },
  {
    name: "no failure in three trials is no rate of zero",
    files: card({}, { "test.csv": decisions({ tp: 3, tn: 3 }) }),
    parameters: policy({ metric: "recall", at_least: 0.95 }),
    expects: [cannotTell({ says: "is met by the estimate 1.0000 on 6 rows, not by its interval" })],
  },
  {
    name: "a perfect kappa has no closed-form interval",
    files: card({}, { "test.csv": decisions({ tp: 3, tn: 3 }) }),
    parameters: policy({ metric: "cohen_kappa", at_least: 0 }),
    expects: [cannotTell({ says: "no interval is known for it", fix: "closed-form interval" })],
  },
  {
    name: "chance is not better than chance",
    files: card({}, { "test.csv": decisions({ tp: 50, fn: 50, fp: 50, tn: 50 }) }),
    parameters: policy({ metric: "cohen_kappa", at_least: 0 }),
    expects: [cannotTell({ about: "policy|cohen_kappa|test|" })],
  },
  // Which limits hold for which model.
  {
    name: "a limit for another task",
    files: card(),
    parameters: policy({ metric: "r2", task: "regression", at_least: 0.5 }),
    expects: [notApplicable("for this task")],
  },
  {
    name: "a limit for the model's own task",
    files: card(),
    parameters: policy({ metric: "recall", task: "binary-classification", at_least: 0.5 }),
    expects: [fine("holds")],
  },
  {
    name: "a task that is left out escapes no limit",
    files: card({ model: "name: A" }),
    parameters: policy(
      { metric: "r2", task: "regression", at_least: 0.5 },
      { metric: "recall", task: "binary-classification", at_least: 0.5 },
    ),
    expects: [
      cannotTell({
        about: "task",
        at: `${CARD}:1:14`,
        says: "does not say the model's task",
        fix: "model: { task:",
      }),
    ],
  },
  {
    name: "a task that is left out, with a limit for every task",
    files: card({ model: "name: A" }),
    parameters: policy(
      { metric: "recall", at_least: 0.5 },
      { metric: "r2", task: "regression", at_least: 0.5 },
    ),
    expects: [cannotTell({ about: "task" }), cannotTell({ about: "policy|recall|test|" })],
  },
  {
    name: "a task that no one knows escapes no limit",
    files: card({ model: "task: guessing" }),
    parameters: policy({ metric: "recall", task: "binary-classification", at_least: 0.5 }),
    expects: [cannotTell({ about: "task" })],
  },
  {
    name: "a limit of the policy and one of the card",
    files: card(required("id: Q1, metric: precision, at_least: 0.8")),
    parameters: policy({ metric: "recall", at_least: 0.95 }),
    expects: [
      finding({ about: "policy|recall|test|" }),
      fine("requirement Q1: precision on test at least 0.8"),
    ],
  },
  {
    name: "a requirement in words alone sets no limit",
    files: card(required("id: Q1, says: Answers within a second.")),
    expects: [notApplicable("neither the policy nor the card")],
  },
  ...["metric: recall", "metric: recall, at_least: high"].map((text) => ({
    name: `a requirement without a number: ${text}`,
    files: card(required(text)),
    expects: [cannotTell({ says: "gives no number", fix: "`at_least:` or `at_most:`" })],
  })),
  // Which rows a limit is about.
  {
    name: "the split that the limit names",
    files: card({ evidence: testPredictions().replace("split: test", "split: holdout") }),
    parameters: policy({ metric: "recall", split: "holdout", at_least: 0.8 }),
    expects: [fine("recall on holdout")],
  },
  {
    name: "the split that the policy gives to all limits",
    files: card({ evidence: testPredictions().replace("split: test", "split: holdout") }),
    parameters: { ...policy({ metric: "recall", at_least: 0.8 }), split: "holdout" },
    expects: [fine("recall on holdout")],
  },
  {
    name: "a slice of the card's requirement",
    files: card(required("id: Q1, metric: recall, at_least: 0.8, slice: { sex: f }")),
    expects: [fine("recall on test, sex=f at least 0.8")],
  },
  {
    name: "a slice that no row is of",
    files: card(required("id: Q1, metric: recall, at_least: 0.8, slice: { sex: m }")),
    expects: [cannotTell({ about: "Q1|recall|test|sex=m", says: "fewer than 5 rows" })],
  },
  {
    name: "a slice of four rows gives no number away",
    files: card(required("metric: recall, at_least: 0.99, slice: { sex: m }"), {
      "test.csv": decisions({ tp: 90, tn: 90, sex: "f" }, { tp: 1, fn: 3, sex: "m" }),
    }),
    expects: [cannotTell({ says: "too few to report a number", fix: "more rows of this slice" })],
  },
  {
    name: "the card's threshold decides, not the claim's",
    // At 0.5: 2 of 4 found.
    files: card(
      {
        prediction: "{ threshold: 0.5 }",
        metrics: "[{ name: recall, value: 1.00, split: test, threshold: 0.1 }]",
        ...required("metric: recall, at_least: 0.9"),
      },
      { "test.csv": csv("id,y_true,y_score", "1,1,0.9", "2,1,0.6", "3,1,0.4", "4,1,0.2", "5,0,0.1") },
    ),
    expects: [finding({ says: "0.5000 on 5 rows" })],
  },
  // What keeps a limit from being checked.
  ...(
    [
      ["no evidence", { evidence: "[]" }, undefined, 'no predictions of split "test"'],
      ["no file", {}, {}, "does not exist"],
      ["no rows", {}, { "test.csv": "id,y_true,y_pred\n" }, "0 rows"],
      ["a missing label", {}, { "test.csv": csv("id,y_true,y_pred", "1,,1") }, "is empty"],
      ["no positive row", {}, { "test.csv": decisions({ tn: 9 }) }, "is undefined on 9 rows"],
      ["a score without a threshold", {}, { "test.csv": csv("id,y_true,y_score", "1,1,0.5") }, "threshold"],
      [
        "two tables",
        {
          evidence: `[${testPredictions().slice(1, -1)}, { id: more, kind: predictions, path: test.csv, split: test }]`,
        },
        undefined,
        "several predictions",
      ],
    ] as const
  ).map(([name, keys, beside, says]) => ({
    name: `cannot be checked: ${name}`,
    files: card(keys, beside),
    parameters: policy({ metric: "recall", at_least: 0.5 }),
    expects: [cannotTell({ about: "policy|recall|test|", says })],
  })),
  {
    name: "a metric that no one knows",
    files: card(required("metric: recal, at_least: 0.5")),
    expects: [cannotTell({ says: '"recal" is no metric', fix: "`recall`" })],
  },
  {
    name: "numbers",
    // Errors of 0.5 on 1 … 6, ten times over: R² is 1 - 0.25 / (35 / 12) = 0.9143.
    files: card(
      { model: "task: regression", ...required("metric: r2, at_least: 0.8") },
      {
        "test.csv": csv(
          "id,y_true,y_pred",
          ...Array.from(
            { length: 60 },
            (_, row) => `${row},${(row % 6) + 1},${(row % 6) + (row % 2 === 0 ? 1.5 : 0.5)}`,
          ),
        ),
      },
    ),
    expects: [fine("r2 on test at least 0.8 holds: 0.9143 on 60 rows")],
  },
  {
    name: "classes, averaged as the policy says",
    files: card({ model: "task: multiclass-classification" }),
    parameters: policy({ metric: "recall", average: "macro", at_least: 0.8 }),
    expects: [fine("recall on test, macro average at least 0.8")],
  },
];

testRule(rule, cases);
