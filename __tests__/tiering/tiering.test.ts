import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TIERS, type Tier } from "../../src/inventory/vocabulary.ts";
import { answer, type Condition, type Criterion, type FactorName } from "../../src/tiering/criterion.ts";
import { rank } from "../../src/tiering/rank.ts";
import { tierOf } from "../../src/tiering/tiering.ts";
import type { TieringPolicy } from "../../src/tiering/tiering-policy.ts";
import { type Stated, stated } from "../support/factors.ts";

function criterion(tier: Tier, when: Partial<Record<FactorName, Condition>>): Criterion {
  return {
    tier,
    because: `${tier}: ${Object.keys(when).join()}`,
    when: new Map(Object.entries(when) as [FactorName, Condition][]),
  };
}

const yes: Condition = { kind: "is", value: true };
const words = (...list: string[]): Condition => ({ kind: "one-of", words: list });
const atLeast = (value: number): Condition => ({ kind: "at-least", value });
const any: Condition = { kind: "any" };

describe("a criterion, of three values", () => {
  it.each<[string, Partial<Record<FactorName, Condition>>, Stated, unknown]>([
    ["a flag that is so", { regulated: yes }, { regulated: true }, "yes"],
    ["a flag that is not", { regulated: yes }, { regulated: false }, "no"],
    ["a flag that nobody states", { regulated: yes }, {}, { unknown: ["regulated"] }],
    ["a criterion for no", { regulated: { kind: "is", value: false } }, { regulated: false }, "yes"],
    ["a word", { domain: words("credit", "health") }, { domain: "health" }, "yes"],
    [
      "a word in another spelling",
      { domain: words("public-benefits") },
      { domain: " Public Benefits" },
      "yes",
    ],
    [
      "the policy in another spelling",
      { domain: words("Public Benefits") },
      { domain: "public_benefits" },
      "yes",
    ],
    ["another word", { domain: words("credit") }, { domain: "retail" }, "no"],
    ["a word of several", { regions: words("EU") }, { regions: ["US", "eu"] }, "yes"],
    ["none of several", { regions: words("EU") }, { regions: [] }, "no"],
    ["a number at the limit", { people_affected: atLeast(1000) }, { people_affected: 1000 }, "yes"],
    ["a number below", { people_affected: atLeast(1000) }, { people_affected: 999 }, "no"],
    ["any of a list", { sensitive_attributes: any }, { sensitive_attributes: ["age"] }, "yes"],
    ["any of nothing", { sensitive_attributes: any }, { sensitive_attributes: [] }, "no"],
    ["yes and unknown", { regulated: yes, tool_use: yes }, { regulated: true }, { unknown: ["tool_use"] }],
    ["no and unknown", { regulated: yes, tool_use: yes }, { regulated: false }, "no"],
    ["yes and no", { regulated: yes, tool_use: yes }, { regulated: true, tool_use: false }, "no"],
    ["all unknown", { regulated: yes, tool_use: yes }, {}, { unknown: ["regulated", "tool_use"] }],
  ])("%s", (_, when, values, expected) => {
    expect(answer(criterion("high", when), stated(values))).toEqual(expected);
  });
});

const policy = (
  criteria: readonly Criterion[],
  undeclared: Tier,
  domains: readonly string[] = ["retail", "marketing", "energy"],
): TieringPolicy => ({ criteria, undeclared, domains: new Map([["harmless", domains]]) });

const CRITERIA = [
  criterion("critical", { regulated: yes, people_affected: atLeast(1_000_000) }),
  criterion("high", { regulated: yes }),
  criterion("medium", { external_facing: yes }),
];

