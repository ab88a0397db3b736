import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../src/report/coverage/cover.ts";
import { STATES } from "../../../src/report/coverage/coverage.ts";
import type { CheckReport, FindingReport, ModelReport } from "../../../src/report/report.ts";
import { catalogueOf } from "../../support/coverages.ts";
import { madeRule } from "../../support/made-rules.ts";
import { finding } from "../../support/sample-findings.ts";
import { reportOn, sampleModels } from "../../support/sample-report.ts";

type Outcome = CheckReport["outcome"];
type Disposition = FindingReport["disposition"];

/** The check of a rule, with a finding for each disposition. */
function checked(rule: string, outcome: Outcome, dispositions: readonly Disposition[] = []) {
  const kind = outcome === "cannot-tell" ? "cannot-tell" : "finding";
  return {
    check: { rule, controls: ["TST-01"], outcome, checked: [`${rule} said so`] },
    findings: dispositions.map((disposition) =>
      finding({ rule, about: disposition, outcome: kind, disposition }),
    ),
  };
}

function modelWith(answers: readonly ReturnType<typeof checked>[], more: Partial<ModelReport> = {}) {
  return {
    ...sampleModels.hold,
    checks: answers.map(({ check }) => check),
    findings: answers.flatMap(({ findings }) => findings),
    ...more,
  };
}

const RULES = [madeRule("a/one"), madeRule("a/two")];
const ONE = catalogueOf({ "TST-01": ["A"], "TST-02": [] });

function itemOf(model: ModelReport, catalogue = ONE, rules = RULES) {
  const [first] = coverageOf(reportOn(model), catalogue, "nist-ai-rmf", rules).models;
  return first!.items[0]!;
}

const FINE = checked("a/two", "fine");

describe("an item", () => {
  it.each([
    ["met", "every rule is fine", [checked("a/one", "fine"), FINE]],
    ["not-met", "a rule has a finding", [checked("a/one", "finding", ["open"]), FINE]],
    ["not-met", "an old finding is known", [checked("a/one", "finding", ["known"]), FINE]],
    ["not-met", "a finding has no text left", [checked("a/one", "finding"), FINE]],
    ["cannot-tell", "a rule cannot tell", [checked("a/one", "cannot-tell", ["open"]), FINE]],
    ["cannot-tell", "that was accepted", [checked("a/one", "cannot-tell", ["accepted"]), FINE]],
    ["cannot-tell", "a rule had nothing to judge", [checked("a/one", "not-applicable"), FINE]],
    ["cannot-tell", "a rule is off", [FINE]],
    ["cannot-tell", "no rule was in force", []],
    ["not-met", "one finds and one cannot tell", [checked("a/one", "finding", ["open"])]],
  ] as const)("is %s where %s", (state, _, answers) => {
    expect(itemOf(modelWith(answers))).toMatchObject({ state, accepted: false });
  });

  it.each([
    [true, ["accepted"]],
    [true, ["accepted", "accepted"]],
    [false, ["accepted", "open"]],
    [false, ["accepted", "known"]],
  ] as const)("is not met, and accepted is %s, where the findings are %j", (accepted, dispositions) => {
    const item = itemOf(modelWith([checked("a/one", "finding", dispositions), FINE]));
    expect(item).toMatchObject({ state: "not-met", accepted });
  });

  it("is not automated where no rule names its control", () => {
    expect(itemOf(modelWith([]), ONE, [])).toMatchObject({
      state: "not-automated",
      controls: [{ rules: [] }],
    });
  });

  it("is not met by half: a control without rules keeps it from being met", () => {
    const catalogue = catalogueOf({ "TST-01": ["A"], "TST-02": ["A"] });
    const item = itemOf(modelWith([checked("a/one", "fine"), FINE]), catalogue);
    expect(item.state).toBe("not-automated");
    expect(item.controls.map(({ state }) => state)).toEqual(["met", "not-automated"]);
  });

  it("takes a rule of the policy's own by the controls that the report has", () => {
    const item = itemOf(modelWith([checked("house/own", "fine")]), ONE, []);
    expect(item).toMatchObject({ state: "met", controls: [{ rules: [{ rule: "house/own" }] }] });
  });

  it("is not met by a rule of the policy's own alone, where no rule of ours checks the control", () => {
    const { controls, ...others } = ONE;
    const ours = {
      ...others,
      controls: controls.map((one) => ({ ...one, verified: "not-automated" as const })),
    };
    const stateOf = (outcome: "fine" | "finding") =>
      itemOf(modelWith([checked("house/own", outcome, outcome === "fine" ? [] : ["open"])]), ours, []).state;
    expect([stateOf("fine"), stateOf("finding")]).toEqual(["not-automated", "not-met"]);
  });

  it("says what was checked, what was found and why nothing was", () => {
    const item = itemOf(modelWith([checked("a/one", "finding", ["open"])]));
    expect(item.controls[0]?.rules).toMatchObject([
      { state: "finding", because: ["a/one said so"], findings: [{ disposition: "open" }] },
      { state: "not-judged", because: [expect.stringContaining("switched off")], findings: [] },
    ]);
  });
});

