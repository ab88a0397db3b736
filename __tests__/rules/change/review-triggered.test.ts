import rule from "../../../src/rules/change/review-triggered.ts";
import { TRIGGERS } from "../../../src/rules/change/triggers.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { type RuleCase, testRule } from "../../support/rule-tester.ts";

type Keys = Readonly<Record<string, string>>;

const ALL = { triggers: [...TRIGGERS] };
const SHA = { a: "a".repeat(64), b: "b".repeat(64) };
const validated = (date: string) => `{ validator: V, date: ${date} }`;
const OLD = validated("2026-03-02");

/** The same model before and after, with what is given of either, and no newer validation. */
function changed(was: Keys, is: Keys): Pick<RuleCase, "base" | "files"> {
  return { base: cardWith({ validation: OLD, ...was }), files: cardWith({ validation: OLD, ...is }) };
}

function triggered(name: string, trigger: string, says: string, was: Keys, is: Keys): RuleCase {
  const expects = [finding({ about: `validation|${trigger}`, says })];
  return { name, ...changed(was, is), parameters: { triggers: [trigger] }, expects };
}

function untouched(name: string, was: Keys, is: Keys): RuleCase {
  const expects = [fine("no change that asks for a new validation")];
  return { name, ...changed(was, is), parameters: ALL, expects };
}

const model = (more: string) => ({ model: `task: binary-classification, ${more}` });
const data = (entry: string) => ({ data: `[{ split: train, ${entry} }]` });
const use = (text: string) => ({ use: `{ intended: ${text} }` });
const factors = (text: string) => ({ risk: `{ factors: { ${text} } }` });
const tier = (word: string) => ({ risk: `{ tier: ${word} }` });

const SOME = changed(model("version: 1.9.0"), model("version: 2.0.0"));

