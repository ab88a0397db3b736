import { describe, expect, it } from "vitest";
import { PolicyError } from "../../src/policy/policy-error.ts";
import type { FindingReport, Report } from "../../src/report/report.ts";
import { type Asked, broken, challenged, honest } from "../support/challenged.ts";
import type { Files } from "../support/dossier.ts";
import { policyText } from "../support/policies.ts";

const CONFIGURATION = "effective-challenge.yaml";
const RULE = "data/predictions-well-formed";
const named = (text: string): Files => ({ [CONFIGURATION]: "policy: ours.yaml\n", "ours.yaml": text });
const ours = (rules = ""): Files => named(policyText(`rules: { ${RULE}: { severity: high ${rules} } }`));

const BASE = { ...honest("a"), ...ours() };

async function one(head: Files, asked: Asked) {
  const { report, faults } = await challenged(head, asked);
  expect(faults).toEqual([]);
  const [model] = report.models;
  if (!model || report.models.length > 1) throw new Error("there is not one model");
  return { report, model };
}

const about = (findings: readonly FindingReport[], rule: string) =>
  findings.filter((finding) => finding.rule === rule);

const simulated = ({ policyChange }: Report) =>
  policyChange?.simulated.map((one) => `${one.model} ${one.now} → ${one.then}`);

describe("a head that makes its own judge milder", () => {
  it.each<[string, Files]>([
    ["turns a rule off", named(policyText(`rules: { ${RULE}: { severity: off } }`))],
    ["makes a rule milder", named(policyText(`rules: { ${RULE}: { severity: info } }`))],
    ["makes a rule due later", named(policyText(`rules: { ${RULE}: { severity: high, due: retired } }`))],
    [
      "lets less hold a model",
      named(
        policyText(`rules: { ${RULE}: { severity: high } }`).replaceAll(
          "production: high",
          "production: critical",
        ),
      ),
    ],
    [
      "turns to a milder policy of its own",
      {
        [CONFIGURATION]: "policy: mild.yaml",
        "mild.yaml": policyText(`rules: { ${RULE}: { severity: off } }`),
      },
    ],
  ])("%s is judged as before, and shown what would be", async (_, governance) => {
    const { report, model } = await one({ ...broken("a"), ...governance }, { base: BASE });
    expect(report.recommendation).toBe("hold");
    expect(report.policy).toMatchObject({ name: "ours", source: "ours.yaml" });
    expect(about(model.findings, RULE)).toMatchObject([{ severity: "high", blocking: true }]);
    expect(about(model.findings, "change/policy-unchanged").length).toBeGreaterThan(0);
    expect(report.policyChange?.changes.length).toBeGreaterThan(0);
    expect(simulated(report)).toEqual(["a hold → approve-with-conditions"]);
  });

  it.each<[string, Files]>([
    [
      "brings a policy of its own where there was none",
      named(policyText(`rules: { ${RULE}: { severity: off } }`)),
    ],
    ["leaves its own model out", { [CONFIGURATION]: "exclude: ['**']" }],
    [
      "lowers a limit below its own card",
      { [CONFIGURATION]: "limits: { documentBytes: 1, models: 1, treeFiles: 1 }" },
    ],
  ])("%s", async (_, governance) => {
    const { report, model } = await one({ ...broken("a"), ...governance }, { base: honest("a") });
    expect(report).toMatchObject({
      recommendation: "hold",
      policy: { name: "baseline", source: "bundled" },
      notices: [],
    });
    expect(about(model.findings, RULE)).toMatchObject([{ severity: "high", blocking: true }]);
  });

  it("takes the base's policy away and is judged by it still", async () => {
    const { report } = await one(broken("a"), { base: BASE });
    expect(report).toMatchObject({ recommendation: "hold", policy: { name: "ours" } });
  });
});

it("a head that makes its own judge stricter is not judged by it yet", async () => {
  const strict = named(
    policyText(
      "rules: { documentation/card-complete: { severity: critical, parameters: { fields: [risk.rationale] } } }",
    ),
  );
  const { report } = await one({ ...honest("a"), ...strict }, { base: honest("a") });
  expect(report.recommendation).toBe("approve-with-conditions");
  expect(simulated(report)).toEqual(["a approve-with-conditions → hold"]);
});

