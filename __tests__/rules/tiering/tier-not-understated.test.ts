import rule from "../../../src/rules/tiering/tier-not-understated.ts";
import type { Condition, Criterion, FactorName } from "../../../src/tiering/criterion.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

const when = (...conditions: [FactorName, Condition][]) => new Map(conditions);
const yes: Condition = { kind: "is", value: true };

const critical: Criterion = {
  tier: "critical",
  because: "it acts alone in medicine",
  when: when(
    ["domain", { kind: "one-of", words: ["medicine"] }],
    ["autonomy", { kind: "one-of", words: ["autonomous"] }],
  ),
};
const high: Criterion = { tier: "high", because: "its use is regulated", when: when(["regulated", yes]) };
const many: Criterion = {
  tier: "high",
  because: "it affects a thousand people or more",
  when: when(["people_affected", { kind: "at-least", value: 1000 }]),
};
const known: Criterion = {
  tier: "medium",
  because: "sensitive attributes are known to it",
  when: when(["sensitive_attributes", { kind: "any" }]),
};

const risk = (text: string) => cardWith({ risk: `{ ${text} }` });
const criteria = [critical, high];
const harmless = "domain: retail, autonomy: advisory, regulated: false";

testRule(rule, [
  {
    name: "declared and computed agree",
    files: risk("tier: high, factors: { domain: medicine, autonomy: advisory, regulated: true }"),
    criteria,
    expects: [fine("declared high, computed high")],
  },
  {
    name: "declared higher than computed",
    files: risk(`tier: critical, factors: { ${harmless} }`),
    criteria,
    expects: [fine("declared critical, computed low")],
  },
  {
    name: "declared lower than computed",
    files: risk("tier: low, factors: { domain: retail, regulated: true }"),
    criteria,
    expects: [
      finding({
        about: "tier|understated",
        at: `${CARD}:2:15`,
        says: "declared low, but the risk factors give high: its use is regulated",
        fix: "set `risk.tier: high`",
      }),
    ],
  },
  {
    name: "every reason for the computed tier is given, and none for a lower one",
    files: risk(
      "tier: low, factors: { regulated: true, people_affected: 1000, sensitive_attributes: [sex] }",
    ),
    criteria: [known, high, many],
    expects: [finding({ says: /regulated; it affects a thousand people or more$/ })],
  },
  {
    name: "one person fewer is below the limit",
    files: risk("tier: low, factors: { people_affected: 999 }"),
    criteria: [many],
    expects: [fine("declared low, computed low")],
  },
  {
    name: "how a word is written makes no other domain of it",
    files: risk('tier: high, factors: { domain: " MEDICINE ", autonomy: autonomous, regulated: true }'),
    criteria,
    expects: [finding({ about: "tier|understated", says: "give critical" })],
  },
  ...[
    "veterinary medicine research",
    '"medi\\u200bcine"',
    '"ｍedicine"',
    "Medicine/Oncology",
    "_medicine_",
  ].map((domain) => ({
    name: `the domain among other words, or in other letters: ${domain}`,
    files: risk(`tier: high, factors: { domain: ${domain}, autonomy: autonomous, regulated: true }`),
    criteria,
    expects: [finding({ about: "tier|understated", says: "give critical" })],
  })),
  {
    name: "a name of two words written as one, or one written as two",
    files: risk("tier: low, factors: { domain: health care }"),
    criteria: [{ ...critical, when: when(["domain", { kind: "one-of", words: ["healthcare"] }]) }],
    expects: [finding({ about: "tier|understated", says: "give critical" })],
  },
  {
    name: "a word that only begins like the domain",
    files: risk("tier: low, factors: { domain: medicines, regulated: false }"),
    criteria: [high, { ...critical, when: when(["domain", { kind: "one-of", words: ["medicine"] }]) }],
    domains: ["medicines"],
    expects: [fine("declared low, computed low")],
  },
  ...[
    {
      domain: "medicin",
      says: 'domain "medicin" is not one that the policy knows; nearest "medicine"',
      fix: "write `domain: medicine`",
    },
    {
      domain: "quilting",
      says: /domain "quilting" is not one that the policy knows$/,
      fix: "write a word that the policy lists",
    },
  ].map(({ domain, says, fix }) => ({
    name: `a word that the policy does not know: ${domain}`,
    files: risk(`tier: low, factors: { domain: ${domain}, autonomy: autonomous, regulated: false }`),
    criteria,
    expects: [cannotTell({ about: "tier|domain", at: `${CARD}:2:39`, says, fix })],
  })),
  {
    name: "an unknown domain, and a factor that is not stated",
    files: risk("tier: low, factors: { domain: medicin, autonomy: autonomous }"),
    criteria,
    expects: [
      cannotTell({ about: "tier|domain" }),
      cannotTell({
        about: "tier|factors",
        says: "does not state `regulated`; that could make the model high",
      }),
    ],
  },
  {
    name: "an unknown domain that could not raise the tier",
    files: risk("tier: critical, factors: { domain: medicin, autonomy: autonomous, regulated: false }"),
    criteria,
    expects: [fine("declared critical, computed no higher")],
  },
  {
    name: "a tier lowered by the change that its factors were changed for",
    files: risk(`tier: low, factors: { ${harmless} }`),
    base: risk("tier: high, factors: { domain: retail, regulated: true }"),
    criteria,
    expects: [
      finding({
        about: "tier|lowered",
        at: `${CARD}:2:15`,
        says: "the base declares high, and this change makes the model low",
        fix: "keep `risk.tier: high`",
      }),
    ],
  },
  {
    name: "a declared tier that the factors now give",
    files: risk("tier: low, factors: { domain: retail, regulated: true }"),
    base: risk("tier: high, factors: { domain: retail, regulated: true }"),
    criteria,
    expects: [finding({ about: "tier|understated" })],
  },
  {
    name: "a tier taken away with the factors",
    files: cardWith({}),
    base: risk("tier: high, factors: { regulated: true }"),
    criteria,
    expects: [
      finding({ about: "tier|lowered", says: "makes the model medium" }),
      finding({ about: "tier|undeclared" }),
      cannotTell({ about: "tier|factors" }),
    ],
  },
  {
    name: "a tier raised",
    files: risk(`tier: high, factors: { ${harmless} }`),
    base: risk(`tier: low, factors: { ${harmless} }`),
    criteria,
    expects: [fine("declared high, computed low")],
  },
  {
    name: "no tier, and factors that give one",
    files: risk("factors: { regulated: true, domain: retail }"),
    criteria,
    expects: [
      finding({
        about: "tier|undeclared",
        at: `${CARD}:1:14`,
        says: "declares no tier; its risk factors give high",
        fix: "risk: { tier: high",
      }),
    ],
  },
  {
    name: "neither a tier nor factors",
    files: cardWith({}),
    criteria,
    expects: [
      finding({ about: "tier|undeclared", says: /declares no tier$/, fix: "tier: medium" }),
      cannotTell({ about: "tier|factors", says: "could make the model critical" }),
    ],
  },
  {
    name: "a tier that no one knows is none",
    files: risk(`tier: tiny, factors: { ${harmless} }`),
    criteria,
    expects: [finding({ about: "tier|undeclared", says: "give low" })],
  },
  {
    name: "a factor that could raise the tier is not stated",
    files: risk("tier: low, factors: { domain: medicine, autonomy: advisory }"),
    criteria,
    expects: [
      cannotTell({
        about: "tier|factors",
        at: `${CARD}:2:15`,
        says: "does not state `regulated`; that could make the model high, if its use is regulated",
        fix: "state in `risk.factors`: regulated",
      }),
    ],
  },
  {
    name: "of several, the highest tier that they could give is named, and each factor once",
    files: risk("tier: low"),
    criteria,
    expects: [cannotTell({ says: /`autonomy`, `domain`, `regulated`; that could make the model critical/ })],
  },
  {
    name: "a factor that could not raise the tier may stay open",
    files: risk("tier: high, factors: { domain: retail }"),
    criteria,
    expects: [fine("declared high, computed no higher")],
  },
  {
    name: "understated, and it could be worse",
    files: risk("tier: low, factors: { regulated: true, domain: medicine }"),
    criteria,
    expects: [
      finding({ about: "tier|understated" }),
      cannotTell({ about: "tier|factors", says: "`autonomy`; that could make the model critical" }),
    ],
  },
  ...["[]", "[TODO]", "none"].map((attributes) => ({
    name: `sensitive_attributes: ${attributes}`,
    files: risk(`tier: low, factors: { sensitive_attributes: ${attributes} }`),
    criteria: [known],
    expects: [
      attributes === "[]"
        ? fine("declared low, computed low")
        : cannotTell({ about: "tier|factors", says: "`sensitive_attributes`" }),
    ],
  })),
  {
    name: "a factor of the wrong type is not stated",
    files: risk('tier: low, factors: { regulated: "no", domain: retail }'),
    criteria,
    expects: [cannotTell({ about: "tier|factors", says: "`regulated`" })],
  },
  {
    name: "a policy without criteria",
    files: risk("tier: low"),
    expects: [fine("declared low, computed low")],
  },
]);
