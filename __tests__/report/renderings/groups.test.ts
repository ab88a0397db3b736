import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distinct, groupsOf, sharedFix } from "../../../src/report/renderings/groups.ts";
import { worstFirst } from "../../../src/report/renderings/order.ts";
import { sharedTerms, sharedTermWords } from "../../../src/report/renderings/terms.ts";
import { finding } from "../../support/sample-findings.ts";

const findings = fc.array(
  fc
    .record({
      rule: fc.constantFrom("a/b", "c/d"),
      severity: fc.constantFrom("critical" as const, "medium" as const, "info" as const),
      outcome: fc.constantFrom("finding" as const, "cannot-tell" as const),
      disposition: fc.constantFrom("open" as const, "accepted" as const),
      blocking: fc.boolean(),
      says: fc.constantFrom("x", "y"),
    })
    .map((one) => finding({ ...one, about: "about" })),
  { maxLength: 30 },
);

describe("groupsOf", () => {
  it("keeps every finding once, each in a group of its kind, the groups worst first", () => {
    fc.assert(
      fc.property(findings, (some) => {
        const sorted = worstFirst(some);
        const groups = groupsOf(sorted);
        expect(new Set(groups.flat())).toEqual(new Set(some));
        expect(groups.flat()).toHaveLength(some.length);
        expect(worstFirst(groups.map(([first]) => first))).toEqual(groups.map(([first]) => first));
        for (const group of groups) {
          const kinds = group.map(({ rule, severity, outcome, disposition }) =>
            [rule, severity, outcome, disposition].join(),
          );
          expect(new Set(kinds).size).toBe(1);
          expect(distinct(group).reduce((sum, { times }) => sum + times, 0)).toBe(group.length);
        }
      }),
    );
  });

  it("has a shared fix only when several ask for the same", () => {
    const one = finding({ rule: "a/b", about: "1", fix: "mend" });
    const two = finding({ rule: "a/b", about: "2", fix: "mend" });
    expect(sharedFix([one])).toBeNull();
    expect(sharedFix([one, two])).toBe("mend");
    expect(sharedFix([one, { ...two, fix: "break" }])).toBeNull();
  });
});

describe("sharedTerms", () => {
  const due = { owner: "Pumps", due: "2026-12-23", escalateTo: "the board" };
  const high = finding({ rule: "a/b", about: "1", severity: "high", ...due });
  const low = finding({ rule: "c/d", about: "2", severity: "low", owner: "Pumps", due: "2027-06-01" });

  it("are said once for all findings of one severity", () => {
    const shared = sharedTerms([high, low, { ...high, about: "3" }]);
    expect(shared && sharedTermWords(shared)).toEqual([
      "owner Pumps",
      "high due 2026-12-23, escalates to the board",
      "low due 2027-06-01",
    ]);
  });

  it.each([
    ["one finding", [high]],
    ["two owners", [high, { ...high, owner: "Valves" }]],
    ["two dates", [high, { ...high, due: "2027-01-01" }]],
    ["two ways up", [high, { ...high, escalateTo: null }]],
    ["what is settled", [high, { ...high, disposition: "accepted" as const }]],
  ])("are nothing for %s", (_, some) => {
    expect(sharedTerms(some)).toBeNull();
  });
});
