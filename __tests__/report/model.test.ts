import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Listed } from "../../src/judgement/judged.ts";
import { modelReport } from "../../src/report/model.ts";
import { dossierOf, type Files } from "../support/dossier.ts";
import { type Judging, judgedOf } from "../support/judged.ts";
import { cannotTellOf, FINE, foundWrong, ruleSaying } from "../support/made-rules.ts";
import type { PolicyWishes } from "../support/policies.ts";
import { policyOf } from "../support/policies.ts";

const AS_OF = "2026-11-23";

const card = (model: string, ...lines: string[]): Files => ({
  "m/model-card.yaml": [`model: { id: m, ${model} }`, ...lines, ""].join("\n"),
});

async function reportOf(files: Files, judging: Judging = {}) {
  return modelReport(await judgedOf(files, judging), AS_OF);
}

const rule = ruleSaying("test/rule", [foundWrong("x")]);
const under = (severity: "high" | "medium" | "low" | "info", wishes: PolicyWishes = {}): Judging => ({
  rules: [rule],
  policy: policyOf({ rules: { "test/rule": { severity } }, ...wishes }),
});

describe("modelReport", () => {
  it("says which model it is", async () => {
    const files = card("name: Pumps, version: 1.10, task: regression, lifecycle: staging");
    expect(await reportOf(files, { change: "changed" })).toMatchObject({
      id: "m",
      name: "Pumps",
      path: "m/model-card.yaml",
      version: "1.10",
      task: "regression",
      lifecycle: "staging",
      stage: "production",
      inScope: true,
      change: "changed",
      tier: { declared: "low", computed: "low", effective: "low", because: [] },
      recommendation: "approve",
    });
  });

  it("leaves open what the card does not say", async () => {
    const empty = {
      name: null,
      version: null,
      task: null,
      lifecycle: null,
      change: null,
      findings: [],
      claims: [],
    };
    expect(await reportOf(card("x-note: 1"))).toMatchObject(empty);
  });

  it("shows each check with its controls", async () => {
    const { checks } = await reportOf(card(""), { rules: [ruleSaying("test/a", [FINE]), rule] });
    expect(checks).toEqual([
      { rule: "test/a", controls: ["TST-01"], outcome: "fine", checked: ["all is well"] },
      { rule: "test/rule", controls: ["TST-01"], outcome: "finding", checked: [] },
    ]);
  });

  it("shows a finding with all that its rule and the policy say of it", async () => {
    const wishes = { remediationDays: { high: 30 }, escalate: { high: "board" } };
    const { findings, conditions, recommendation } = await reportOf(card(""), under("high", wishes));
    expect(recommendation).toBe("hold");
    expect(conditions).toEqual([]);
    expect(findings).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        rule: "test/rule",
        severity: "high",
        outcome: "finding",
        disposition: "open",
        about: "x",
        says: "x is wrong",
        why: "It was made for a test.",
        fix: "mend x",
        at: { path: "model-card.yaml", line: 1, column: 1, pointer: "" },
        controls: ["TST-01"],
        owner: null,
        due: "2026-12-23",
        escalateTo: "board",
        exception: null,
        blocking: true,
      },
    ]);
  });

  it("has no date and nobody to tell where the policy names none of that severity", async () => {
    const wishes = { remediationDays: { high: 30 }, escalate: { high: "board" } };
    const { findings } = await reportOf(card(""), under("low", wishes));
    expect(findings).toMatchObject([{ due: null, escalateTo: null, blocking: false }]);
  });

  it("takes a remediation of no days for today", async () => {
    const { findings } = await reportOf(card(""), under("low", { remediationDays: { low: 0 } }));
    expect(findings[0]?.due).toBe(AS_OF);
  });

  it.each<[string, string, string | null]>([
    [
      "the developer",
      "[{ name: V, role: validator }, { name: D, role: developer }, { name: E, role: developer }]",
      "D",
    ],
    ["whoever is named first", "[{ role: developer }, { name: B, role: business }]", "B"],
    ["nobody", "[]", null],
    ["nobody that is a placeholder", '[{ name: "TODO", role: developer }]', null],
  ])("has a finding answered for by %s", async (_, owners, expected) => {
    const { findings } = await reportOf(card(`owners: ${owners}`), under("low"));
    expect(findings[0]?.owner).toBe(expected);
  });
});