describe("a head whose policy is wrong", () => {
  it.each<[string, Files, string, RegExp, RegExp]>([
    [
      "an unknown rule",
      named(policyText("rules: { inventory/uniqe-id: {} }")),
      "ours.yaml:9",
      /no rule "inventory\/uniqe-id"/,
      /write `inventory\/unique-id`/,
    ],
    [
      "an unknown parameter",
      named(policyText("rules: { inventory/review-current: { parameters: { maximumDay: 3 } } }")),
      "ours.yaml:9",
      /`maximumDay` is not a known key/,
      /write `maximumDays`/,
    ],
    [
      "an unknown severity",
      named(policyText("rules: { inventory/unique-id: { severity: hihg } }")),
      "ours.yaml:9",
      /must be one of/,
      /write `high`/,
    ],
    [
      "an unknown stage",
      named(policyText("stages: { undeclared: stagin }")),
      "ours.yaml:9",
      /must be one of/,
      /write `staging`/,
    ],
    [
      "an unknown tier",
      named(policyText().replace("critical: {", "criticl: {")),
      "ours.yaml:8",
      /`criticl` is not a known key/,
      /write `critical`/,
    ],
    [
      "no policy there",
      { [CONFIGURATION]: "policy: gone.yaml" },
      `${CONFIGURATION}:1`,
      /neither bundled nor a readable file/,
      /give a path in the repository/,
    ],
    [
      "a misspelt limit",
      { [CONFIGURATION]: "limits: { claim: 1 }" },
      `${CONFIGURATION}:1`,
      /`claim` is not a known key/,
      /write `claims`/,
    ],
  ])("is told so and judged by the base's: %s", async (_, governance, place, says, fix) => {
    const { report, model } = await one({ ...honest("a"), ...governance }, { base: honest("a") });
    expect(report).toMatchObject({ policy: { name: "baseline" }, recommendation: "approve-with-conditions" });
    const findings = about(model.findings, "change/policy-unchanged");
    const told = findings.filter((finding) => says.test(finding.says) && fix.test(finding.fix));
    expect(told.map(({ at }) => `${at.path}:${at.line}`)).toEqual([place]);
    expect(report.policyChange?.simulated).toEqual([]);
  });

  it.each<[string, Files]>([
    ["of the base", { ...honest("a"), ...named("name: [") }],
    ["of the base, however right the head's is", { ...honest("a"), [CONFIGURATION]: "polcy: baseline" }],
  ])("but a wrong policy %s stops the run", async (_, base) => {
    const asked = challenged({ ...honest("a"), ...ours() }, { base });
    await expect(asked).rejects.toBeInstanceOf(PolicyError);
  });

  it("and without a base it is the operator's own", async () => {
    const asked = challenged({ ...honest("a"), ...named(policyText("rules: { inventory/uniqe-id: {} }")) });
    await expect(asked).rejects.toMatchObject({
      name: "PolicyError",
      problems: [{ at: { path: "ours.yaml", line: 9, column: 10 }, fix: "write `inventory/unique-id`" }],
    });
  });
});

describe("limits", () => {
  const limits = (text: string): Files => ({ [CONFIGURATION]: `limits: { ${text} }` });

  it("are not raised without a base, and that is said", async () => {
    const { report } = await one({ ...honest("a"), ...limits("claims: 999999, tableRows: 3") }, {});
    expect(report.notices).toMatchObject([
      { says: expect.stringMatching(/^limits\.claims: 999999 is above 5000/), blocking: false },
    ]);
  });

  it("are lowered without a base: what is over them is never passed over", async () => {
    const { model } = await one({ ...honest("a"), ...limits("tableRows: 3") }, {});
    expect(model.recommendation).toBe("hold");
  });

  it("are the base's to raise, and not the head's", async () => {
    const deep = honest("a", "a", `x-deep: ${"[".repeat(150)}${"]".repeat(150)}`);
    const raised = limits("documentDepth: 200");
    const { report, model } = await one(deep, { base: { ...honest("a"), ...raised } });
    expect(report).toMatchObject({ notices: [], policyChange: { path: CONFIGURATION } });
    expect(about(model.findings, "documentation/card-valid")).toEqual([]);
    const heads = await one({ ...deep, ...raised }, { base: honest("a") });
    expect(about(heads.model.findings, "documentation/card-valid")).toHaveLength(1);
  });
});
