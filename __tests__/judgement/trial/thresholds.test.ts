import { describe, expect, it } from "vitest";
import { unreachedRules } from "../../../src/judgement/trial/reach.ts";
import { testPolicy } from "../../../src/judgement/trial/tested.ts";
import { tryThresholds } from "../../../src/judgement/trial/thresholds.ts";
import { RULES } from "../../../src/rules/catalogue.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { loadedFiles, trialsIn } from "../../support/trials.ts";

const HOUSE = `name: house
version: 1
extends: [baseline]
tiers:
  low:
    blocking: { production: medium }
    rules:
      inventory/review-current:
        severity: high
        due: staging
        parameters: { required: true, maximumDays: 100 }
      inventory/owners-named: { parameters: { roles: [developer, business] } }
`;
const review = (date: string, more: string) =>
  `  - { name: ${date}, card: { model: { id: pumps, lifecycle: production }, validation: { next_review: ${date} } }, tier: low, ${more} }\n`;
const FINE = "expect: { fine: [inventory/review-current] }";
const FOUND = "expect: { findings: [{ rule: inventory/review-current }] }";

async function tried(tests: string, house = HOUSE) {
  const { policy, files } = await loadedFiles({ "policy.yaml": house });
  const testing = await testPolicy(
    await trialsIn(`as_of: 2026-11-23\ntests:\n${tests}`),
    policy,
    RULES,
    CAPS,
  );
  if ("problems" in testing) throw new Error(testing.problems[0]?.says);
  expect(testing.tested.flatMap(({ mismatches }) => mismatches)).toEqual([]);
  return {
    rules: unreachedRules(testing.tested, policy, RULES),
    steps: tryThresholds(testing.tested, files, RULES),
  };
}

/** `line: from → to`, with a star where a test notices. */
async function steps(tests: string, house?: string): Promise<string[]> {
  const { steps: all } = await tried(tests, house);
  return all.map(
    ({ line, from, to, noticedBy }) => `${line}: ${from} → ${to}${noticedBy === null ? "" : " *"}`,
  );
}

describe("every value that a policy writes", () => {
  it("is tried one step away, each way that there is", async () => {
    expect(await steps(review("2026-12-01", FINE))).toEqual([
      "6: medium → high",
      "6: medium → low",
      "9: high → critical",
      "9: high → medium",
      "10: staging → development",
      "10: staging → production",
      "11: true → false",
      "11: 100 → 99",
      "11: 100 → 101",
      "12: developer → null",
      "12: business → null",
    ]);
  });

  it("is reached on the side that a test stands on, and not on the other", async () => {
    const at = async (tests: string) => (await steps(tests)).filter((step) => step.startsWith("11: 100"));
    expect(await at(review("2027-03-03", FINE))).toEqual(["11: 100 → 99 *", "11: 100 → 101"]);
    expect(await at(review("2027-03-04", FOUND))).toEqual(["11: 100 → 99", "11: 100 → 101 *"]);
    expect(await at(review("2027-03-03", FINE) + review("2027-03-04", FOUND))).toEqual([
      "11: 100 → 99 *",
      "11: 100 → 101 *",
    ]);
  });

  it("is named with the test that notices", async () => {
    const { steps: all } = await tried(review("2027-03-03", FINE));
    expect(all.find(({ to }) => to === "99")).toEqual({
      path: "policy.yaml",
      line: 11,
      pointer: "/tiers/low/rules/inventory~1review-current/parameters/maximumDays",
      from: "100",
      to: "99",
      noticedBy: "2027-03-03",
    });
  });

  it("counts once where an alias repeats it, and steps everywhere at once", async () => {
    const house = `name: house
version: 1
extends: [baseline]
tiers:
  low: { rules: { inventory/review-current: { severity: medium, parameters: &days { maximumDays: 100 } } } }
  medium: { rules: { inventory/review-current: { severity: medium, parameters: *days } } }
`;
    const text = review("2027-03-03", FINE).replace("tier: low", "tier: medium");
    expect((await steps(text, house)).filter((step) => step.includes("100"))).toEqual([
      "5: 100 → 99 *",
      "5: 100 → 101",
    ]);
  });

  it("leaves the files that it extends to their own tests, and their rules", async () => {
    const { rules, steps: all } = await tried(review("2026-12-01", FINE));
    expect(new Set(all.map(({ path }) => path))).toEqual(new Set(["policy.yaml"]));
    expect(new Set(rules.map(({ rule, tier }) => `${rule} ${tier}`))).toEqual(
      new Set(["inventory/review-current low", "inventory/owners-named low"]),
    );
    expect(rules).toContainEqual({
      rule: "inventory/review-current",
      tier: "low",
      never: "fine",
      // The baseline asks for it from the start, and the earlier holds.
      stages: ["development", "staging", "retired"],
    });
  });
});

it("a decimal steps by a digit more, and no further than its schema allows", async () => {
  const house = `name: house
version: 1
extends: [baseline]
tiers:
  low:
    rules:
      performance/thresholds-met: { parameters: { confidence: 0.95 } }
      fairness/slices-present: { severity: low, parameters: { maximumMissing: 0, minimumRows: 1 } }
`;
  expect(await steps(review("2026-12-01", FINE), house)).toEqual([
    "7: 0.95 → 0.949",
    "7: 0.95 → 0.951",
    "8: low → medium",
    "8: low → info",
    "8: 0 → 0.1",
    "8: 1 → 2",
  ]);
});
