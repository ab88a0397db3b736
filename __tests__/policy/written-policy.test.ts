import { describe, expect, it } from "vitest";
import { TIERS } from "../../src/inventory/vocabulary.ts";
import type { Condition } from "../../src/tiering/criterion.ts";
import { loadedPolicy, policyProblems } from "../support/loaded-policy.ts";
import { policyText } from "../support/policies.ts";

const DOMAINS = "domains: { health: [medicine, health care], credit: [], hiring: [], harmless: [retail] }";

const policyIn = (text: string) => loadedPolicy({ "policy.yaml": text });

describe("a policy of one file", () => {
  it("fills in what a short policy leaves out", async () => {
    const policy = await policyIn(policyText());
    expect(policy).toMatchObject({
      source: "policy.yaml",
      name: "ours",
      version: "1",
      tiering: { undeclared: "low", criteria: [], domains: new Map() },
      undeclaredStage: "production",
    });
    const own = policy.files[0]!;
    expect(own.rules.size).toBe(0);
    for (const tier of TIERS) {
      expect(own.tiers[tier]).toMatchObject({
        remediationDays: {},
        escalate: {},
        blocking: { staging: "high" },
      });
    }
  });

  it("keeps a version's text", async () => {
    expect((await policyIn(policyText().replace("version: 1", 'version: "1.10"'))).version).toBe("1.10");
  });

  it("keeps what each tier, stage and rule says", async () => {
    const text = policyText(
      "stages: { undeclared: staging }",
      "rules: { inventory/unique-id: { severity: off } }",
    ).replace(
      "  high: {",
      "  high: { remediation_days: { low: 0 }, escalate: { high: board }, stages: { staging: { rules: { inventory/unique-id: { severity: low } } }, retired: {} }, rules: { inventory/card-kept: { due: staging } },",
    );
    const { undeclaredStage, files } = await policyIn(text);
    const { rules, tiers } = files[0]!;
    expect(undeclaredStage).toBe("staging");
    expect(rules.get("inventory/unique-id")).toMatchObject({ severity: "off" });
    expect(tiers.high).toMatchObject({ remediationDays: { low: 0 }, escalate: { high: "board" } });
    expect(tiers.high.rules.get("inventory/card-kept")).toMatchObject({ due: "staging" });
    expect([...tiers.high.stages.keys()]).toEqual(["staging", "retired"]);
    expect(tiers.high.stages.get("staging")?.get("inventory/unique-id")).toMatchObject({ severity: "low" });
  });

  it.each<[string, string, Condition]>([
    ["one word", "domain: credit", { kind: "one-of", words: ["credit"] }],
    ["words", "domain: [credit, hiring]", { kind: "one-of", words: ["credit", "hiring"] }],
    [
      "words that the policy explains",
      "domain: [health, credit]",
      { kind: "one-of", words: ["health", "medicine", "health care", "credit"] },
    ],
    ["anything", "sensitive_attributes: any", { kind: "any" }],
    ["yes", "regulated: true", { kind: "is", value: true }],
    ["no", "regulated: false", { kind: "is", value: false }],
    ["a number", "people_affected: { at_least: 1000 }", { kind: "at-least", value: 1000 }],
  ])("reads a criterion that asks for %s", async (_, when, expected) => {
    const criterion = `{ tier: high, because: it is so, when: { ${when} } }`;
    const text = policyText().replace(
      "undeclared: low",
      `undeclared: low, criteria: [${criterion}], ${DOMAINS}`,
    );
    const { criteria, domains } = (await policyIn(text)).tiering;
    const [read] = criteria;
    expect([...domains.keys()]).toEqual(["health", "credit", "hiring", "harmless"]);
    expect(read).toMatchObject({ tier: "high", because: "it is so" });
    expect([...(read?.when.values() ?? [])]).toEqual([expected]);
  });

  it.each<[string, string]>([
    ["domain: helth", "write `health`, or add `helth: []`"],
    ["domain: [credit, zoo]", "add it: `zoo: []`"],
  ])("refuses a criterion for a domain that the policy does not explain: %s", async (when, fix) => {
    const criteria = `criteria: [{ tier: high, because: it is so, when: { ${when} } }]`;
    const text = policyText().replace("undeclared: low", `undeclared: low, ${criteria}, ${DOMAINS}`);
    expect(await policyProblems({ "policy.yaml": text })).toEqual([expect.stringContaining(`; ${fix}`)]);
  });
});
