import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIFECYCLES, type Lifecycle } from "../../src/inventory/vocabulary.ts";
import { effectivePolicy, type RuleForce } from "../../src/policy/effective.ts";
import { SEVERITIES } from "../../src/policy/severity.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { loadedPolicy, policyProblems } from "../support/loaded-policy.ts";
import { policyText } from "../support/policies.ts";

const REVIEW = RULES.find(({ id }) => id === "inventory/review-current")!;
const COMPLETE = RULES.find(({ id }) => id === "documentation/card-complete")!;
const REQUIRED = RULES.find(({ id }) => id === "evidence/required-present")!;

/** Our policy over one that stands in `base.yaml`. */
function over(own: string, base: string) {
  return {
    "policy.yaml": `name: own\nversion: 2\nextends: [base.yaml]\n${own}\n`,
    "base.yaml": policyText(base),
  };
}

async function reviewOf(own: string, base: string, stage: Lifecycle = "production") {
  return effectivePolicy(await loadedPolicy(over(own, base)), "low", stage).force(REVIEW);
}

const rule = (setting: string) => `rules: { inventory/review-current: { ${setting} } }`;

describe("a rule that two files speak of", () => {
  it.each<[string, string, string, object]>([
    ["the worse severity", "severity: low", "severity: high", { severity: "high" }],
    ["the worse severity, the other way round", "severity: high", "severity: low", { severity: "high" }],
    ["a severity over off", 'severity: "off"', "severity: low", { severity: "low" }],
    [
      "the lower of two days",
      "parameters: { maximumDays: 10 }",
      "severity: low, parameters: { maximumDays: 20 }",
      { parameters: { required: true, maximumDays: 10 } },
    ],
    [
      "the lower, the other way round",
      "parameters: { maximumDays: 20 }",
      "severity: low, parameters: { maximumDays: 10 }",
      { parameters: { required: true, maximumDays: 10 } },
    ],
    [
      "the default of who gives a severity",
      "parameters: { maximumDays: 5000, required: false }",
      "severity: low",
      { parameters: { required: true, maximumDays: 730 } },
    ],
    [
      "no default of who gives parameters alone",
      "severity: low, parameters: { required: false, maximumDays: 5000 }",
      "parameters: { maximumDays: 6000 }",
      { parameters: { required: false, maximumDays: 5000 } },
    ],
    [
      "nothing else of who turns it off",
      'severity: "off", parameters: { maximumDays: 1 }',
      "severity: low",
      { severity: "low", parameters: { required: true, maximumDays: 730 } },
    ],
    ["off where both do", 'severity: "off"', 'severity: "off"', { kind: "off" }],
  ])("has %s", async (_, own, base, expected) => {
    expect(await reviewOf(rule(own), rule(base))).toMatchObject(expected);
  });

  it("is due at the earlier stage, and at once where a file gives a severity alone", async () => {
    const [production, staging] = ["severity: low, due: production", "severity: low, due: staging"].map(rule);
    expect((await reviewOf(production!, staging!, "staging")).kind).toBe("in-force");
    expect((await reviewOf(production!, production!, "staging")).kind).toBe("not-due");
    expect((await reviewOf(production!, rule("severity: low"), "development")).kind).toBe("in-force");
    expect(
      (await reviewOf(rule("due: production"), rule("parameters: { required: true }"), "staging")).kind,
    ).toBe("not-due");
  });

  it("joins lists, and merges what is asked of one thing", async () => {
    const fields = (...names: string[]) =>
      `rules: { documentation/card-complete: { parameters: { fields: [${names}] } } }`;
    const evidence = (...items: string[]) =>
      `rules: { evidence/required-present: { parameters: { required: [${items}] } } }`;
    const joined = await loadedPolicy(
      over(fields("model.name", "use.users"), fields("use.users", "metrics")),
    );
    expect(effectivePolicy(joined, "low", "production").force(COMPLETE)).toMatchObject({
      parameters: { fields: ["model.name", "use.users", "metrics"] },
    });
    const merged = await loadedPolicy(
      over(
        evidence("{ kind: predictions, split: test, rows: 100 }", "{ kind: garak }"),
        evidence(
          "{ kind: predictions, split: test, rows: 30, digest: true }",
          "{ kind: predictions, split: train }",
        ),
      ),
    );
    expect(effectivePolicy(merged, "low", "production").force(REQUIRED)).toMatchObject({
      parameters: {
        required: [
          { kind: "predictions", split: "test", rows: 100, digest: true },
          { kind: "garak" },
          { kind: "predictions", split: "train" },
        ],
      },
    });
  });

  it("tells the line of each value, and what has no effect", async () => {
    const policy = await loadedPolicy(
      over(
        "tiers:\n  low:\n    rules:\n      inventory/review-current:\n        severity: high\n        parameters: { maximumDays: 900 }",
        rule("severity: low, parameters: { maximumDays: 20 }"),
      ),
    );
    const { severity, parameters, withoutEffect, due } = effectivePolicy(policy, "low", "production").settled(
      REVIEW,
    );
    expect(severity).toEqual({ value: "high", from: [{ path: "policy.yaml", line: 8 }] });
    expect(parameters["maximumDays"]).toEqual({ value: 20, from: [{ path: "base.yaml", line: 9 }] });
    expect(due.from).toEqual([]);
    expect(withoutEffect).toEqual([
      { key: "severity", value: "low", at: { path: "base.yaml", line: 9 } },
      { key: "parameters.maximumDays", value: 900, at: { path: "policy.yaml", line: 9 } },
    ]);
  });

  it("counts an item of which each field holds as one with effect, whatever another file adds to it", async () => {
    const asking = (item: string) =>
      `rules: { evidence/required-present: { parameters: { required: [{ kind: predictions, split: test, ${item} }] } } }`;
    const policy = await loadedPolicy(over(asking("rows: 500"), asking("rows: 100, digest: true")));
    const { parameters, withoutEffect } = effectivePolicy(policy, "low", "production").settled(REQUIRED);
    expect(parameters["required"]?.value).toEqual([
      { kind: "predictions", split: "test", rows: 500, digest: true },
    ]);
    expect(withoutEffect.map(({ at }) => at.path)).toEqual(["base.yaml"]);
  });

  it("is never looser than under either alone", async () => {
    const setting = fc
      .record(
        {
          severity: fc.constantFrom(...SEVERITIES, "off"),
          due: fc.constantFrom<Lifecycle>("development", "staging", "production"),
          maximumDays: fc.integer({ min: 1, max: 1000 }),
          required: fc.boolean(),
        },
        { requiredKeys: ["severity"] },
      )
      .map(({ severity, due, maximumDays, required }) => {
        const parameters = JSON.stringify({ maximumDays, required });
        return rule(
          [`severity: "${severity}"`, due && `due: ${due}`, `parameters: ${parameters}`]
            .filter(Boolean)
            .join(", "),
        );
      });
    await fc.assert(
      fc.asyncProperty(setting, setting, fc.constantFrom(...LIFECYCLES), async (own, base, stage) => {
        const both = await reviewOf(own, base, stage);
        for (const alone of [own, base]) {
          const policy = await loadedPolicy({ "policy.yaml": policyText(alone) });
          expectNotLooser(both, effectivePolicy(policy, "low", stage).force(REVIEW));
        }
      }),
      { numRuns: 60 },
    );
  });
});