describe("a rule that the report has nothing of", () => {
  const removing = madeRule("a/one", { judges: "removed" });
  it.each([
    ["does not touch", madeRule("a/one"), { inScope: false }],
    ["judges only models whose card", removing, { inScope: true, change: "changed" }],
    ["takes the model's card away", madeRule("a/one"), { inScope: true, change: "removed" }],
    ["switched off", removing, { inScope: true, change: "removed" }],
    ["switched off", madeRule("a/one"), { inScope: true, change: null }],
  ] as const)("was not judged, because it %s", (because, rule, more) => {
    const [said] = itemOf(modelWith([], more), ONE, [rule]).controls[0]?.rules ?? [];
    expect(said).toMatchObject({ state: "not-judged", because: [expect.stringContaining(because)] });
  });
});

describe("coverageOf", () => {
  const catalogue = catalogueOf({ "TST-01": ["C", "A"], "TST-02": ["C"] });

  it("has the items that a control reaches, in the framework's order, and counts them all", () => {
    const { models, framework } = coverageOf(reportOn(modelWith([FINE])), catalogue, "nist-ai-rmf", RULES);
    expect(models[0]?.items.map(({ id }) => id)).toEqual(["A", "C"]);
    expect(framework).toMatchObject({ reached: 2, total: 5 });
    expect(models[0]?.counts).toEqual({ met: 0, "not-met": 0, "cannot-tell": 2, "not-automated": 0 });
  });

  it("claims nothing of a framework that no control reaches", () => {
    const { models } = coverageOf(reportOn(modelWith([FINE])), catalogue, "soc-2", RULES);
    expect(models[0]?.items).toEqual([]);
  });

  it("never says better than the worst rule, and taking a check away never helps", () => {
    const outcome = fc.constantFrom<Outcome>("fine", "finding", "cannot-tell", "not-applicable");
    fc.assert(
      fc.property(fc.tuple(outcome, outcome), ([first, second]) => {
        const answers = [checked("a/one", first, ["open"]), checked("a/two", second, ["open"])];
        const { state } = itemOf(modelWith(answers));
        expect(state === "met").toBe(first === "fine" && second === "fine");
        const less = itemOf(modelWith(answers.slice(0, 1))).state;
        expect(less).not.toBe("met");
        if (first === "finding") expect(less).toBe(state);
        expect(STATES).toContain(state);
      }),
    );
  });

  it("does not change what it is given", () => {
    const report = reportOn(modelWith([FINE]));
    const before = structuredClone(report);
    coverageOf(report, catalogue, "nist-ai-rmf", RULES);
    expect(report).toEqual(before);
  });
});
