import { describe, expect, it } from "vitest";
import { testedUnder } from "../../support/trials.ts";

const CARDS = `
as_of: 2026-11-23
cards:
  plain: { model: { id: pumps, lifecycle: production }, risk: { tier: low, factors: { domain: retail, autonomy: advisory, people_affected: 0, sensitive_attributes: [], external_facing: false, generative: false, tool_use: false, regulated: false } } }
tests:
`;
const POLICY = `name: p
version: 1
extends: [baseline]
tiers: { low: { accept: { high: { by: us, days: 9 } }, escalate: { high: us, families: { inventory: { medium: them } } } } }
`;

async function gives(expected: string): Promise<string[]> {
  const text = `${CARDS}  - { name: a, card: { extends: plain }, facts: { same_id: [x.yaml] }, expect: { ${expected} } }\n`;
  const [tested] = await testedUnder(text, POLICY);
  return tested?.mismatches.map(({ expected: wanted, came }) => `${wanted} ← ${came}`) ?? ["no test"];
}

describe("what a test expects and what comes", () => {
  it.each([
    "recommendation: hold, tier: low, stage: production, because: no criterion",
    "findings: [{ rule: inventory/unique-id }]",
    "findings: [{ rule: inventory/unique-id, outcome: finding, severity: high, blocking: true, days: 90, escalate_to: us, says: is also the id }]",
    "findings: [{ rule: inventory/owners-named, about: role|developer, escalate_to: them, blocking: false }]",
    "absent: [fairness/slices-present, tiering/tier-not-understated]",
    "fine: [tiering/tier-not-understated]",
    "idle: [evidence/required-present]",
    'terms: { blocking: high, days: { low: 365 }, escalate: { high: us }, accept: { high: { days: 9, by: us } }, severity: { fairness/slices-present: "off" } }',
  ])("agree: %s", async (expected) => {
    expect(await gives(expected)).toEqual([]);
  });

  it.each([
    ["recommendation: approve", "recommendation approve ← hold, by inventory/unique-id (id|"],
    ["tier: high", "tier high ← low"],
    ["stage: staging", "stage staging ← production"],
    ["because: dragons", 'the tier\'s reason "dragons" ← no criterion for a higher tier applies'],
    [
      "findings: [{ rule: inventory/unique-id, severity: low }]",
      'a finding of inventory/unique-id, severity "low" ← high finding, blocking, about "id|',
    ],
    ["findings: [{ rule: inventory/unique-id, days: 91 }]", "days 91 ← high finding, blocking"],
    ["findings: [{ rule: inventory/unique-id, escalate_to: you }]", "90 days, to us"],
    ["findings: [{ rule: fairness/slices-present }]", "← the rule is off, or not for such a change"],
    ["findings: [{ rule: tiering/tier-not-understated }]", "← fine: declared low, computed low"],
    ["absent: [inventory/unique-id]", "nothing of inventory/unique-id ← high finding"],
    [
      "fine: [evidence/required-present]",
      "evidence/required-present fine ← not-applicable: no evidence is required",
    ],
    ["fine: [inventory/unique-id]", "inventory/unique-id fine ← high finding"],
    ["idle: [tiering/tier-not-understated]", "idle ← fine"],
    ["terms: { blocking: low }", "blocking: low ← high"],
    ["terms: { days: { info: 1 } }", "days of info: 1 ← nothing"],
    ["terms: { accept: { high: { by: us, days: 8 } } }", "accept of high: us for 8 days ← us for 9 days"],
    ["terms: { severity: { inventory/unique-id: low } }", "severity of inventory/unique-id: low ← high"],
  ])("disagree: %s", async (expected, told) => {
    const all = await gives(expected);
    expect(all).toHaveLength(1);
    expect(all[0]).toContain(told);
  });
});
