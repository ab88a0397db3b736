import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recommendationRank } from "../../src/judgement/recommendation.ts";
import { SEVERITIES, type Severity } from "../../src/policy/severity.ts";
import type { Verdict } from "../../src/rules/verdict.ts";
import { judged, setting } from "../support/judgement.ts";
import { cannotTellOf, FINE, foundWrong, NOT_APPLICABLE, ruleSaying } from "../support/made-rules.ts";

describe("what holds a model", () => {
  const rule = ruleSaying("test/rule", [foundWrong("x")]);
  const unknown = ruleSaying("test/rule", [cannotTellOf("x")]);

  it.each<[Severity, readonly string[]]>([
    ["critical", ["hold", "conditions", "conditions", "conditions", "approve"]],
    ["high", ["hold", "hold", "conditions", "conditions", "approve"]],
    ["medium", ["hold", "hold", "hold", "conditions", "approve"]],
    ["low", ["hold", "hold", "hold", "hold", "approve"]],
    ["info", ["hold", "hold", "hold", "hold", "approve"]],
  ])("where %s blocks, from a critical finding to information", (blocking, expected) => {
    for (const one of [rule, unknown]) {
      const answers = SEVERITIES.map((severity) => judged([one], { blocking, rules: setting(severity) }));
      const words = answers.map(({ recommendation }) => recommendation.replace("approve-with-", ""));
      expect(words).toEqual(expected);
      const blocks = answers.map(({ findings }) => findings[0]?.blocking);
      expect(blocks).toEqual(expected.map((word) => word === "hold"));
    }
  });

  it("is never less for a finding more, a severity raised, or a severity that blocks earlier", () => {
    const severity = fc.constantFrom(...SEVERITIES);
    const answer = fc.constantFrom(FINE, NOT_APPLICABLE, foundWrong("x"), cannotTellOf("x"));
    const answers = fc.array(
      fc.record({ severity, verdicts: fc.array(answer, { minLength: 1, maxLength: 3 }) }),
      { maxLength: 5 },
    );
    const raised = (one: Severity, by: number) => SEVERITIES[Math.max(0, SEVERITIES.indexOf(one) - by)]!;
    const rankOf = (
      given: readonly { severity: Severity; verdicts: readonly Verdict[] }[],
      blocking: Severity,
    ) => {
      const rules = given.map(({ verdicts }, index) => ruleSaying(`test/r${index}`, verdicts));
      const severities = given.map(({ severity: own }, index) => setting(own, `test/r${index}`));
      return recommendationRank(
        judged(rules, { blocking, rules: Object.assign({}, ...severities) }).recommendation,
      );
    };
    fc.assert(
      fc.property(answers, severity, fc.nat({ max: 4 }), (given, blocking, by) => {
        const before = rankOf(given, blocking);
        const worse = given.map((one) => ({ ...one, verdicts: [...one.verdicts, foundWrong("more")] }));
        expect(rankOf(worse, blocking)).toBeGreaterThanOrEqual(before);
        const graver = given.map((one) => ({ ...one, severity: raised(one.severity, by) }));
        expect(rankOf(graver, blocking)).toBeGreaterThanOrEqual(before);
        const stricter = SEVERITIES[Math.min(4, SEVERITIES.indexOf(blocking) + by)]!;
        expect(rankOf(given, stricter)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("does not hang on the order of the rules", () => {
    const rules = [rule, ruleSaying("test/b", [FINE]), ruleSaying("test/c", [cannotTellOf("y")])];
    const forwards = judged(rules, { rules: setting("high", "test/c") });
    const backwards = judged(rules.toReversed(), { rules: setting("high", "test/c") });
    expect(backwards).toEqual({
      ...forwards,
      checks: forwards.checks.toReversed(),
      findings: forwards.findings.toReversed(),
    });
  });
});
