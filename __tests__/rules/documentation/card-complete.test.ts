import rule from "../../../src/rules/documentation/card-complete.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { finding, fine } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

const complete = {
  model: "name: Parcels, version: 1.0.0, task: regression",
  use: "{ intended: Plans the week. }",
  limitations: "[Holidays are not in the data.]",
};

testRule(rule, [
  {
    name: "every field is filled in",
    files: cardWith(complete),
    expects: [fine("5 of 5 required fields are filled in")],
  },
  {
    name: "no field is required",
    files: cardWith({}),
    parameters: { fields: [] },
    expects: [fine("no field is required")],
  },
  {
    name: "a field that is not there is told at the model's id, with its path",
    files: cardWith({ ...complete, model: "name: Parcels, task: regression" }),
    expects: [
      finding({
        about: "field|model.version",
        at: `${CARD}:1:14`,
        says: "does not have `model.version`",
        fix: `add \`model.version\` to ${CARD}`,
      }),
      fine("4 of 5"),
    ],
  },
  ...[
    "TODO",
    "TBD",
    '"<describe>"',
    '"[Your text here]"',
    '"  "',
    "n/a",
    "null",
    "More information needed",
  ].map((text) => ({
    name: `${text} is no text of one's own, and is told where it stands`,
    files: cardWith({ ...complete, use: `{ intended: ${text} }` }),
    expects: [
      finding({
        about: "field|use.intended",
        at: `${CARD}:2:18`,
        says: "empty or placeholder text",
        fix: "in words of your own",
      }),
      fine("4 of 5"),
    ],
  })),
  ...["[]", "[TODO, TBD]", "{}", "[{ says: TODO }]"].map((text) => ({
    name: `limitations: ${text} says nothing`,
    files: cardWith({ ...complete, limitations: text }),
    expects: [finding({ about: "field|limitations", at: `${CARD}:3` }), fine("4 of 5")],
  })),
  {
    name: "one real item in a list is enough, and so is false or 0",
    files: cardWith({
      risk: "{ factors: { regulated: false, people_affected: 0 } }",
      limitations: "[TODO, Slow on Mondays.]",
    }),
    parameters: { fields: ["limitations", "risk.factors.regulated", "risk.factors.people_affected"] },
    expects: [fine("3 of 3")],
  },
  {
    name: "a path through something that is no map",
    files: cardWith({ use: "nothing much" }),
    parameters: { fields: ["use.intended"] },
    expects: [finding({ about: "field|use.intended", at: `${CARD}:1:14` })],
  },
  {
    name: "nothing is filled in: no word of praise",
    files: cardWith({}),
    parameters: { fields: ["metrics", "data"] },
    expects: [finding({ about: "field|metrics" }), finding({ about: "field|data" })],
  },
  {
    name: "a field that only the completed card has",
    files: {
      [CARD]: "card: README.md\nmodel: { id: a }\n",
      "models/a/README.md": "---\nlicense: mit\n---\n# Parcels\n\n## Limitations\n\nSlow on Mondays.\n",
    },
    parameters: { fields: ["limitations", "model.license"] },
    expects: [fine("2 of 2")],
  },
]);