describe("a model's conditions", () => {
  it.each([
    ["what would hold it in production is due before the deploy", "high", "deploy"],
    ["what would not has its date", "low", "date"],
  ] as const)("%s", async (_, severity, blocks) => {
    const policy = policyOf({
      rules: { "test/rule": { severity } },
      blocking: "high",
      remediationDays: { [severity]: 10 },
    });
    const [file] = policy.files;
    const { low } = file!.tiers;
    const mild = { ...low, blocking: { ...low.blocking, staging: "critical" as const } };
    const judging: Judging = {
      rules: [rule],
      policy: { ...policy, files: [{ ...file!, tiers: { ...file!.tiers, low: mild } }] },
      stage: "staging",
    };
    const { conditions, findings, recommendation } = await reportOf(
      card("owners: [{ name: D, role: developer }]"),
      judging,
    );
    expect(recommendation).toBe("approve-with-conditions");
    const [finding] = findings;
    expect(conditions).toEqual([
      { id: finding?.id, text: "x is wrong: mend x", owner: "D", due: "2026-12-03", blocks },
    ]);
  });

  it("are all that is open, information aside", async () => {
    const rules = [
      rule,
      ruleSaying("test/b", [cannotTellOf("y"), FINE]),
      ruleSaying("test/c", [foundWrong("z")]),
    ];
    const policy = policyOf({ rules: { "test/c": { severity: "info" } } });
    const { conditions, findings } = await reportOf(card(""), { rules, policy });
    expect(findings).toHaveLength(3);
    expect(conditions.map(({ text }) => text)).toEqual(["x is wrong: mend x", "y is unknown: show y"]);
  });

  it("are none of a model that is approved", async () => {
    expect(await reportOf(card(""), under("info"))).toMatchObject({
      recommendation: "approve",
      conditions: [],
      findings: [{ severity: "info" }],
    });
  });
});

describe("a model's evidence", () => {
  it("is every file that the card names, with its digest", async () => {
    const beside = { "m/t.csv": "y_true,y_pred\n1,1\n", "m/model.onnx": "weights" };
    const files = {
      ...card(
        "artifacts: [{ path: model.onnx }, { path: gone.onnx }]",
        "evidence: [{ id: preds, kind: predictions, path: t.csv, split: test }]",
      ),
      ...beside,
    };
    const sha256 = (path: keyof typeof beside) => createHash("sha256").update(beside[path]).digest("hex");
    const common = { tool: null, producedAt: null, origin: "committed" };
    expect((await reportOf(files)).evidence).toEqual([
      { id: "preds", path: "m/t.csv", kind: "predictions", sha256: sha256("m/t.csv"), bytes: 18, ...common },
      {
        id: "model.onnx",
        path: "m/model.onnx",
        kind: "artifact",
        sha256: sha256("m/model.onnx"),
        bytes: 7,
        ...common,
      },
      { id: "gone.onnx", path: "m/gone.onnx", kind: "artifact", sha256: null, bytes: null, ...common },
    ]);
  });

  it("is not looked for where the card is gone", async () => {
    const files = {
      ...card(
        "",
        "metrics: [{ name: accuracy, value: 1, split: test }]",
        "evidence: [{ kind: predictions, path: t.csv, split: test }]",
      ),
      "m/t.csv": "y_true,y_pred\n1,1\n",
    };
    expect(await reportOf(files, { removed: true })).toMatchObject({
      claims: [],
      evidence: [],
      measurements: [],
      inScope: true,
    });
  });
});

it("a model that is only listed was not judged, and says so", async () => {
  const after = await dossierOf(card("version: 1.0.0"));
  const tiering: Listed["tiering"] = {
    declared: null,
    computed: "high",
    effective: "high",
    because: ["it is"],
    turns: () => [],
    open: [],
    unknownDomain: null,
    domains: null,
  };
  const listed: Listed = {
    kind: "listed",
    case: { id: "m", before: after, after, twins: [] },
    change: "unchanged",
    tiering,
    stage: "production",
  };
  expect(modelReport(listed, AS_OF)).toEqual({
    id: "m",
    name: null,
    path: "m/model-card.yaml",
    version: "1.0.0",
    task: null,
    lifecycle: null,
    stage: "production",
    inScope: false,
    change: "unchanged",
    tier: { declared: null, computed: "high", effective: "high", because: ["it is"] },
    recommendation: null,
    conditions: [],
    claims: [],
    measurements: [],
    curves: [],
    evidence: [],
    checks: [],
    findings: [],
    waysOut: [],
    questions: [],
  });
});
