import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { JudgedCase } from "../../src/judgement/judged.ts";
import { assembleReport, type Frontmatter } from "../../src/report/assemble.ts";
import { REPORT_SCHEMA, type Recommendation } from "../../src/report/report.ts";
import { judgedOf } from "../support/judged.ts";
import { cannotTellOf, foundWrong, ruleSaying } from "../support/made-rules.ts";
import { policyOf } from "../support/policies.ts";
import { sampleReport } from "../support/sample-report.ts";
import { reportErrors } from "../support/schemas.ts";

const FILES = {
  "model-card.yaml": `model: { id: m, task: binary-classification }
metrics: [{ name: recall, value: 1, split: test }, { name: recall, value: 0.5, split: test }, { name: recall, value: 1, split: train }]
evidence: [{ kind: predictions, path: t.csv, split: test }]
`,
  "t.csv": "y_true,y_pred\n1,1\n1,1\n",
};

const { tool, asOf, commit, policy, policyChange } = sampleReport();
const FRONT: Frontmatter = {
  tool,
  asOf,
  commit,
  policy,
  stage: null,
  advisory: false,
  policyChange,
  notices: [],
};
const notice = (blocking: boolean) => ({ says: "it was not read", fix: "make it so", blocking, at: null });

let cases: Record<Recommendation | "listed", JudgedCase>;
beforeAll(async () => {
  const rules = [ruleSaying("test/rule", [foundWrong("x"), cannotTellOf("y")])];
  const under = (severity: "high" | "low") => ({
    rules,
    policy: policyOf({ rules: { "test/rule": { severity } } }),
  });
  const approve = await judgedOf(FILES);
  const { case: one, subject } = approve;
  cases = {
    approve,
    "approve-with-conditions": await judgedOf(FILES, under("low")),
    hold: await judgedOf(FILES, under("high")),
    listed: {
      kind: "listed",
      case: one,
      change: "unchanged",
      tiering: subject.tiering,
      stage: subject.stage,
    },
  };
});

const assembled = (names: readonly (keyof typeof cases)[], front: Partial<Frontmatter> = {}) =>
  assembleReport(
    { ...FRONT, ...front },
    names.map((name) => cases[name]),
  );

describe("assembleReport", () => {
  it("carries what the run was about", () => {
    expect(assembled([], { advisory: true, stage: "staging" })).toMatchObject({
      ...FRONT,
      schema: REPORT_SCHEMA,
      advisory: true,
      stage: "staging",
      models: [],
    });
  });

  it.each<[string, (Recommendation | "listed")[], Recommendation | null]>([
    ["null of nothing", [], null],
    ["null of models that no change touched", ["listed", "listed"], null],
    ["that of the one that was judged", ["listed", "approve"], "approve"],
    ["the worst", ["approve", "approve-with-conditions", "approve"], "approve-with-conditions"],
    ["the worst, wherever it stands", ["hold", "approve", "approve-with-conditions"], "hold"],
  ])("recommends %s", (_, names, expected) => {
    expect(assembled(names).recommendation).toBe(expected);
  });

  it.each<[boolean, (Recommendation | "listed")[], Recommendation | null]>([
    [true, [], "hold"],
    [true, ["approve"], "hold"],
    [true, ["listed"], "hold"],
    [false, ["approve"], "approve"],
    [false, [], null],
  ])("with a notice that blocks: %s, and %j, recommends %s", (blocking, names, expected) => {
    expect(assembled(names, { notices: [notice(false), notice(blocking)] }).recommendation).toBe(expected);
  });

  it("counts what is in it", () => {
    expect(assembled(["approve", "listed", "hold", "approve-with-conditions", "hold"]).summary).toEqual({
      models: 5,
      inScope: 4,
      approve: 1,
      approveWithConditions: 1,
      hold: 2,
      claims: { reproduced: 4, differs: 4, unsupported: 4, impossible: 0 },
      findings: { critical: 0, high: 4, medium: 0, low: 2, info: 0 },
      cannotTell: 3,
    });
  });

  it("is a report that its schema knows", () => {
    expect(reportErrors(assembled(["approve", "hold", "listed", "approve-with-conditions"]))).toEqual([]);
  });

  it("is never better for a model more, whatever their order", () => {
    const names = fc.array(fc.constantFrom("approve", "approve-with-conditions", "hold", "listed"), {
      maxLength: 6,
    });
    const order = [null, "approve", "approve-with-conditions", "hold"];
    const rank = (given: readonly (keyof typeof cases)[]) => order.indexOf(assembled(given).recommendation);
    fc.assert(
      fc.property(names, names, (some, more) => {
        expect(rank([...some, ...more])).toBeGreaterThanOrEqual(rank(some));
        const [there, back] = [assembled([...some, ...more]), assembled([...more, ...some])];
        expect([back.recommendation, back.summary]).toEqual([there.recommendation, there.summary]);
      }),
      { numRuns: 40 },
    );
  });
});
