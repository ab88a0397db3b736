import rule from "../../../src/rules/tiering/factors-uncontradicted.ts";
import type { Criterion } from "../../../src/tiering/criterion.ts";
import { CARD, cardWith, testPredictions } from "../../support/card-text.ts";
import { finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

const ALONE: Criterion = {
  tier: "high",
  because: "it acts alone",
  when: new Map([["autonomy", { kind: "one-of", words: ["autonomous"] }]]),
};
const OVERSIGHT = {
  use: "{ human_oversight: A clerk reads each and may overrule it; the ledger has the overrides. }",
};

/** A card with factors beside a table of these columns. */
function beside(factors: string, columns = "", more: Readonly<Record<string, string>> = {}) {
  const header = ["id", "y_true", "y_pred", ...columns.split(" ").filter(Boolean)];
  const row = header.map((_, index) => (index === 0 ? "r1" : "1"));
  return cardWith(
    { risk: `{ factors: { ${factors} } }`, evidence: testPredictions(), ...more },
    { "test.csv": `${header.join(",")}\n${row.join(",")}\n` },
  );
}

testRule(rule, [
  {
    name: "nothing speaks against them",
    files: beside("sensitive_attributes: [sex], people_affected: 9, generative: false", "sex"),
    expects: [fine("3 factors, none contradicted")],
  },
  { name: "no factor is stated", files: cardWith({}), expects: [notApplicable("states no factor")] },
  {
    name: "a column of people that the list leaves out",
    files: beside("sensitive_attributes: []", "sex region"),
    expects: [
      finding({
        about: "factor|sensitive_attributes",
        at: `${CARD}:2:42`,
        says: "leaves out `sex`",
        fix: "write `sensitive_attributes: [sex]`",
      }),
    ],
  },
  {
    name: "one more than the list has",
    files: beside("sensitive_attributes: [sex]", "sex applicant_race Age"),
    expects: [
      finding({ says: "leaves out `applicant_race`, `Age`, which", fix: "[sex, applicant_race, Age]" }),
    ],
  },
  {
    name: "bands and spellings of what is listed",
    files: beside("sensitive_attributes: [age, marital status]", "age_band MaritalStatus"),
    expects: [fine("1 factors")],
  },
  {
    name: "letters of a name, and nothing, for a name",
    files: beside('sensitive_attributes: ["e", "", "x"]', "gender sex"),
    expects: [finding({ says: "leaves out `gender`, `sex`" })],
  },
  {
    name: "the age of a pump",
    files: beside("sensitive_attributes: [], people_affected: 0", "age"),
    expects: [fine("none contradicted")],
  },
  {
    name: "rows of people that affect no one",
    files: beside("people_affected: 0", "gender"),
    expects: [
      finding({
        about: "factor|people_affected",
        says: "`people_affected` is 0, and the evidence has rows of people: `gender`",
      }),
    ],
  },
  {
    name: "more columns than can be named",
    files: beside("sensitive_attributes: []", "sex race religion caste gender disability veteran"),
    expects: [finding({ says: "and 2 more" })],
  },
  {
    name: "a column that only contains the letters",
    files: beside("sensitive_attributes: []", "sextant grace embrace"),
    expects: [fine("none contradicted")],
  },
  {
    name: "a list that is not stated is for the tier to ask about",
    files: beside("generative: false", "sex"),
    expects: [fine("none contradicted")],
  },
  {
    name: "a model that generates and is not generative",
    files: cardWith({ model: "task: generation", risk: "{ factors: { generative: false } }" }),
    expects: [finding({ about: "factor|generative", says: "the task is generation" })],
  },
  {
    name: "tools of a model that uses none",
    files: beside("tool_use: false", "", { system: "{ tools: [{ name: refund }] }" }),
    expects: [finding({ about: "factor|tool_use", says: "`system.tools` lists 1" })],
  },
  {
    name: "no tools of a model that uses none",
    files: beside("tool_use: false", "", { system: "{ tools: [] }" }),
    expects: [fine("none contradicted")],
  },
  ...["advisory", "human-in-the-loop", "human-on-the-loop"].map((autonomy) => ({
    name: `${autonomy} keeps the tier low, without a word of who decides`,
    files: beside(`autonomy: ${autonomy}`),
    criteria: [ALONE],
    expects: [finding({ about: "factor|autonomy", says: "who decides", fix: "use.human_oversight" })],
  })),
  {
    name: "a human who is described",
    files: beside("autonomy: human-in-the-loop", "", OVERSIGHT),
    criteria: [ALONE],
    expects: [fine("none contradicted")],
  },
  {
    name: "a placeholder for a human",
    files: beside("autonomy: human-in-the-loop", "", { use: "{ human_oversight: TODO }" }),
    criteria: [ALONE],
    expects: [finding({ about: "factor|autonomy" })],
  },
  {
    name: "a human on whom no tier rests",
    files: beside("autonomy: human-in-the-loop, regulated: true"),
    criteria: [ALONE, { ...ALONE, when: new Map([["regulated", { kind: "is", value: true }]]) }],
    expects: [fine("none contradicted")],
  },
  {
    name: "where the policy does not ask for it",
    files: beside("autonomy: human-on-the-loop, generative: false"),
    criteria: [ALONE],
    parameters: { oversight: false },
    expects: [fine("none contradicted")],
  },
  {
    name: "no human is claimed",
    files: beside("autonomy: autonomous"),
    criteria: [ALONE],
    expects: [fine("none contradicted")],
  },
]);
