import rule from "../../../src/rules/inventory/unique-id.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { finding, fine } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

const OTHER = "models/b/model-card.yaml";
const THIRD = "models/c/model-card.yaml";

testRule(rule, [
  { name: "the only model", files: cardWith({}), expects: [fine('"a" is the id of this model alone')] },
  {
    name: "another model with another id",
    files: { ...cardWith({}), [OTHER]: "model: { id: b }\n" },
    model: "a",
    expects: [fine('"a"')],
  },
  {
    name: "two cards with one id",
    files: { ...cardWith({}), [OTHER]: "model: { id: a }\n" },
    expects: [
      finding({
        about: `id|${CARD}`,
        at: `${CARD}:1:14`,
        says: `also the id of ${OTHER}`,
        fix: "`model.id`",
      }),
    ],
  },
  {
    name: "three cards with one id",
    files: { ...cardWith({}), [OTHER]: "model: { id: a }\n", [THIRD]: "model: { id: a }\n" },
    expects: [finding({ says: `${OTHER}, ${THIRD}` })],
  },
  {
    name: "the base's card of the same id is the same model, moved",
    files: cardWith({}),
    base: { [OTHER]: "model: { id: a }\n" },
    expects: [fine('"a"')],
  },
  {
    name: "ids that only the folder gives can be the same",
    files: { "x/net/model-card.yaml": "model: {}\n", "y/net/model-card.yaml": "model: {}\n" },
    expects: [finding({ about: "id|x/net/model-card.yaml", says: 'the id "net"' })],
  },
]);