describe("tierOf", () => {
  it.each<[string, Tier | null, Stated, Partial<ReturnType<typeof tierOf>>]>([
    ["nothing known", null, {}, { computed: null, effective: "medium" }],
    ["declared alone", "high", {}, { computed: null, effective: "high" }],
    [
      "every criterion is no",
      null,
      { regulated: false, external_facing: false },
      { computed: "low", effective: "low", open: [] },
    ],
    ["understated", "low", { regulated: true, people_affected: 5 }, { computed: "high", effective: "high" }],
    [
      "overstated",
      "critical",
      { regulated: false, external_facing: true },
      { computed: "medium", effective: "critical", open: [] },
    ],
    [
      "the highest wins",
      null,
      { regulated: true, people_affected: 2e6, external_facing: true },
      { computed: "critical", effective: "critical" },
    ],
    ["unknown is not no", null, { external_facing: false }, { computed: null, effective: "medium" }],
  ])("%s", (_, declared, values, expected) => {
    expect(tierOf(declared, stated(values), policy(CRITERIA, "medium"))).toMatchObject(expected);
  });

  it("lists what is open and could raise the tier, and only that", () => {
    const { open, effective } = tierOf("medium", stated({ regulated: true }), policy(CRITERIA, "low"));
    expect(effective).toBe("high");
    expect(open).toEqual([
      { tier: "critical", factors: ["people_affected"], because: "critical: regulated,people_affected" },
    ]);
    expect(tierOf("critical", stated({}), policy(CRITERIA, "low")).open).toEqual([]);
    expect(tierOf(null, stated({}), policy(CRITERIA, "critical")).open).toHaveLength(3);
  });

  it.each<[Tier | null, Stated, string]>([
    [null, { regulated: true }, "high: regulated"],
    [null, { regulated: false, external_facing: false }, "no criterion for a higher tier applies"],
    ["high", {}, "the card declares it; too few risk factors are stated to confirm it"],
    [
      null,
      {},
      "the card states neither a tier nor enough risk factors; the policy judges such a model as medium",
    ],
  ])("declared %s with %j: %s", (declared, values, because) => {
    expect(tierOf(declared, stated(values), policy(CRITERIA, "medium")).because).toEqual([because]);
  });

  const medical = criterion("high", { domain: words("health", "law enforcement") });
  it.each<[string, string, ReturnType<typeof tierOf>["unknownDomain"], Tier]>([
    ["a word of a criterion", "Health", null, "high"],
    ["two words for one", "lawEnforcement, municipal", null, "high"],
    ["a word of a criterion among others", "public health helpdesk", null, "high"],
    ["a word that the policy lists", "retail", null, "low"],
    ["words that it lists, joined", "Retail & marketing, and the energy", null, "low"],
    ["a misspelt word", "helth", { written: "helth", nearest: "health" }, "medium"],
    [
      "a listed word that vouches for another",
      "retail helth",
      { written: "retail helth", nearest: "health" },
      "medium",
    ],
    ["a word in no list", "zoo", { written: "zoo", nearest: null }, "medium"],
    ["no word at all", "***", { written: "***", nearest: null }, "medium"],
    ["letters that only look alike", "h\u0435alth", null, "high"],
    ["a page of text", "zoo ".repeat(40), { written: `${"zoo ".repeat(15)}…`, nearest: null }, "medium"],
  ])("knows the domain or not: %s", (_, domain, unknownDomain, effective) => {
    const tiering = tierOf("low", stated({ domain }), policy([medical], "medium"));
    expect(tiering).toMatchObject({ unknownDomain, effective });
    if (unknownDomain)
      expect(tiering.because).toEqual([
        "the policy does not know its domain, and judges such a model as at least medium",
      ]);
  });

  it("asks nothing of the domain where it could not raise the tier", () => {
    const none = policy(CRITERIA, "medium", []);
    expect(tierOf("low", stated({ domain: "zoo", regulated: false }), none).unknownDomain).toBeNull();
    const high = tierOf("high", stated({ domain: "zoo" }), policy([medical], "critical"));
    expect(high).toMatchObject({ unknownDomain: null, effective: "high" });
  });

  const factors = fc.record(
    {
      regulated: fc.boolean(),
      external_facing: fc.boolean(),
      tool_use: fc.boolean(),
      people_affected: fc.constantFrom(0, 999, 1000, 2_000_000),
      domain: fc.constantFrom("credit", "retail"),
    },
    { requiredKeys: [] },
  );
  const condition: Record<string, fc.Arbitrary<Condition>> = {
    regulated: fc.boolean().map((value) => ({ kind: "is", value })),
    tool_use: fc.constant(yes),
    people_affected: fc.constantFrom(1, 1000, 1_000_000).map(atLeast),
    domain: fc.constant(words("credit")),
  };
  const criteria = fc.array(
    fc
      .tuple(fc.constantFrom(...TIERS), fc.record(condition, { requiredKeys: [] }))
      .filter(([, when]) => Object.keys(when).length > 0)
      .map(([tier, when]) => criterion(tier, when)),
    { maxLength: 5 },
  );
  const tier = fc.option(fc.constantFrom(...TIERS));

  it("is never below what is declared, nor below what is computed", () => {
    fc.assert(
      fc.property(
        tier,
        factors,
        criteria,
        fc.constantFrom(...TIERS),
        (declared, values, list, undeclared) => {
          const { computed, effective } = tierOf(declared, stated(values), policy(list, undeclared));
          for (const floor of [declared, computed]) {
            if (floor !== null) expect(rank(effective)).toBeGreaterThanOrEqual(rank(floor));
          }
        },
      ),
    );
  });

  it("never computes less for a card that states more", () => {
    fc.assert(
      fc.property(factors, factors, criteria, (some, others, list) => {
        const less = tierOf(null, stated(some), policy(list, "low")).computed;
        const more = tierOf(null, stated({ ...others, ...some }), policy(list, "low")).computed;
        if (less !== null) {
          expect(more).not.toBeNull();
          expect(rank(more!)).toBeGreaterThanOrEqual(rank(less));
        }
      }),
    );
  });

  it("computes low only when every criterion is known to be false", () => {
    fc.assert(
      fc.property(factors, criteria, (values, list) => {
        const above = list.filter((one) => one.tier !== "low");
        const { computed } = tierOf(null, stated(values), policy(above, "high"));
        const allNo = above.every((one) => answer(one, stated(values)) === "no");
        expect(computed === "low").toBe(allNo);
      }),
    );
  });
});
