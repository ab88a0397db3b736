import { describe, expect, it } from "vitest";
import { EXPRESSION_CAPS } from "../../../src/expressions/caps.ts";
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

  const reworded = (text: string): PolicyShift => ({
    ...shift("x"),
    texts: [
      { key: "check", before: { value: "true", from: [] }, after: { value: text, from: [] } },
      { key: "when", before: { value: text, from: [] }, after: { value: null, from: [] } },
    ],
  });

  it("show the old and the new text of a rule's expressions, however long an expression may be", () => {
    const long = Array.from({ length: 160 }, (_, n) => `claim${n}`.padEnd(10, "x")).join("\n+");
    expect(long.length).toBeLessThan(EXPRESSION_CAPS.text);
    const one = policyDiff(policy, policy, [reworded(long)], null);
    const text = policyDiffText(one, ON);
    expect(text).toContain("\n    @@ check\n    - true\n    + claim0xxxx\n    + +claim1xxxx\n");
    expect(text).toContain("    - +claim159xx\n");
    const markdown = policyDiffMarkdown(one);
    expect(markdown).toContain("\n  ```diff\n  @@ check\n  - true\n  + claim0xxxx\n");
    expect(markdown).toContain("  - +claim159xx\n  ```\n");
    expect(one.shifts[0]?.texts?.[0]?.after).toEqual({ value: long, from: [] });
  });

  it("obey no text of an expression", () => {
    const hostile = policyDiff(policy, policy, Object.values(HOSTILE).map(reworded), null);
    const text = policyDiffText(hostile, ON);
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text).not.toMatch(/::|##/);
    const types = new Set(typesOf(parse(policyDiffMarkdown(hostile))));
    expect([...types].sort()).toEqual(["code", ...SHAPE].sort());
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
