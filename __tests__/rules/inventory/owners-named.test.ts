import rule from "../../../src/rules/inventory/owners-named.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { finding, fine } from "../../support/expected.ts";
import { type RuleCase, testRule } from "../../support/rule-tester.ts";

const owned = (...owners: readonly string[]) => cardWith({ model: `owners: [${owners.join(", ")}]` });
const noDeveloper = finding({
  about: "role|developer",
  says: 'no owner with the role "developer" is named',
  fix: "role: developer",
});
const notIndependent = finding({ about: "role|validator-independent", fix: "who did not build the model" });

/** Ways of writing the same party twice. */
const SAME: readonly [string, string][] = [
  ["{ name: Ada, role: developer }", "{ name: Ada, role: validator }"],
  ["{ name: Ada Byron, role: developer }", '{ name: "  ADA   byron ", role: validator }'],
  ["{ name: Ada, role: developer }", '{ name: "Ａda", role: validator }'],
  [
    "{ name: Ada, role: developer, contact: ada@example.com }",
    "{ name: A. B., role: validator, contact: Ada@Example.com }",
  ],
  ["{ name: Ada Byron, role: developer }", '{ name: "Byron, Ada", role: validator }'],
  ["{ name: Ada, role: developer }", '{ name: "A\\u200bda", role: validator }'],
  [
    "{ name: A, role: developer, contact: ada@example.com }",
    '{ name: B, role: validator, contact: "Ada <mailto:ada+review@example.com>" }',
  ],
];

const nobody: readonly string[] = [
  "{ role: developer }",
  "{ name: TBD, role: developer }",
  '{ name: "<name>", role: developer }',
  '{ name: "", role: developer }',
  "{ name: null, role: developer }",
  "{ name: Ada, role: coder }",
  "{ name: Ada }",
];

const cases: RuleCase[] = [
  {
    name: "a developer",
    files: owned("{ name: Ada, role: developer }"),
    expects: [fine("named: developer")],
  },
  {
    name: "no owners at all, told at the model's id",
    files: cardWith({}),
    expects: [{ ...noDeveloper, at: `${CARD}:1:14` }],
  },
  {
    name: "each missing role is one finding, told at the first owner",
    files: owned("{ name: Ada, role: developer }"),
    parameters: { roles: ["developer", "business", "validator"] },
    expects: [
      finding({ about: "role|business", at: `${CARD}:1:26` }),
      finding({ about: "role|validator", at: `${CARD}:1:26` }),
    ],
  },
  ...nobody.map((owner) => ({
    name: `${owner} names no developer`,
    files: owned(owner),
    expects: [noDeveloper],
  })),
  {
    name: "one that is named is enough",
    files: owned("{ name: TBD, role: developer }", "{ name: Ada, role: developer }"),
    expects: [fine("named: developer")],
  },
  {
    name: "no role is required",
    files: cardWith({}),
    parameters: { roles: [] },
    expects: [fine("no role is required")],
  },
  {
    name: "a validator who is someone else",
    files: owned("{ name: Ada, role: developer }", "{ name: Charles, role: validator }"),
    parameters: { roles: ["developer", "validator"] },
    expects: [fine("named: developer, validator")],
  },
  ...SAME.map(([developer, validator]) => ({
    name: `${validator} is ${developer}`,
    files: owned(developer, validator),
    expects: [notIndependent],
  })),
  {
    name: "a second validator does not make the first one independent",
    files: owned(...(SAME[0] ?? []), "{ name: Charles, role: validator }"),
    expects: [notIndependent],
  },
  {
    name: "independence is not asked for",
    files: owned(...(SAME[0] ?? [])),
    parameters: { independent: false },
    expects: [fine("named: developer")],
  },
];

testRule(rule, cases);
