import type { MetricFact } from "../../../src/evidence/output/fact.ts";
import rule from "../../../src/rules/performance/claims-agree-with-tools.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { fact, shown } from "../../support/shown.ts";

const claiming = (claim: string, task = "binary-classification", more: Record<string, string> = {}) =>
  cardWith({ model: `task: ${task}`, metrics: `[{ ${claim} }]`, ...more });
const stating = (...said: readonly Partial<MetricFact>[]) =>
  said.map((one, index) =>
    shown(
      { facts: [fact("metric", { split: "test", ...one })], tool: `tool${index + 1}` },
      { path: `${index + 1}.json` },
    ),
  );
const card = claiming("name: accuracy, value: 0.87, split: test");
const agree = [fine("1 of 1 reported metrics agree with the tools' files")];
const differ = (says: string | RegExp) => [finding({ says })];
const unclear = (says: string | RegExp) => [cannotTell({ says })];

testRule(rule, [
  {
    name: "no tool states a metric",
    files: card,
    shown: [shown({})],
    expects: [notApplicable("states a metric")],
  },
  {
    name: "no claim",
    files: cardWith({}),
    shown: stating({}),
    expects: [notApplicable("reports no metric")],
  },
  {
    name: "another metric alone",
    files: card,
    shown: stating({ name: "auc", value: 0.5 }),
    expects: [notApplicable("none of the reported metrics")],
  },
  ...[0.87, 0.8749, 0.8651, 0.875, 0.8799].map((value) => ({
    name: `0.87 is ${value}, rounded or cut off`,
    files: card,
    shown: stating({ value }),
    expects: agree,
  })),
  {
    name: "0.87 is not 0.8649",
    files: card,
    shown: stating({ value: 0.8649 }),
    expects: [
      finding({
        about: "accuracy|test|",
        at: `${CARD}:2`,
        says: "accuracy on test is reported as 0.87, and tool1 gives 0.8649 (1.json)",
        fix: "report 0.86, or commit the file of the run that gave 0.87",
      }),
    ],
  },
  {
    name: "0.870 is not 0.8749",
    files: claiming("name: accuracy, value: 0.870, split: test"),
    shown: stating({ value: 0.8749 }),
    expects: differ("gives 0.87490"),
  },
  ...[
    ["Accuracy score", "name: accuracy, value: 0.87, split: test"],
    ["accuracy", "name: ACC, value: 0.87, split: test"],
    ["tpr", "name: recall, value: 0.87, split: test"],
    ["recall_at_0.5", "name: recall_at_0.5, value: 0.87, split: test"],
  ].map(([name = "", claim = ""]) => ({
    name: `${name} is what the card calls ${claim.slice(6, 12)}`,
    files: claiming(claim),
    shown: stating({ name, value: 0.6 }),
    expects: differ("gives 0.6"),
  })),
  {
    name: "percent beside a fraction",
    files: claiming("name: accuracy, value: 87.1%, split: test"),
    shown: stating({ value: 0.8712 }, { value: 87.12 }),
    expects: agree,
  },
  {
    name: "a tool that printed two digits",
    files: claiming("name: accuracy, value: 0.8712, split: test"),
    shown: stating({ value: 0.87, decimals: 2 }),
    expects: agree,
  },
  {
    name: "a tool that wrote all its digits",
    files: claiming("name: accuracy, value: 0.8712, split: test"),
    shown: stating({ value: 0.87 }),
    expects: differ("gives 0.870000"),
  },
  ...(
    [
      ["another split", { split: "train" }],
      ["another slice", { slice: { sex: "female" } }],
      ["another class", { name: "recall", params: { class: "0" } }],
    ] as const
  ).map(([what, said]) => ({
    name: `${what} is another number`,
    files: claiming(`name: ${"name" in said ? said.name : "accuracy"}, value: 0.87, split: test`),
    shown: stating({ value: 0.5, ...said }),
    expects: [notApplicable("none of the reported")],
  })),
  {
    name: "the same slice",
    files: claiming("name: accuracy, value: 0.87, split: test, slice: { sex: female, age: 30 }"),
    shown: stating({ value: 0.5, slice: { age: "30", sex: "female" } }),
    expects: differ("age=30,sex=female"),
  },
  {
    name: "the positive class is the metric",
    files: claiming("name: recall, value: 0.87, split: test", "binary-classification", {
      prediction: "{ positive_class: default }",
    }),
    shown: stating({ name: "recall", value: 0.5, params: { class: "default", average: "binary" } }),
    expects: differ("gives 0.5"),
  },
  {
    name: "a macro average beside another",
    files: claiming("name: f1, value: 0.87, split: test, average: macro", "multiclass-classification"),
    shown: stating(
      { name: "f1_macro", value: 0.87 },
      { name: "f1", value: 0.5, params: { average: "weighted" } },
    ),
    expects: agree,
  },
  {
    name: "an average of what is not averaged",
    files: card,
    shown: stating({ value: 0.5, params: { average: "macro" } }),
    expects: differ("gives 0.5"),
  },
  {
    name: "no split said, and it agrees",
    files: card,
    shown: stating({ value: 0.87, split: null }),
    expects: agree,
  },
  {
    name: "no split said, and it differs",
    files: card,
    shown: stating({ value: 0.91, split: null }),
    expects: [cannotTell({ says: "without saying whether", fix: "add `split:`" })],
  },
  {
    name: "the entry in the card says the split",
    files: card,
    shown: [shown({ facts: [fact("metric", { value: 0.91 })] }, { split: "test" })],
    expects: differ("gives 0.91"),
  },
  {
    name: "the split in the metric's name",
    files: card,
    shown: stating(
      { name: "test_accuracy", value: 0.91, split: null },
      { name: "training_accuracy", split: null },
    ),
    expects: differ("tool1 gives 0.91"),
  },
  {
    name: "a number of just this is preferred to one that may be",
    files: card,
    shown: stating({ value: 0.87 }, { value: 0.5, split: null }),
    expects: agree,
  },
  {
    name: "a threshold that only one of them says",
    files: claiming("name: recall, value: 0.87, split: test, threshold: 0.35"),
    shown: stating({ name: "recall", value: 0.5 }),
    expects: unclear("split and settings"),
  },
  {
    name: "the same threshold",
    files: claiming("name: recall, value: 0.87, split: test, threshold: 0.35"),
    shown: stating({ name: "recall", value: 0.5, params: { threshold: 0.35 } }),
    expects: differ("gives 0.5"),
  },
  {
    name: "two tools that contradict each other",
    files: card,
    shown: stating({ value: 0.87 }, { value: 0.81 }),
    expects: [finding({ says: /tool2 gives 0\.81.*while tool1 gives 0\.87.*contradict/, fix: "both tools" })],
  },
  {
    name: "a history of runs in one file",
    files: card,
    shown: [shown({ facts: [0.81, 0.87, 0.84].map((value) => fact("metric", { value, split: "test" })) })],
    expects: [cannotTell({ says: "more than one number", fix: "states the number once" })],
  },
  {
    name: "a number that the tool did not have",
    files: card,
    shown: stating({ value: null }),
    expects: unclear("gives no number for it"),
  },
  {
    name: "thousands of numbers of one name",
    files: card,
    shown: [
      shown({ facts: Array.from({ length: 501 }, () => fact("metric", { value: 0.87, split: "test" })) }),
    ],
    expects: unclear("states accuracy 501 times".replace("states", "state")),
  },
  {
    name: "a task that is not measured here",
    files: claiming("name: exact_match, value: 0.50", "generation"),
    shown: stating({ name: "exact match", value: 0.61, split: null }),
    expects: differ("gives 0.61"),
  },
  {
    name: "names of an object's own",
    files: claiming("name: constructor, value: 0.5"),
    shown: stating({
      name: "constructor",
      value: 0.5,
      params: JSON.parse('{"__proto__": 1, "constructor": "x"}'),
      split: "__proto__",
    }),
    expects: agree,
  },
]);
