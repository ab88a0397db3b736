import { describe, expect, it } from "vitest";
import type { PolicyShift } from "../../../src/policy/compare/shift.ts";
import { policyDiff } from "../../../src/report/policy/diff.ts";
import { policyDiffMarkdown } from "../../../src/report/policy/diff-markdown.ts";
import { policyDiffText } from "../../../src/report/policy/diff-text.ts";
import { parse, typesOf } from "../../support/github-markdown.ts";
import { HOSTILE } from "../../support/hostile.ts";
import { policyOf } from "../../support/policies.ts";

const shift = (says: string): PolicyShift => ({
  subject: "tiering",
  verdict: "looser",
  says,
  tiers: null,
  stages: null,
  before: { value: says, from: [{ path: says, line: 3 }] },
  after: { value: null, from: [] },
});

const policy = policyOf();
const SHAPE = ["break", "heading", "inlineCode", "list", "listItem", "paragraph", "root", "strong", "text"];
const ON = { width: 80, colour: false };

describe("the renderings of a comparison", () => {
  it("show a bounded number of shifts, and say how many are left", () => {
    const many = policyDiff(
      policy,
      policy,
      Array.from({ length: 5_000 }, (_, n) => shift(`x${n}`)),
      [],
    );
    for (const text of [policyDiffText(many, ON), policyDiffMarkdown(many)]) {
      expect(text).toContain("5000 looser.");
      expect(text).toContain("… 4800 more; --format json lists them.");
      expect(text.length).toBeLessThan(50_000);
    }
  });

  it("name few of many lines", () => {
    const from = Array.from({ length: 9 }, (_, n) => ({ path: "p.yaml", line: n + 1 }));
    const one = { ...shift("x"), before: { value: "x", from } };
    const text = policyDiffText(policyDiff(policy, policy, [one], null), ON);
    expect(text).toContain("p.yaml:1, p.yaml:2, p.yaml:3 and 6 more → not there");
  });

  it("obey no text of a policy", () => {
    const hostile = policyDiff(policy, policy, Object.values(HOSTILE).map(shift), null);
    const text = policyDiffText(hostile, ON);
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text).not.toMatch(/::|##/);
    const types = new Set(typesOf(parse(policyDiffMarkdown(hostile))));
    expect([...types].sort()).toEqual(SHAPE);
  });
});
