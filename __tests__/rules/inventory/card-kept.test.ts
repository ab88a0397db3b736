import { LIFECYCLES } from "../../../src/inventory/vocabulary.ts";
import rule from "../../../src/rules/inventory/card-kept.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { finding, fine } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

const kept = { about: "card", at: `${CARD}:1:14`, fix: "set `model.lifecycle: retired` first" };

testRule(rule, [
  ...LIFECYCLES.map((stage) => ({
    name: `a card is removed in ${stage}`,
    files: {},
    base: cardWith({ model: `lifecycle: ${stage}` }),
    expects:
      stage === "retired" || stage === "development"
        ? [fine(`the model was in ${stage} when its card was removed`)]
        : [finding({ ...kept, says: `removed while the model is in ${stage}` })],
  })),
  {
    name: "a card that does not say its stage is removed",
    files: {},
    base: cardWith({}),
    expects: [finding({ ...kept, says: "in an unstated stage" })],
  },
  {
    name: "a stage that is a placeholder is none",
    files: {},
    base: cardWith({ model: "lifecycle: TBD" }),
    expects: [finding({ about: "card", says: "unstated" })],
  },
  {
    name: "another id in the same file takes the card away",
    files: { [CARD]: "model: { id: b, lifecycle: retired }\n" },
    base: cardWith({ model: "lifecycle: production" }),
    model: "a",
    expects: [finding({ ...kept, says: 'the card of "a"' })],
  },
]);
