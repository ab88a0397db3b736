import { describe, expect, it } from "vitest";
import { shippedPolicies } from "../../src/main/shipped-policies.ts";
import { tieringFrom } from "../../src/policy/written-tiering.ts";
import { domainsOf } from "../../src/tiering/domain.ts";

const { written } = (await shippedPolicies()).get("baseline")!;
const baseline = tieringFrom([written.tiering ?? {}]);

describe("the domains of a card's words", () => {
  it.each<[string, readonly string[] | null]>([
    ["consumer credit", ["harmless", "finance"]],
    ["Health-Care", ["health"]],
    ["healthcare and hiring", ["health", "employment"]],
    ["retail", ["harmless"]],
    ["retail for hospitals of the moon", null],
    ["retail banking", ["harmless", "finance"]],
    // One word that a criterion asks for is enough for the tier, and so for this.
    ["credit on the moon", ["finance"]],
    ["moon", null],
    ["", null],
    ["and", null],
  ])("of %j are %j", (written, expected) => {
    const found = domainsOf(written, baseline);
    expect(found?.toSorted() ?? null).toEqual(expected?.toSorted() ?? null);
  });

  it("are the criteria's own words where the policy lists none", () => {
    const tiering = tieringFrom([
      { criteria: [{ tier: "high", because: "money", when: { domain: ["credit", "lending"] } }] },
    ]);
    expect(domainsOf("consumer credit", tiering)).toEqual(["credit"]);
    expect(domainsOf("wine", tiering)).toBeNull();
  });

  it("are both where a word means two", () => {
    const tiering = tieringFrom([{ domains: { one: ["x y"], two: ["XY"] } }]);
    expect(domainsOf("an x-y thing", tiering)).toEqual(["one", "two"]);
  });
});
