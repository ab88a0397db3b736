import rule from "../../../src/rules/change/claims-not-worse.ts";
import { CARD, cardWith, decisions, testPredictions } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { type RuleCase, testRule } from "../../support/rule-tester.ts";

const claims = (...metrics: readonly string[]) =>
  cardWith({ metrics: `[${metrics.map((text) => `{ ${text} }`).join(", ")}]` });
const recall = (value: string, more = "") => claims(`name: recall, value: ${value}, split: test${more}`);
const errors = (value: string) =>
  cardWith({ model: "task: regression", metrics: `[{ name: mean_absolute_error, value: ${value} }]` });

const METRIC = "[{ name: recall, value: 0.80, split: test }]";
const REQUIREMENT = "[{ id: Q1, metric: recall, at_least: 0.6, split: test }]";

/** Metric, earlier value, later value, and whether that is a loss above 0.01. */
const MOVES: readonly [string, string, string, boolean][] = [
  ["recall", "0.80", "0.85", false],
  ["recall", "0.80", "0.80", false],
  // 0.80 - 0.79 is 0.010000000000000009 as doubles.
  ["recall", "0.80", "0.79", false],
  ["recall", "0.800", "0.789", true],
  ["recall", '"80%"', "0.80", false],
  ["recall", "80", "0.85", false],
  ["recall", "0.80", '"78%"', true],
  ["log_loss", "0.400", "0.405", true],
  ["log_loss", "0.400", "0.404", false],
  ["log_loss", "0.40", "0.30", false],
  ["false_positive_rate", "0.10", "0.13", true],
  ["false_positive_rate", "0.10", "0.05", false],
  ["neg_log_loss", "-0.40", "-0.30", false],
  // From -1 to 1 a loss is a difference; without a lower end it is a share.
  ["cohen_kappa", "0.30", "0.29", false],
  ["cohen_kappa", "0.30", "0.28", true],
  ["recall@0.5", "0.80", "0.80", false],
  ["neg_log_loss", "-0.40", "-0.50", true],
];

