import rule from "../../../src/rules/change/policy-unchanged.ts";
import { cardWith } from "../../support/card-text.ts";
import { finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

const policy = "governance/policy.yaml";
const at = { path: policy, line: 3, column: 5, pointer: "/rules" };

testRule(rule, [
  {
    name: "nothing that judges was changed",
    files: cardWith({}),
    base: cardWith({}),
    expects: [fine("policy and configuration are those of the base")],
  },
  {
    name: "there is no base, or the model is new",
    files: cardWith({}),
    expects: [notApplicable("no earlier version")],
  },
  {
    name: "each changed file is one finding, at its own start",
    files: cardWith({}),
    policyChanges: [
      { path: "effective-challenge.yaml", problems: [] },
      { path: policy, problems: [] },
    ],
    expects: [
      finding({ about: "policy|effective-challenge.yaml", at: "effective-challenge.yaml:1:1" }),
      finding({
        about: `policy|${policy}`,
        at: `${policy}:1:1`,
        says: "the base's version is in force",
        fix: "have the owner of the policy approve the change",
      }),
    ],
  },
  {
    name: "what it loosens is told, the first of many",
    files: cardWith({}),
    policyChanges: [
      {
        path: policy,
        problems: [],
        loosens: ["every tier: a is turned off: looser", "b: looser", "c: looser", "d: looser", "e: looser"],
      },
    ],
    expects: [
      finding({
        about: `policy|${policy}`,
        says: "in force. It asks for less: every tier: a is turned off: looser; b: looser; c: looser; and 2 more",
      }),
    ],
  },
  {
    name: "what is wrong in a changed file is told where it stands",
    files: cardWith({}),
    policyChanges: [
      {
        path: policy,
        problems: [
          { code: "unknown-key", about: "rules.colour", at, says: "no rule colour", fix: "take it out" },
        ],
      },
    ],
    expects: [
      finding({ about: `policy|${policy}` }),
      finding({
        about: `unknown-key|${policy}|rules.colour`,
        at: `${policy}:3:5`,
        says: "no rule colour",
        fix: "take it out",
      }),
    ],
  },
]);