testRule(rule, [
  triggered(
    "the first number of the version",
    "major-version",
    "1.9.0 to 2.0.0",
    model("version: 1.9.0"),
    model("version: 2.0.0"),
  ),
  triggered(
    "a version without a number",
    "major-version",
    "aaa to bbb",
    model("version: aaa"),
    model("version: bbb"),
  ),
  triggered(
    "another task",
    "task",
    "from binary-classification to regression",
    {},
    { model: "task: regression" },
  ),
  triggered("a task that is gone", "task", "to unstated", {}, { model: "name: A" }),
  triggered(
    "another version of a base model",
    "base-model",
    "what it is built on",
    model("base_models: [{ name: b, version: 1 }]"),
    model("base_models: [{ name: b, version: 2 }]"),
  ),
  triggered(
    "another training set, by its digest",
    "training-data",
    "the training data",
    data(`sha256: ${SHA.a}`),
    data(`sha256: ${SHA.b}`),
  ),
  triggered(
    "a digest of the training data that is gone",
    "training-data",
    "the training data",
    data(`dataset: d, sha256: ${SHA.a}`),
    data("dataset: d"),
  ),
  triggered(
    "another training set, its split in capitals",
    "training-data",
    "the training data",
    { data: "[{ split: Training, dataset: d }]" },
    { data: "[{ split: Training, dataset: e }]" },
  ),
  triggered(
    "the digest of one of two training sets",
    "training-data",
    "the training data",
    { data: `[{ split: train, dataset: d, sha256: ${SHA.a} }, { split: train, dataset: e }]` },
    { data: `[{ split: train, dataset: d, sha256: ${SHA.b} }, { split: train, dataset: e }]` },
  ),
  triggered(
    "the digest of one of two artifacts that is gone",
    "artifact",
    "the artifacts",
    model(`artifacts: [{ path: m, sha256: ${SHA.a} }, { path: n }]`),
    model("artifacts: [{ path: m }, { path: n }]"),
  ),
  triggered(
    "a version that is gone",
    "major-version",
    "from 1.9.0 to unstated",
    model("version: 1.9.0"),
    model("name: A"),
  ),
  triggered(
    "more rows to train on",
    "training-data",
    "the training data",
    data("dataset: d, rows: 10"),
    data("dataset: d, rows: 11"),
  ),
  triggered(
    "a later last day",
    "training-data",
    "the training data",
    data("dataset: d, period: { to: 2024-12-31 }"),
    data("dataset: d, period: { to: 2025-12-31 }"),
  ),
  triggered(
    "other bytes of an artifact",
    "artifact",
    "the artifacts",
    model(`artifacts: [{ path: m, sha256: ${SHA.a} }]`),
    model(`artifacts: [{ path: m, sha256: ${SHA.b} }]`),
  ),
  triggered(
    "another threshold",
    "threshold",
    "from 0.5 to 0.4",
    { prediction: "{ threshold: 0.5 }" },
    { prediction: "{ threshold: 0.4 }" },
  ),
  triggered(
    "another positive class",
    "threshold",
    "what the scores mean",
    { prediction: "{ positive_class: a }" },
    { prediction: "{ positive_class: b }" },
  ),
  triggered("another use", "intended-use", "the intended use", use("Sorts letters."), use("Sorts people.")),
  triggered(
    "less out of scope",
    "intended-use",
    "the intended use",
    { use: "{ out_of_scope: [a, b] }" },
    { use: "{ out_of_scope: [a] }" },
  ),
  triggered(
    "a use that is no longer stated",
    "intended-use",
    "the intended use",
    use("Sorts letters."),
    use("TBD"),
  ),
  triggered(
    "a higher tier",
    "tier-raised",
    "the tier went from medium to high",
    tier("medium"),
    tier("high"),
  ),
  triggered(
    "less oversight",
    "autonomy",
    "from advisory to autonomous",
    factors("autonomy: advisory"),
    factors("autonomy: autonomous"),
  ),
  {
    name: "a higher tier by the factors alone",
    ...changed(
      { risk: "{ tier: low, factors: { domain: retail } }" },
      { risk: "{ tier: low, factors: { domain: credit } }" },
    ),
    criteria: [
      {
        tier: "high",
        because: "it is about credit",
        when: new Map([["domain", { kind: "one-of", words: ["credit"] }]]),
      },
    ],
    parameters: { triggers: ["tier-raised"] },
    expects: [finding({ about: "validation|tier-raised", says: /to high/ })],
  },

  untouched("nothing", {}, {}),
  untouched("a lower tier", tier("high"), tier("medium")),
  untouched("a later number of the version", model("version: 1.2.0"), model("version: 1.10.3")),
  untouched("a version that is stated at last", {}, model("version: 7")),
  untouched(
    "a digest that is added",
    data("dataset: d, rows: 10"),
    data(`dataset: d, rows: 10, sha256: ${SHA.a}`),
  ),
  untouched(
    "a digest that is added beside another",
    { data: `[{ split: train, dataset: d, sha256: ${SHA.a} }, { split: train, dataset: e }]` },
    {
      data: `[{ split: train, dataset: d, sha256: ${SHA.a} }, { split: train, dataset: e, sha256: ${SHA.b} }]`,
    },
  ),
  untouched(
    "training data that moved",
    data(`path: a.csv, sha256: ${SHA.a}`),
    data(`path: b.csv, sha256: ${SHA.a.toUpperCase()}`),
  ),
  untouched(
    "an artifact that moved",
    model(`artifacts: [{ path: m, sha256: ${SHA.a} }]`),
    model(`artifacts: [{ path: n, sha256: ${SHA.a} }]`),
  ),
  untouched(
    "other test data",
    { data: "[{ split: test, rows: 3 }]" },
    { data: "[{ split: test, rows: 4 }]" },
  ),
  untouched("a sentence that is wrapped elsewhere", use('"Sorts letters."'), use('"Sorts\n    letters."')),
  untouched("a sentence that has its line breaks", use('"Sorts\\nletters."'), use('"Sorts letters."')),
  untouched(
    "training sets in another order",
    { data: "[{ split: train, rows: 1 }, { split: train, rows: 2 }]" },
    { data: "[{ split: train, rows: 2 }, { split: train, rows: 1 }]" },
  ),

  {
    name: "several at once are one finding, in one order whatever the policy's",
    ...changed(
      { ...model("version: 1"), ...tier("low") },
      { model: "task: ranking, version: 2", ...tier("high") },
    ),
    parameters: { triggers: ["tier-raised", "task", "major-version"] },
    expects: [finding({ about: "validation|major-version+task+tier-raised", at: `${CARD}:2:35` })],
  },
  {
    name: "a change that the policy does not name",
    ...SOME,
    parameters: { triggers: ["task"] },
    expects: [fine("no change that asks for a new validation: task")],
  },
  ...(
    [
      ["a later validation", OLD, validated("2026-03-03"), fine("validated again on 2026-03-03")],
      ["a validation of today", OLD, validated("2026-11-23"), fine("2026-11-23")],
      [
        "a validation where the base has none",
        "{ validator: V }",
        OLD,
        fine("2026-03-02, and the base has no date"),
      ],
      [
        "an earlier validation",
        OLD,
        validated("2026-03-01"),
        finding({ says: "the base has 2026-03-02", at: `${CARD}:2:35` }),
      ],
      ["a validation of tomorrow", OLD, validated("2026-11-24"), finding({ says: "is after 2026-11-23" })],
      [
        "a validation that is gone",
        OLD,
        "{ validator: V }",
        finding({ says: "the card gives no `validation.date`", at: `${CARD}:1:14` }),
      ],
      ["a validation still to come", OLD, validated("TBD"), finding({ says: "gives no `validation.date`" })],
      ["a date that is none", OLD, validated("2026-02-30"), finding({ says: "is no date" })],
    ] as const
  ).map(([name, was, is, expected]) => ({
    name,
    ...changed({ ...model("version: 1"), validation: was }, { ...model("version: 2"), validation: is }),
    parameters: ALL,
    expects: [expected],
  })),
  {
    name: "a new model",
    files: cardWith({}),
    parameters: ALL,
    expects: [notApplicable("there is no earlier version")],
  },
  { name: "a policy that asks for none", ...SOME, expects: [notApplicable("no change of such a model")] },
  {
    name: "a card of the base that cannot be read",
    files: cardWith({}),
    base: { [CARD]: "model: [\n" },
    parameters: ALL,
    expects: [cannotTell({ about: "card", says: "the card of the base cannot be read" })],
  },
]);
