import rule from "../../../src/rules/change/version-raised.ts";
import { CARD, cardWith, decisions, testPredictions } from "../../support/card-text.ts";
import { finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

const recall = (value: string) => `[{ name: recall, value: ${value}, split: test }]`;
const model = (version: string, metrics: string, more = "") =>
  cardWith({ model: `task: binary-classification, version: ${version}${more}`, metrics });
const artifact = (sha256: string) => `, artifacts: [{ path: m.onnx, sha256: "${sha256}" }]`;

/** From → to, when the reported recall changed. */
const RAISED: readonly [string, string][] = [
  ["1.0.0", "1.0.1"],
  ["1.9.0", "1.10.0"],
  ["v2", "v3"],
  ['"1.0"', "1.0.1"],
  ["2026-09-30", "2026-10-01"],
  ["1.0.0-rc1", "1.0.0"],
  // A commit's digest says no more than that it is another.
  ["3f2a9cc", "a81b0d2"],
  ["1.0.0", "a81b0d2"],
  ["a81b0d2", "0.0.1"],
  ["null", "1.0.0"],
];
const LOWERED: readonly [string, string][] = [
  ["2.0.0", "1.9.9"],
  ["1.10.0", "1.9.0"],
  ["v3", "v2"],
  ["2026-10-01", "2026-09-30"],
  ["1.0.1", '"1.0"'],
];

testRule(rule, [
  {
    name: "a new model",
    files: model("1.0.0", recall("0.80")),
    expects: [notApplicable("no earlier version")],
  },
  {
    name: "another class is the positive one",
    files: { [CARD]: `${model("1.0.0", recall("0.80"))[CARD]}prediction: { positive_class: 0 }\n` },
    base: model("1.0.0", recall("0.80")),
    expects: [finding({ about: "version", says: "what the scores mean changed and the version is still" })],
  },
  {
    name: "nothing changed",
    files: model("1.0.0", recall("0.80")),
    base: model("1.0.0", recall("0.80")),
    expects: [fine(/^neither .* changed$/)],
  },
  ...RAISED.map(([from, to]) => ({
    name: `from ${from} to ${to}`,
    files: model(to, recall("0.85")),
    base: model(from, recall("0.80")),
    expects: [fine("the reported metrics changed, and so did the version")],
  })),
  ...LOWERED.map(([from, to]) => ({
    name: `from ${from} down to ${to}`,
    files: model(to, recall("0.85")),
    base: model(from, recall("0.80")),
    expects: [finding({ about: "version", at: `${CARD}:1:55`, says: "went down from", fix: "above" })],
  })),
  {
    name: "the same version",
    files: model("1.0.0", recall("0.85")),
    base: model("1.0.0", recall("0.80")),
    expects: [
      finding({
        about: "version",
        at: `${CARD}:1:55`,
        says: "the reported metrics changed and the version is still 1.0.0",
        fix: "raise `model.version`",
      }),
    ],
  },
  ...["null", "TBD"].map((version) => ({
    name: `the version is taken away: ${version}`,
    files: model(version, recall("0.85")),
    base: model("1.0.0", recall("0.80")),
    expects: [finding({ about: "version", at: `${CARD}:1:14`, says: "gives no version" })],
  })),
  ...[
    ["no claim any more", "[]"],
    [
      "one claim more",
      "[{ name: recall, value: 0.80, split: test }, { name: accuracy, value: 0.9, split: test }]",
    ],
    ["another split", "[{ name: recall, value: 0.80, split: validation }]"],
    ["another threshold", "[{ name: recall, value: 0.80, split: test, threshold: 0.4 }]"],
    ["a slice", "[{ name: recall, value: 0.80, split: test, slice: { sex: female } }]"],
  ].map(([name = "", metrics = ""]) => ({
    name: `${name}: the reported metrics changed`,
    files: model("1.0.0", metrics),
    base: model("1.0.0", recall("0.80")),
    expects: [finding({ says: "the reported metrics changed" })],
  })),
  ...[
    ["another way to write the number", recall('"80%"')],
    ["a digit more of the same number", recall("0.800")],
    ["another name of the same metric", "[{ name: sensitivity, value: 0.80, split: test }]"],
    ["a note", "[{ name: recall, value: 0.80, split: test, method: wilson }]"],
  ].map(([name = "", metrics = ""]) => ({
    name: `${name}: nothing changed`,
    files: model("1.0.0", metrics),
    base: model("1.0.0", recall("0.80")),
    expects: [fine("neither")],
  })),
  {
    name: "evidence that is added for the same number changes nothing",
    files: cardWith(
      {
        model: "task: binary-classification, version: 1.0.0",
        metrics: "[{ name: sensitivity, value: 0.80, split: test }]",
        evidence: testPredictions(),
      },
      { "test.csv": decisions({ tp: 8, fn: 2, fp: 1, tn: 9 }) },
    ),
    base: model("1.0.0", "[{ name: sensitivity, value: 0.80, split: test }]"),
    expects: [fine("neither")],
  },
  {
    name: "claims in another order",
    files: model("1.0.0", "[{ name: f1, value: 0.7 }, { name: recall, value: 0.8 }]"),
    base: model("1.0.0", "[{ name: recall, value: 0.8 }, { name: f1, value: 0.7 }]"),
    expects: [fine("neither")],
  },
  {
    name: "another artifact",
    files: model("1.0.0", "[]", artifact("bb")),
    base: model("1.0.0", "[]", artifact("aa")),
    expects: [finding({ says: "the artifacts changed and the version is still 1.0.0" })],
  },
  {
    name: "a digest in capitals is the same artifact",
    files: model("1.0.0", "[]", artifact("AA")),
    base: model("1.0.0", "[]", artifact("aa")),
    expects: [fine("neither")],
  },
  {
    name: "an artifact's digest is taken away",
    files: model("1.0.0", "[]", ", artifacts: [{ path: m.onnx }]"),
    base: model("1.0.0", "[]", artifact("aa")),
    expects: [finding({ says: "the artifacts changed" })],
  },
  {
    name: "another threshold for decisions is another model",
    files: cardWith({ model: "version: 1.0.0", prediction: "{ threshold: 0.4 }" }),
    base: cardWith({ model: "version: 1.0.0", prediction: "{ threshold: 0.5 }" }),
    expects: [finding({ says: "the decision threshold changed" })],
  },
  {
    name: "all at once, with the version raised",
    files: model("1.1.0", recall("0.85"), artifact("bb")),
    base: model("1.0.0", recall("0.80"), artifact("aa")),
    expects: [fine("the reported metrics and the artifacts changed, and so did the version")],
  },
]);