function expectNotLooser(both: RuleForce, alone: RuleForce): void {
  if (alone.kind !== "in-force") return;
  if (both.kind !== "in-force") throw new Error(`${both.kind}, where one alone is in force`);
  expect(SEVERITIES.indexOf(both.severity)).toBeLessThanOrEqual(SEVERITIES.indexOf(alone.severity));
  expect(both.parameters["maximumDays"]).toBeLessThanOrEqual(Number(alone.parameters["maximumDays"]));
  if (alone.parameters["required"] === true) expect(both.parameters["required"]).toBe(true);
}

describe("a policy that extends another", () => {
  it("takes the stricter of the rest as well", async () => {
    const own =
      "tiering: { undeclared: high, domains: { health: [clinic] }, criteria: [{ tier: high, because: ours, when: { domain: health } }] }\n" +
      "tiers: { low: { blocking: { staging: low }, remediation_days: { high: 5 }, escalate: { high: us, families: { fairness: { high: ethics } } }, accept: { low: { by: us, days: 9 } } } }";
    const base = policyText("stages: { undeclared: development }").replace(
      "undeclared: low",
      "undeclared: medium, domains: { health: [hospital] }, criteria: [{ tier: low, because: theirs, when: { domain: health } }]",
    );
    const policy = await loadedPolicy({
      "policy.yaml": `name: own\nversion: 2\nextends: [base.yaml]\n${own}\n`,
      "base.yaml": base.replace(
        "  low: {",
        "  low: { remediation_days: { high: 9, low: 1 }, escalate: { high: them, low: them }, accept: { low: { by: them, days: 30 }, high: { by: them, days: 1 } },",
      ),
    });
    expect(policy).toMatchObject({
      name: "own",
      version: "2",
      source: "policy.yaml",
      undeclaredStage: "development",
    });
    expect(policy.tiering.undeclared).toBe("high");
    expect(policy.tiering.domains.get("health")).toEqual(["clinic", "hospital"]);
    expect(policy.tiering.criteria.map(({ because }) => because)).toEqual(["ours", "theirs"]);
    const staging = effectivePolicy(policy, "low", "staging");
    expect(staging).toMatchObject({
      blocking: "low",
      blockingInProduction: "high",
      remediationDays: { high: 5, low: 1 },
      accept: { low: { by: "us", days: 9 } },
    });
    expect(
      ["fairness/slices-present", "data/splits-disjoint"].map((id) => staging.escalateTo(id, "high")),
    ).toEqual(["ethics", "us"]);
    expect(staging.escalateTo("data/splits-disjoint", "low")).toBe("them");
    expect(staging.escalateTo("data/splits-disjoint", "medium")).toBeNull();
  });

  it("may speak of the rules that those write, which are in force with it", async () => {
    const written =
      "custom_rules:\n  ours/used:\n    question: Is there a use?\n    controls: [DOC-02]\n    check: has(card.use)\n    message: no use\n    fix: write it\n    severity: low\n";
    const files = over("rules: { ours/used: { severity: high } }", written);
    const policy = await loadedPolicy(files);
    expect(policy.customRules.map(({ id }) => id)).toEqual(["ours/used"]);
    const { severity } = effectivePolicy(policy, "low", "production").settled(policy.customRules[0]!);
    expect(severity).toEqual({ value: "high", from: [{ path: "policy.yaml", line: 4 }] });
    expect((await policyProblems(over(written, written))).join()).toMatch(/"ours\/used" is already a rule/);
  });

  it("is known by all its files: each once, and their digests together", async () => {
    const files = {
      "policy.yaml": "name: own\nversion: 1\nextends: [a.yaml, b.yaml, baseline]\n",
      "a.yaml": "name: a\nversion: 1\nextends: [b.yaml]\n",
      "b.yaml": "name: b\nversion: 1\n",
    };
    const policy = await loadedPolicy(files);
    expect(policy.files.map(({ path }) => path)).toEqual([
      "policy.yaml",
      "a.yaml",
      "b.yaml",
      "policies/baseline.yaml",
    ]);
    const other = await loadedPolicy({ ...files, "b.yaml": "name: b\nversion: 2\n" });
    expect(other.sha256).not.toBe(policy.sha256);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a circle",
      {
        "policy.yaml": "name: a\nversion: 1\nextends: [b.yaml]\n",
        "b.yaml": "name: b\nversion: 1\nextends:\n  - baseline\n  - policy.yaml\n",
      },
      /^b\.yaml:5:\d+ the policy extends itself: policy\.yaml → b\.yaml → policy\.yaml; leave this line out$/,
    ],
    [
      "itself",
      { "policy.yaml": "name: a\nversion: 1\nextends: [policy.yaml]\n" },
      /extends itself: policy\.yaml → policy\.yaml/,
    ],
    [
      "a misspelt name",
      { "policy.yaml": "name: a\nversion: 1\nextends: [basline]\n" },
      /^policy\.yaml:3:\d+ the policy "basline" is neither bundled nor a readable file.*; write `baseline`$/,
    ],
    [
      "a path outside",
      { "policy.yaml": "name: a\nversion: 1\nextends: [../x.yaml]\n" },
      /^policy\.yaml:3:\d+ the policy "\.\.\/x\.yaml" is neither/,
    ],
    [
      "what is wrong itself",
      { "policy.yaml": "name: a\nversion: 1\nextends: [b.yaml]\n", "b.yaml": "name: b\nverson: 1\n" },
      /^b\.yaml:2:1 .*write `version`/,
    ],
    [
      "nothing, and says too little",
      { "policy.yaml": "name: a\nversion: 1\ntiers:\n  low: { blocking: { staging: high } }\n" },
      /^policy\.yaml:1:\d+ `tiering\.undeclared` is given neither here nor.*\n.*:4:\d+ `tiers\.low\.blocking` .*development: high, production: high, retired: high/,
    ],
  ])("is refused when it extends %s", async (_, files, expected) => {
    expect((await policyProblems(files)).join("\n")).toMatch(expected);
  });

  it("is refused when it escalates a family that there is not", async () => {
    const escalate = "tiers: { low: { escalate: { families: { fairnes: { high: ethics } } } } }";
    const [problem] = await policyProblems({
      "policy.yaml": `name: own\nversion: 1\nextends: [baseline]\n${escalate}\n`,
    });
    expect(problem).toMatch(/^policy\.yaml:4:41 no rule is of the family "fairnes"; write `fairness`$/);
  });

  it("is refused when it is made of more than twenty files", async () => {
    const chain = Array.from({ length: 25 }, (_, index) => [
      index === 0 ? "policy.yaml" : `${index}.yaml`,
      `name: n\nversion: 1\nextends: [${index + 1}.yaml]\n`,
    ]);
    expect((await policyProblems(Object.fromEntries(chain)))[0]).toMatch(/more than 20 files/);
  });
});