const cases: RuleCase[] = [
  { name: "a new model", files: recall("0.80"), expects: [notApplicable("no earlier claim")] },
  {
    name: "an earlier card without claims",
    files: recall("0.80"),
    base: cardWith({}),
    expects: [notApplicable("no earlier claim")],
  },
  ...MOVES.map(([metric, was, is, worse]) => ({
    name: `${metric} from ${was} to ${is}`,
    files: claims(`name: ${metric}, value: ${is}, split: test`),
    base: claims(`name: ${metric}, value: ${was}, split: test`),
    expects: [
      worse ? finding({ about: `${metric}|test|` }) : fine("1 of 1 earlier metrics are still reported"),
    ],
  })),
  {
    name: "the loss is told where the later number stands",
    files: recall("0.70"),
    base: recall("0.80"),
    expects: [
      finding({
        about: "recall|test|",
        at: `${CARD}:2:34`,
        says: "recall on test went from 0.80 to 0.70, a loss above the 0.01 that is tolerated",
        fix: "no worse",
      }),
    ],
  },
  {
    name: "no loss is tolerated",
    files: recall("0.799"),
    base: recall("0.800"),
    parameters: { margin: 0 },
    expects: [finding({ about: "recall|test|" })],
  },
  // An error may grow by a share of what it was: 1 % of 200 is 2.
  { name: "an error grew by 1 %", files: errors("202"), base: errors("200"), expects: [fine("1 of 1")] },
  {
    name: "an error grew by more than 1 %",
    files: errors("203"),
    base: errors("200"),
    expects: [finding({ about: "mean_absolute_error||" })],
  },
  {
    name: "a share of variance, which has no lower end, may lose a share of itself",
    files: cardWith({ model: "task: regression", metrics: "[{ name: r2, value: 0.298 }]" }),
    base: cardWith({ model: "task: regression", metrics: "[{ name: r2, value: 0.302 }]" }),
    expects: [finding({ about: "r2||" })],
  },
  { name: "an error of 0 grew", files: errors("0.001"), base: errors("0"), expects: [finding({})] },
  ...(
    [
      ["taken away", "[]"],
      ["of another split", "[{ name: recall, value: 0.80, split: holdout }]"],
      ["at another threshold", "[{ name: recall, value: 0.80, split: test, threshold: 0.2 }]"],
      ["of another slice", "[{ name: recall, value: 0.80, split: test, slice: { sex: female } }]"],
      ["not readable any more", "[{ name: recall, value: good, split: test }]"],
    ] as const
  ).map(([name, metrics]) => ({
    name: `a claim that is ${name} is gone`,
    files: cardWith({ metrics }),
    base: recall("0.80"),
    expects: [
      finding({
        about: "gone|recall|test|",
        at: `${CARD}:1:14`,
        says: "recall on test was reported as 0.80 and is no longer reported",
        fix: "report it again",
      }),
    ],
  })),
  {
    name: "the claims of a slice are compared with each other",
    files: claims(
      "name: recall, value: 0.80, split: test, slice: { sex: male }",
      "name: recall, value: 0.60, split: test, slice: { sex: female }",
    ),
    base: claims(
      "name: recall, value: 0.80, split: test, slice: { sex: male }",
      "name: recall, value: 0.80, split: test, slice: { sex: female }",
    ),
    expects: [finding({ about: "recall|test|sex=female" }), fine("1 of 2")],
  },
  {
    name: "of the same thing reported twice, the worse number counts",
    files: claims("name: recall, value: 0.60, split: test", "name: recall, value: 0.90, split: test"),
    base: recall("0.80"),
    expects: [finding({ about: "recall|test|", says: "to 0.60" })],
  },
  {
    name: "the same thing twice, as before, is no worse",
    files: claims("name: recall, value: 0.90, split: test", "name: recall, value: 0.60, split: test"),
    base: claims("name: recall, value: 0.60, split: test", "name: recall, value: 0.90, split: test"),
    expects: [fine("1 of 1")],
  },
  {
    name: "two test sets each have a recall of their own",
    files: claims(
      "name: recall, value: 0.60, split: test, evidence: far",
      "name: recall, value: 0.90, split: test, evidence: near",
    ),
    base: claims(
      "name: recall, value: 0.90, split: test, evidence: near",
      "name: recall, value: 0.60, split: test, evidence: far",
    ),
    expects: [fine("2 of 2")],
  },
  {
    name: "of two test sets, the better one does not stand for the one that is gone",
    files: recall("0.90", ", evidence: near"),
    base: claims(
      "name: recall, value: 0.60, split: test, evidence: far",
      "name: recall, value: 0.90, split: test, evidence: near",
    ),
    expects: [finding({ about: "gone|recall|test|", says: "as 0.60 and is no longer" }), fine("1 of 2")],
  },
  {
    name: "a test set under another name",
    files: claims(
      "name: recall, value: 0.60, split: test, evidence: remote",
      "name: recall, value: 0.90, split: test, evidence: near",
    ),
    base: claims(
      "name: recall, value: 0.60, split: test, evidence: far",
      "name: recall, value: 0.90, split: test, evidence: near",
    ),
    expects: [fine("2 of 2")],
  },
  {
    name: "rows that count by a weight are not the rows that were reported",
    files: recall("0.90", ", weighted: true"),
    base: recall("0.80"),
    expects: [finding({ about: "gone|recall|test|" })],
  },
  ...[
    ["{ positive_class: 1 }", "{ positive_class: 0 }", "`prediction.positive_class` went from 1 to 0"],
    ["{ threshold: 0.5 }", "{ positive_class: 0 }", "`prediction.positive_class` went from 1 to 0"],
    ["{}", "{ score_direction: lower }", "`prediction.score_direction` went from higher to lower"],
  ].map(([was = "", is = "", says]) => ({
    name: `what the numbers mean: from ${was} to ${is}`,
    files: { ...cardWith({ prediction: is, metrics: METRIC }) },
    base: cardWith({ prediction: was, metrics: METRIC }),
    expects: [cannotTell({ at: `${CARD}:1:14`, ...(says && { says }) }), fine("1 of 1")],
  })),
  ...["{ positive_class: 1 }", "{ positive_class: true, score_direction: higher }"].map((is) => ({
    name: `what was meant is said: ${is}`,
    files: cardWith({ prediction: is, metrics: METRIC }),
    base: cardWith({ metrics: METRIC }),
    expects: [fine("1 of 1")],
  })),
  ...[
    ["[]", "gone"],
    ["[{ id: Q1, metric: recall, at_least: 0.5, split: test }]", "looser"],
    ["[{ id: Q1, metric: recall, at_least: 0.6, split: validation }]", "of another split"],
    ["[{ id: Q1, metric: precision, at_least: 0.6, split: test }]", "of another metric"],
  ].map(([requirements = "", how]) => ({
    name: `a requirement is ${how}`,
    files: cardWith({ requirements }),
    base: cardWith({ requirements: REQUIREMENT }),
    expects: [
      finding({
        about: "requirement|Q1|at least 0.6",
        at: `${CARD}:1:14`,
        says: "the requirement Q1, recall at least 0.6, is gone or looser",
      }),
      notApplicable("no earlier claim"),
    ],
  })),
  ...[
    REQUIREMENT,
    "[{ id: R7, metric: Recall, at_least: 0.7, split: test, says: Stricter. }]",
    "[{ metric: recall, at_most: 0.9, split: test }, { metric: recall, at_least: 0.6, split: test }]",
  ].map((requirements) => ({
    name: `a requirement is kept: ${requirements}`,
    files: cardWith({ requirements }),
    base: cardWith({ requirements: REQUIREMENT }),
    expects: [notApplicable("no earlier claim")],
  })),
  {
    name: "evidence that is named later is held against the number without",
    files: recall("0.60", ", evidence: near"),
    base: recall("0.80"),
    expects: [finding({ about: "recall|test|" })],
  },
  {
    name: "another name of the metric, and evidence that only one side has",
    files: cardWith(
      { metrics: "[{ name: sensitivity, value: 0.60, split: test }]", evidence: testPredictions() },
      { "test.csv": decisions({ tp: 6, fn: 4, tn: 10 }) },
    ),
    base: recall("0.80"),
    expects: [finding({ about: "recall|test|", at: `${CARD}:2:39` })],
  },
  {
    name: "a setting in the name is the setting in its own field",
    files: cardWith({
      model: "task: multiclass-classification",
      metrics: "[{ name: f1, average: macro, value: 0.50 }]",
    }),
    base: cardWith({
      model: "task: multiclass-classification",
      metrics: "[{ name: f1_macro, value: 0.80 }]",
    }),
    expects: [finding({ about: "f1|||macro" })],
  },
  {
    name: "a threshold in the name is the threshold in its own field",
    files: claims("name: recall, threshold: 0.5, value: 0.60, split: test"),
    base: claims("name: recall@0.5, value: 0.80, split: test"),
    expects: [finding({ about: "recall|test||0.5" })],
  },
  {
    name: "a metric that no one knows went the one way or the other",
    files: claims("name: bleu, value: 20"),
    base: claims("name: bleu, value: 40"),
    expects: [
      cannotTell({ about: "bleu||", says: "bleu went from 40 to 20, and it is not known", fix: "known for" }),
    ],
  },
  {
    name: "a metric that no one knows stayed",
    files: claims("name: bleu, value: 40"),
    base: claims("name: bleu, value: 40.0"),
    expects: [fine("1 of 1")],
  },
  {
    name: "a task that is taken away does not hide the loss",
    files: cardWith({ model: "name: A", metrics: "[{ name: recall, value: 0.60, split: test }]" }),
    base: recall("0.80"),
    expects: [finding({ about: "recall|test|" })],
  },
  {
    name: "a count of cells has no better",
    files: claims("name: support, value: 80"),
    base: claims("name: support, value: 90"),
    expects: [fine("1 of 1")],
  },
];

testRule(rule, cases);
