import rule from "../../../src/rules/documentation/card-complete.ts";
import { withLines } from "../../../src/rules/paste.ts";
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
  ...[
    cardWith({ ...complete, model: "name: P, version: 1.0.0, task: generation" }),
    cardWith({ ...complete, risk: "{ factors: { generative: true } }" }),
  ].map((files) => ({
    name: `more of a generative model, ${JSON.stringify(files).includes("risk") ? "by its factors" : "by its task"}`,
    files,
    parameters: { generative: ["system.filters", "limitations"] },
    expects: [finding({ about: "section|system", says: "`system.filters`" }), fine("5 of 6 required fields")],
  })),
  {
    name: "no more of a model that generates nothing",
    files: cardWith({ ...complete, risk: "{ factors: { generative: false } }" }),
    parameters: { generative: ["system.filters"] },
    expects: [fine("5 of 5 required fields")],
  },
  {
    name: "a field that is not there is told at its section, with the line to add",
    files: cardWith({ ...complete, model: "name: Parcels, task: regression" }),
    expects: [
      finding({
        about: "section|model",
        at: `${CARD}:1:1`,
        says: /^the card does not have `model\.version`$/,
        fix: withLines(`add inside the braces of \`model\` in ${CARD}`, "yaml", ["version: …"]),
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
    expects: [
      finding({
        about: "section|use",
        at: `${CARD}:2:1`,
        fix: withLines(`write \`use\` in ${CARD} as`, "yaml", ["use:", "  intended: …"]),
      }),
    ],
  },
  {
    name: "the fields of one section are one finding, what is not filled in another",
    files: cardWith({ use: "{ intended: TODO }" }),
    parameters: {
      fields: ["use.intended", "use.users", "limitations", "use.fallback", "use.human_oversight"],
    },
    expects: [
      finding({
        about: "section|use",
        at: `${CARD}:2:1`,
        says: /^the card does not have `use\.users`, `use\.fallback` and `use\.human_oversight`$/,
      }),
      finding({
        about: "section|limitations",
        at: `${CARD}:1:14`,
        says: /^the card does not have `limitations`$/,
        fix: withLines(`add to ${CARD}`, "yaml", ["limitations: […]"]),
      }),
      finding({ about: "field|use.intended", at: `${CARD}:2:18`, says: "empty or placeholder text" }),
    ],
  },
  {
    name: "a finding stays the same while its section is filled in",
    files: cardWith({ use: "{ intended: Plans the week., users: Planners. }" }),
    parameters: { fields: ["use.intended", "use.users", "use.fallback"] },
    expects: [
      finding({ about: "section|use", says: /^the card does not have `use\.fallback`$/ }),
      fine("2 of 3"),
    ],
  },
  {
    name: "a section in a block: the lines have its indentation",
    files: { [CARD]: "model:\n    id: a\n" },
    parameters: { fields: ["model.task", "model.artifacts"] },
    expects: [
      finding({
        about: "section|model",
        at: `${CARD}:1:1`,
        fix: withLines(`add under \`model\` in ${CARD}`, "yaml", [
          "    task: … # such as binary-classification or regression",
          "    artifacts: [{ path: …, sha256: … }]",
        ]),
      }),
    ],
  },
  {
    name: "a map that is there already is said to be there",
    files: { [CARD]: "model: { id: a }\nrisk:\n  factors: { regulated: true }\n" },
    parameters: { fields: ["risk.rationale", "risk.factors.domain"] },
    expects: [
      finding({
        about: "section|risk",
        fix: withLines(`add under \`risk\` in ${CARD}`, "yaml", [
          "  rationale: …",
          "  factors: # is there already: add to it",
          "    domain: …",
        ]),
      }),
    ],
  },
  {
    name: "a card in JSON",
    files: { "models/a/model-card.json": '{ "model": { "id": "a" } }' },
    parameters: { fields: ["model.name", "model.artifacts", "use.users"] },
    expects: [
      finding({
        about: "section|model",
        fix: withLines("add inside the braces of `model` in models/a/model-card.json", "json", [
          '"name": "…",',
          '"artifacts": [{ "path": "…", "sha256": "…" }]',
        ]),
      }),
      finding({
        about: "section|use",
        fix: withLines("add to models/a/model-card.json, inside its outer braces", "json", [
          '"use": { "users": "…" }',
        ]),
      }),
    ],
  },
  {
    name: "a section that only the completed card has is added to the native one",
    files: {
      [CARD]: "card: README.md\nmodel: { id: a }\n",
      "models/a/README.md": "---\nlicense: mit\n---\n# Parcels\n\n## Intended use\n\nPlans the week.\n",
    },
    parameters: { fields: ["use.intended", "use.users"] },
    expects: [
      finding({
        about: "section|use",
        at: "models/a/README.md:8:1",
        fix: withLines(`add to ${CARD}`, "yaml", ["use:", "  users: …"]),
      }),
      fine("1 of 2"),
    ],
  },
  {
    name: "a Markdown card under docs/: by headings where there are any, else by a card of the model's folder",
    files: { "models/a/docs/MODEL_CARD.md": "# Parcels\n\n## Intended use\n\nPlans the week.\n" },
    parameters: { fields: ["use.users", "use.fallback", "monitoring.metrics", "monitoring.on_call"] },
    expects: [
      finding({
        about: "section|use",
        fix: withLines("add to models/a/docs/MODEL_CARD.md", "markdown", [
          "Intended users",
          "--------------",
          "",
          "…",
          "",
          "Fallback",
          "--------",
          "",
          "…",
        ]),
      }),
      finding({
        about: "section|monitoring",
        fix: withLines(
          "complete it in models/a/model-card.yaml, a card beside it with `card: docs/MODEL_CARD.md` and `model: { id: parcels }`",
          "yaml",
          ["monitoring:", "  metrics: [{ name: …, threshold: …, alert: … }]", "  on_call: …"],
        ),
      }),
    ],
  },
  {
    name: "nothing is filled in: no word of praise",
    files: cardWith({}),
    parameters: { fields: ["metrics", "data"] },
    expects: [finding({ about: "section|metrics" }), finding({ about: "section|data" })],
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
