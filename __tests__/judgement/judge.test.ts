import { describe, expect, it } from "vitest";
import { findingId } from "../../src/judgement/finding.ts";
import { needsOf } from "../../src/judgement/judge.ts";
import { effectivePolicy } from "../../src/policy/effective.ts";
import type { Verdict } from "../../src/rules/verdict.ts";
import { judged, setting, subject } from "../support/judgement.ts";
import {
  cannotTellOf,
  FINE,
  foundWrong,
  madeRule,
  NOT_APPLICABLE,
  ruleSaying,
} from "../support/made-rules.ts";
import { policyOf } from "../support/policies.ts";

describe("judge", () => {
  it.each<[string, Verdict[], string, string[], string[]]>([
    ["all well", [FINE], "fine", ["all is well"], []],
    ["nothing to check", [NOT_APPLICABLE], "not-applicable", ["there is nothing to check"], []],
    [
      "well as far as there is anything",
      [NOT_APPLICABLE, FINE],
      "fine",
      ["there is nothing to check", "all is well"],
      [],
    ],
    ["something wrong", [FINE, foundWrong("x")], "finding", ["all is well"], ["x"]],
    ["something unknown", [FINE, cannotTellOf("x")], "cannot-tell", ["all is well"], ["x"]],
    [
      "something unknown and something wrong",
      [cannotTellOf("x"), foundWrong("y")],
      "finding",
      [],
      ["x", "y"],
    ],
    ["two about the same", [foundWrong("x"), foundWrong("x")], "finding", [], ["x", "x|2"]],
  ])("shows a check that found %s", (_, verdicts, outcome, checked, abouts) => {
    const rule = ruleSaying("test/rule", verdicts);
    const { checks, findings, faults } = judged([rule]);
    expect(checks).toEqual([{ rule, outcome, checked }]);
    expect(findings.map(({ about }) => about)).toEqual(abouts);
    expect(faults).toEqual([]);
  });

  it("gives a finding its identity, its severity and its place", () => {
    const { findings } = judged([ruleSaying("test/rule", [foundWrong("x"), cannotTellOf("y")])], {
      rules: setting("low"),
    });
    const at = { path: "model-card.yaml", line: 1 };
    expect(findings).toMatchObject([
      {
        id: findingId("test/rule", "m", "x"),
        rule: "test/rule",
        severity: "low",
        outcome: "finding",
        at,
        says: "x is wrong",
        fix: "mend x",
      },
      {
        id: findingId("test/rule", "m", "y"),
        severity: "low",
        outcome: "cannot-tell",
        at,
        says: "y is unknown",
        fix: "show y",
      },
    ]);
  });

  it("keeps the rules' order", () => {
    const ids = ["test/c", "test/a", "test/b"];
    const { checks, findings } = judged(ids.map((id) => ruleSaying(id, [foundWrong("x")])));
    expect(checks.map(({ rule }) => rule.id)).toEqual(ids);
    expect(findings.map(({ rule }) => rule)).toEqual(ids);
  });

  it("approves where nothing is found", () => {
    expect(judged([ruleSaying("test/rule", [FINE])])).toMatchObject({
      recommendation: "approve",
      findings: [],
    });
  });

  it("does not show a rule that is off", () => {
    expect(judged([ruleSaying("test/rule", [foundWrong("x")])], { rules: setting("off") })).toEqual({
      recommendation: "approve",
      checks: [],
      findings: [],
      faults: [],
    });
  });

  it("shows a rule that is not yet due, and does not run it", () => {
    const rule = madeRule("test/rule", {
      check() {
        throw new Error("it ran");
      },
    });
    const { checks, faults } = judged(
      [rule],
      { rules: { "test/rule": { due: "production" } } },
      { ...subject, stage: "staging" },
    );
    expect(checks).toEqual([{ rule, outcome: "not-applicable", checked: ["due before production"] }]);
    expect(faults).toEqual([]);
  });

  it("asks of a removed model only the rules that judge removals, and of others the rest", () => {
    const kept = ruleSaying("test/removed", [foundWrong("x")], { judges: "removed" });
    const there = ruleSaying("test/present", [foundWrong("x")]);
    const asked = (removed: boolean) =>
      judged([kept, there], {}, { ...subject, removed }).checks.map(({ rule }) => rule.id);
    expect(asked(true)).toEqual(["test/removed"]);
    expect(asked(false)).toEqual(["test/present"]);
  });

  it("gives a rule its parameters", () => {
    const rule = madeRule("test/rule", {
      parameters: {
        rows: { description: "Rows.", stricter: "nearest", default: 30 },
        kind: { description: "Kind.", stricter: "nearest", default: "csv" },
      },
      *check(_, __, parameters) {
        yield foundWrong(JSON.stringify(parameters));
      },
    });
    const { findings } = judged([rule], { tierRules: { "test/rule": { parameters: { rows: 5 } } } });
    expect(findings[0]?.about).toBe('{"rows":5,"kind":"csv"}');
  });
});

describe("needsOf", () => {
  const wants = (id: string, path: string) => madeRule(id, { needs: () => [{ kind: "digest", path }] });
  it("gathers what the rules in force want, and nothing of the others", () => {
    const rules = [
      wants("test/a", "a"),
      wants("test/off", "b"),
      wants("test/late", "c"),
      { ...wants("test/gone", "d"), judges: "removed" as const },
    ];
    const policy = policyOf({ rules: { ...setting("off", "test/off"), "test/late": { due: "retired" } } });
    expect(needsOf(subject, effectivePolicy(policy, "low", "production"), rules)).toEqual([
      { kind: "digest", path: "a" },
    ]);
  });
});
