import rule from "../../../src/rules/explainability/no-protected-attribute.ts";
import { cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { fixtureFiles } from "../../support/fixture-files.ts";
import { testRule } from "../../support/rule-tester.ts";
import { fact, shown } from "../../support/shown.ts";

const with_ = (features: Readonly<Record<string, number | null>>) => [
  shown({
    facts: Object.entries(features).map(([feature, value]) => fact("importance", { feature, value })),
  }),
];
const unsaid = cardWith({});
const listing = (attributes: string, people = 5000) =>
  cardWith({ risk: `{ factors: { sensitive_attributes: [${attributes}], people_affected: ${people} } }` });
const leaning = (attribute: string, says: string) =>
  finding({ about: `evidence/tool.json|${attribute}`, says });

testRule(rule, [
  { name: "nothing shown", files: unsaid, expects: [notApplicable("no tool's file shows attributions")] },
  {
    name: "SHAP of measures of cells",
    files: cardWith({ evidence: "[{ path: complete }]" }, fixtureFiles("shap/0.51.0/complete")),
    expects: [fine("4 features, none is a protected attribute by its name; proxies are not looked for")],
  },
  {
    name: "interpret, with a measure that the card calls sensitive",
    files: cardWith(
      {
        risk: "{ factors: { sensitive_attributes: [texture] } }",
        evidence: "[{ path: complete-model.json }]",
      },
      fixtureFiles("interpret/0.7.8/complete-model.json"),
    ),
    expects: [
      finding({
        about: "complete-model.json|texture",
        says: "is that of texture (2 features), above the limit of 10 %",
      }),
    ],
  },
  ...[
    ["sex", "sex"],
    ["applicant_gender", "gender"],
    ["cat__Race_White", "race"],
    ["age", "age"],
    ["date of birth", "dateofbirth"],
    ["s\u0435x", "sex"],
    ["S\u00e9x", "sex"],
    ["applicantSex", "sex"],
    ["SEXCode", "sex"],
    ["gender0", "gender"],
    ["isMale", "male"],
    ["postal_code", "postalcode"],
  ].map(([feature = "", attribute = ""]) => ({
    name: `recognised: ${feature}`,
    files: unsaid,
    shown: with_({ [feature]: 1, income: 3 }),
    expects: [
      leaning(attribute, `25 % of the mean absolute attribution is that of ${attribute} (\`${feature}\`)`),
    ],
  })),
  {
    name: "the age of a pump",
    files: listing("", 0),
    shown: with_({ age: 1, wear: 3 }),
    expects: [fine("none is a protected attribute")],
  },
  {
    name: "the age of a pump that the card lists",
    files: listing("age_band", 0),
    shown: with_({ age: 1, wear: 3 }),
    expects: [leaning("age_band", "25 %")],
  },
  {
    name: "as much as may be",
    files: listing("sex"),
    shown: with_({ sex: -0.1, income: 0.9 }),
    expects: [fine("sex has the largest part of a protected attribute, 10 %")],
  },
  {
    name: "none, and a little",
    files: listing("sex"),
    parameters: { maximumShare: 0 },
    shown: with_({ sex: 0.001, income: 0.999 }),
    expects: [leaning("sex", "0.1 %")],
  },
  {
    name: "none at all",
    files: listing("sex"),
    parameters: { maximumShare: 0 },
    shown: with_({ sex: 0, income: 1 }),
    expects: [fine("sex has the largest part of a protected attribute, 0 %")],
  },
  {
    name: "divided over a column for each category",
    files: unsaid,
    shown: with_({
      ...Object.fromEntries(["a", "b", "c", "d"].map((one) => [`race_${one}`, 0.05])),
      income: 0.8,
    }),
    expects: [leaning("race", "20 % of the mean absolute attribution is that of race (4 features)")],
  },
  {
    name: "two attributes, the larger first; together they are both's",
    files: unsaid,
    shown: with_({ sex: 1, race: 2, "sex & race": 1, income: 6 }),
    expects: [leaning("race", "30 %"), leaning("sex", "20 %")],
  },
  {
    name: "a postcode that stands for a group is not guessed, where no one says so",
    files: unsaid,
    shown: with_({ neighbourhood: 9, income: 1 }),
    expects: [fine("proxies are not looked for")],
  },
  {
    name: "names with unseen letters in them",
    files: unsaid,
    shown: with_({ "s\u200bex": 1, income: 1 }),
    expects: [leaning("sex", "50 %")],
  },
  {
    name: "features without names",
    files: unsaid,
    shown: with_({ "feature 0": 1, income: 1 }),
    expects: [
      cannotTell({ about: "names|evidence/tool.json", says: "nothing names `feature 0`", fix: "names" }),
    ],
  },
  {
    name: "a sex among features without names",
    files: unsaid,
    shown: with_({ x1: 1, sex: 1 }),
    expects: [cannotTell({ about: "names|evidence/tool.json" }), leaning("sex", "50 %")],
  },
  ...[
    ["zeros", { sex: 0, income: 0 }],
    ["a number that is none", { sex: null, income: 1 }],
  ].map(([name, features]) => ({
    name: `no part of ${String(name)}`,
    files: unsaid,
    shown: with_(features as Record<string, number | null>),
    expects: [cannotTell({ about: "shares|evidence/tool.json", says: "no feature's part can be told" })],
  })),
]);
