import { describe, expect, it } from "vitest";
import { needsOf } from "../../src/judgement/judge.ts";
import type { Need } from "../../src/measurement/need.ts";
import { effectivePolicy } from "../../src/policy/effective.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import { judged, setting, subject } from "../support/judgement.ts";
import { FINE, foundWrong, madeRule, ruleSaying } from "../support/made-rules.ts";
import { policyOf } from "../support/policies.ts";

const DIGEST: Need = { kind: "digest", path: "model.onnx" };

describe("a fault of ours", () => {
  const cause = new TypeError("undefined is not a function");
  const failing: [string, AnyRule][] = [
    [
      "throws at once",
      madeRule("test/rule", {
        check: () => {
          throw cause;
        },
      }),
    ],
    [
      "throws after it was content",
      madeRule("test/rule", {
        *check() {
          yield FINE;
          throw cause;
        },
      }),
    ],
    ["says nothing", ruleSaying("test/rule", [])],
    [
      "asks for what it did not plan",
      madeRule("test/rule", {
        *check(_, measured) {
          measured.of(DIGEST);
          yield FINE;
        },
      }),
    ],
    [
      "cannot say what it needs",
      madeRule("test/rule", {
        needs: () => {
          throw cause;
        },
      }),
    ],
    [
      "fails half-way through its needs",
      madeRule("test/rule", {
        *needs() {
          yield DIGEST;
          throw cause;
        },
      }),
    ],
    [
      "throws what is no error",
      madeRule("test/rule", {
        check: () => {
          throw null;
        },
      }),
    ],
  ];

  it.each(failing)("is a cannot-tell and a fault when a rule %s", (_, rule) => {
    const others = [ruleSaying("test/a", [FINE]), ruleSaying("test/z", [foundWrong("x")])] as const;
    const { recommendation, checks, findings, faults } = judged([others[0], rule, others[1]], {
      rules: setting("high"),
    });
    expect(recommendation).toBe("hold");
    expect(faults).toMatchObject([{ rule: "test/rule", model: "m" }]);
    expect(checks.map(({ outcome }) => outcome)).toEqual(["fine", "cannot-tell", "finding"]);
    expect(findings[0]).toMatchObject({
      rule: "test/rule",
      outcome: "cannot-tell",
      severity: "high",
      blocking: true,
      about: "fault",
      at: { path: "model-card.yaml", line: 1 },
    });
    expect(findings[0]?.says).toMatch(/a fault of effective-challenge, not of the model/);
    expect(findings[0]?.says).not.toContain("undefined");
  });

  it("does not stop what the other rules need", () => {
    const rules = [failing[4]![1], madeRule("test/z", { needs: () => [DIGEST] })];
    expect(needsOf(subject, effectivePolicy(policyOf(), "low", "production"), rules)).toEqual([DIGEST]);
  });
});
