import { describe, expect, it } from "vitest";
import { TIERS } from "../../../src/inventory/vocabulary.ts";
import { shippedControls } from "../../../src/main/shipped-controls.ts";
import { explainedRule } from "../../../src/report/explain/rule.ts";
import { explainedRuleText } from "../../../src/report/explain/rule-text.ts";
import { RULES } from "../../../src/rules/catalogue.ts";
import slicesPresent from "../../../src/rules/fairness/slices-present.ts";
import cardKept from "../../../src/rules/inventory/card-kept.ts";
import { loadedPolicy } from "../../support/loaded-policy.ts";
import { madeRule } from "../../support/made-rules.ts";
import { policyText } from "../../support/policies.ts";

const { controls } = await shippedControls();
const baseline = await loadedPolicy({}, "baseline");
const page = { width: 100, colour: false };

describe("a rule explained", () => {
  it("has each tier's values, where they are written, and where a finding holds", () => {
    const { tiers, parameters } = explainedRule(slicesPresent, baseline, controls);
    expect(
      TIERS.map((tier) => [tiers[tier].severity.value, tiers[tier].due.value, tiers[tier].holds]),
    ).toEqual([
      ["off", "development", []],
      ["medium", "development", []],
      ["high", "staging", ["staging", "production"]],
      ["high", "development", ["development", "staging", "production"]],
    ]);
    const rows = parameters.find(({ name }) => name === "minimumRows");
    expect(TIERS.map((tier) => rows?.effective[tier].value)).toEqual([30, 30, 30, 50]);
    expect(rows?.effective.critical.from).toEqual([expect.stringMatching(/^policies\/baseline\.yaml:\d+$/)]);
    expect(rows?.effective.low.from).toEqual([]);
  });

  it("names its controls with what they state, and its page", () => {
    const explained = explainedRule(cardKept, baseline, controls);
    expect(explained.controls.map(({ id, verified }) => [id, verified])).toEqual([
      ["INV-05", "cross-checked"],
    ]);
    expect(explained.page).toMatch(/\/docs\/rules\/inventory\/card-kept\.md$/);
    expect(explained.judges).toBe("removed");
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s fits a terminal", (_, rule) => {
    const text = explainedRuleText(explainedRule(rule, baseline, controls), { width: 60, colour: false });
    for (const part of [
      rule.id,
      "To fix",
      "Controls",
      ...TIERS,
      ...rule.controls,
      ...Object.keys(rule.parameters),
    ])
      expect(text).toContain(part);
    const prose = text.split("\n").filter((line) => !line.startsWith("    ") && !line.includes("https://"));
    expect(prose.filter((line) => line.length > 60)).toEqual([]);
  });

  it("shows the remedy's lines as they are indented, and each group of tiers once", () => {
    const text = explainedRuleText(explainedRule(slicesPresent, baseline, controls), page);
    expect(text).toContain("\n    metrics:\n      - { name: recall");
    expect(text).toMatch(/\n {4}medium: 30 \(default\)\n {4}high: 30 \(policies\/baseline\.yaml:\d+\)\n/);
    expect(text).toMatch(/\n {2}low {7}off \(policies\/baseline\.yaml:\d+\)\n/);
  });

  it("of a policy's own has its texts, each with its line, and no YAML of ours", async () => {
    const own = await loadedPolicy({
      "policy.yaml": policyText(
        "custom_rules:",
        "  ours/recall:",
        "    question: Is recall enough?",
        "    controls: [PER-03]",
        "    needs:",
        "      - { name: found, metric: recall, split: test }",
        "      - { name: kept, metric: precision, split: test, threshold: 0.5 }",
        "    when: |",
        '      stage == "production"',
        "        && has(measured.kept)",
        "    check: measured.found.low > 0.6",
        "    fix: train it longer",
        "    message: recall is {{ measured.found.value }}",
        "    at: metrics",
      ),
    });
    const explained = explainedRule(own.customRules[0]!, own, controls);
    expect(explained.definition?.map(({ key, text, at }) => `${at} ${key}: ${text}`)).toEqual([
      "policy.yaml:14 needs: { name: found, metric: recall, split: test }",
      "policy.yaml:15 needs: { name: kept, metric: precision, split: test, threshold: 0.5 }",
      'policy.yaml:16 when: stage == "production"\n  && has(measured.kept)',
      "policy.yaml:19 check: measured.found.low > 0.6",
      "policy.yaml:21 message: recall is {{ measured.found.value }}",
      "policy.yaml:20 fix: train it longer",
      "policy.yaml:22 at: metrics",
    ]);
    const text = explainedRuleText(explained, page);
    expect(text).toContain(
      '  when (policy.yaml:16)\n    stage == "production"\n      && has(measured.kept)\n',
    );
    expect(text).not.toContain("To fix");
    expect(explainedRule(cardKept, own, controls).definition).toBeNull();
  });

  it("of a policy's own has no page, and nothing it says moves the cursor", () => {
    const rule = madeRule("house/\u001b[31mrule", { why: "Because\u202e.\n::error::x" });
    const text = explainedRuleText(explainedRule(rule, baseline, controls), page);
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toContain("https://");
  });
});
