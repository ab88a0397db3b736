import rule from "../../../src/rules/documentation/card-valid.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { finding, fine } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

testRule(rule, [
  { name: "a card that can be read", files: cardWith({}), expects: [fine(`${CARD} can be read`)] },
  {
    name: "a card that completes another names both",
    files: {
      [CARD]: "card: README.md\nmodel: { id: a }\n",
      "models/a/README.md": "---\nlicense: mit\n---\n# A\n",
    },
    expects: [fine(/model-card\.yaml and models\/a\/README\.md|README\.md and models\/a\/model-card\.yaml/)],
  },
  {
    name: "a misspelt key",
    files: cardWith({ metrcs: "[]" }),
    expects: [finding({ at: `${CARD}:2:1`, says: "metrcs", fix: "metrics" })],
  },
  {
    name: "keys of one's own",
    files: cardWith({ "x-team": "blue" }),
    expects: [fine("can be read")],
  },
  {
    name: "a wrong type and an unknown word, each for itself",
    files: cardWith({ model: "task: guessing", metrics: "many" }),
    expects: [finding({ at: `${CARD}:1`, says: "guessing" }), finding({ at: `${CARD}:2`, says: "metrics" })],
  },
  {
    name: "a number that is none",
    files: cardWith({ metrics: "[{ name: recall, value: high }]" }),
    expects: [finding({ at: `${CARD}:2`, says: "high" })],
  },
  {
    name: "a key that stands there twice",
    files: { [CARD]: "model: { id: a }\nmodel: { id: b }\n" },
    expects: [finding({ at: `${CARD}:2`, says: "model" })],
  },
  { name: "an empty file", files: { [CARD]: "" }, expects: [finding({ at: `${CARD}:1` })] },
  { name: "a card that is a list", files: { [CARD]: "- model\n" }, expects: [finding({ at: `${CARD}:1` })] },
  {
    name: "a card that is no YAML",
    files: { [CARD]: "model: { id: a\n" },
    expects: [finding({ says: /./ })],
  },
  {
    name: "bytes that are no text",
    files: { [CARD]: Uint8Array.of(0xff, 0xfe, 0x00, 0x80) },
    expects: [finding({ at: CARD })],
  },
]);
