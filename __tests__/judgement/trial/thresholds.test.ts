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
  const rules = [...RULES, ...policy.customRules];
  const trials = await trialsIn(`as_of: 2026-11-23\ntests:\n${tests}`, {}, rules);
  const testing = await testPolicy(trials, policy, rules, CAPS);
  if ("problems" in testing) throw new Error(testing.problems[0]?.says);
  expect(testing.tested.flatMap(({ mismatches }) => mismatches)).toEqual([]);
  return {
    rules: unreachedRules(testing.tested, policy, rules),
    steps: await tryThresholds(testing.tested, files, rules),
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
      column: 52,
      pointer: "/tiers/low/rules/inventory~1review-current/parameters/maximumDays",
      from: "100",
      to: "99",
      noticedBy: "2027-03-03",
      isIdle: false,
    });
  });

  it("is told apart where another file asks for as much, which no test can notice", async () => {
    const house = `name: house
version: 1
extends: [baseline]
tiers:
  low: { rules: { governance/approvals-given: { due: production, parameters: { required: [{ role: risk, people: 1 }] } } } }
`;
    const { steps: all } = await tried(review("2027-03-03", FINE).replace(/fine: .*?\]/, "tier: low"), house);
    const due = all.filter(({ from }) => from === "production");
    expect(due.map(({ to, noticedBy, isIdle }) => [to, noticedBy, isIdle])).toEqual([
      ["staging", null, false],
      ["retired", null, true],
    ]);
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

describe("numbers and truth values in the expressions of a policy's own rules", () => {
  const OWN = `name: house
version: 1
extends: [baseline]
custom_rules:
  ours/people:
    question: Is it for few people?
    controls: [TIR-01]
    severity: low
    when: |
      has(card.risk.factors.people_affected)
        && [1, 2].exists_one(x, x == 1) == true
    check: card.risk.factors.people_affected <= 9.5
    message: it is for {{ card.risk.factors.people_affected }}
    fix: limit it
`;
  const people = (count: number, expected: string) =>
    `  - { name: for ${count}, card: { model: { id: pumps }, risk: { factors: { people_affected: ${count} } } }, tier: low, expect: { ${expected} } }\n`;
  const FEW = "fine: [ours/people]";
  const MANY = "findings: [{ rule: ours/people, severity: low }]";

  const at = async (tests: string) =>
    (await tried(tests, OWN)).steps.map(
      ({ path, line, column, pointer, from, to, noticedBy }) =>
        `${path}:${line}:${column} ${pointer} ${from} → ${to}${noticedBy === null ? "" : ` by ${noticedBy}`}`,
    );

  it("are stepped where they stand, and a test on each side notices", async () => {
    const [SEVERITY, WHEN, CHECK] = ["severity", "when", "check"].map(
      (key) => `/custom_rules/ours~1people/${key}`,
    );
    expect(await at(people(9.5, FEW) + people(9.505, MANY))).toEqual([
      `policy.yaml:8:15 ${SEVERITY} low → medium by for 9.505`,
      `policy.yaml:8:15 ${SEVERITY} low → info by for 9.505`,
      // What makes no difference to the answer is found here, too: whoever writes it can leave it out.
      `policy.yaml:11:13 ${WHEN} 1 → 0 by for 9.505`,
      `policy.yaml:11:13 ${WHEN} 1 → 2 by for 9.505`,
      `policy.yaml:11:16 ${WHEN} 2 → 1 by for 9.505`,
      `policy.yaml:11:16 ${WHEN} 2 → 3`,
      `policy.yaml:11:38 ${WHEN} 1 → 0 by for 9.505`,
      `policy.yaml:11:38 ${WHEN} 1 → 2`,
      `policy.yaml:11:44 ${WHEN} true → false by for 9.505`,
      `policy.yaml:12:49 ${CHECK} 9.5 → 9.49 by for 9.5`,
      `policy.yaml:12:49 ${CHECK} 9.5 → 9.51 by for 9.505`,
    ]);
  });

  it("are not noticed on the side on which no test stands", async () => {
    const check = async (tests: string) => (await at(tests)).filter((step) => step.includes("check"));
    expect(await check(people(9.5, FEW))).toEqual([
      expect.stringContaining("9.49 by for 9.5"),
      expect.stringMatching(/ 9\.5 → 9\.51$/),
    ]);
    expect(await check(people(9.505, MANY))).toEqual([
      expect.stringMatching(/ 9\.5 → 9\.49$/),
      expect.stringContaining("9.51 by for 9.505"),
    ]);
  });

  it("of a policy that this one extends are left to its own tests", async () => {
    const { policy, files } = await loadedFiles({
      "policy.yaml": "name: own\nversion: 1\nextends: [house.yaml]\n",
      "house.yaml": OWN,
    });
    expect(policy.customRules).toHaveLength(1);
    expect(await tryThresholds([], files, [...RULES, ...policy.customRules])).toEqual([]);
  });
});
