import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  RECOMMENDATIONS,
  type Recommendation,
  recommend,
  recommendationRank,
} from "../../src/judgement/recommendation.ts";
import { SEVERITIES, type Severity } from "../../src/policy/severity.ts";

const open = (severity: Severity) => ({ severity, blocking: false });
const blocks = (severity: Severity) => ({ severity, blocking: true });

const findings = fc.array(fc.record({ severity: fc.constantFrom(...SEVERITIES), blocking: fc.boolean() }), {
  maxLength: 8,
});

describe("recommend", () => {
  it.each<[string, Parameters<typeof recommend>[0], Recommendation]>([
    ["nothing open", [], "approve"],
    ["information alone", [open("info"), open("info")], "approve"],
    ["one low finding", [open("low")], "approve-with-conditions"],
    ["a critical one that does not block", [open("critical")], "approve-with-conditions"],
    ["one that blocks", [blocks("low")], "hold"],
    ["one that blocks among many that do not", [open("info"), open("high"), blocks("medium")], "hold"],
  ])("%s", (_, given, expected) => {
    expect(recommend(given)).toBe(expected);
  });

  it("is never better for a finding more, and never depends on their order", () => {
    fc.assert(
      fc.property(findings, findings, (some, more) => {
        expect(recommendationRank(recommend([...some, ...more]))).toBeGreaterThanOrEqual(
          recommendationRank(recommend(some)),
        );
        expect(recommend([...more, ...some])).toBe(recommend([...some, ...more]));
      }),
    );
  });
});

it("recommendations rank from best to worst", () => {
  expect(RECOMMENDATIONS.map(recommendationRank)).toEqual([0, 1, 2]);
  expect(RECOMMENDATIONS).toEqual(["approve", "approve-with-conditions", "hold"]);
});
