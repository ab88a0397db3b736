import { describe, expect, it } from "vitest";
import { comparePolicies } from "../../../src/policy/compare/compare.ts";
import type { PolicyShift } from "../../../src/policy/compare/shift.ts";
import { shiftWords } from "../../../src/policy/compare/shift-words.ts";
import { placeWords, rewordedLines, shiftReport } from "../../../src/report/policy/shift-report.ts";
import { RULES } from "../../../src/rules/catalogue.ts";
import { loadedPolicy } from "../../support/loaded-policy.ts";
import { policyText } from "../../support/policies.ts";

async function shifts(before: string, after: string): Promise<readonly PolicyShift[]> {
  const [old, young] = await Promise.all(
    [before, after].map((text) => loadedPolicy({ "policy.yaml": text })),
  );
  return comparePolicies(old!, young!, RULES);
}

const told = async (before: string, after: string) => (await shifts(before, after)).map(shiftWords);

/** A rule's setting for every tier. */
const rule = (id: string, setting: string) => policyText(`rules: { ${id}: { ${setting} } }`);
const review = (setting: string) => rule("inventory/review-current", setting);
const evidence = (...items: readonly string[]) =>
  rule("evidence/required-present", `parameters: { required: [${items.join(", ")}] }`);

/** `more` in the tier high alone. */
const high = (more: string, text = policyText()) => text.replace("  high: {", `  high: { ${more},`);
const criteria = (...items: readonly string[]) =>
  policyText().replace("undeclared: low", `undeclared: low, criteria: [${items.join(", ")}]`);
const domains = (words: string) =>
  policyText().replace(
    "undeclared: low",
    `undeclared: low, domains: { ${words} }, criteria: [{ tier: high, because: people, when: { domain: health } }]`,
  );
const custom = (check: string, message = "no") =>
  policyText(
    `custom_rules: { ours/a: { question: "Is it?", controls: [MON-01], check: ${JSON.stringify(check)}, message: "${message}", fix: mend } }`,
  );
const NEEDS = (split: string) => `    needs: [{ metric: recall, split: ${split} }]`;

const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  ["nothing between a policy and itself", review("severity: low"), review("severity: low"), []],
  ["nothing that is written otherwise", review("severity: low"), review('severity: "low"'), []],
  [
    "nothing of a rule that is off",
    review('severity: "off"'),
    review('severity: "off", parameters: { maximumDays: 1 }'),
    [],
  ],
  [
    "a number, by the direction of its parameter",
    high("rules: { inventory/review-current: { parameters: { maximumDays: 180 } } }"),
    high("rules: { inventory/review-current: { parameters: { maximumDays: 365 } } }"),
    ["high: inventory/review-current maximumDays 180 → 365: looser"],
  ],
  [
    "a stage alone",
    high("stages: { production: { rules: { inventory/review-current: { severity: high } } } }"),
    high("stages: { production: { rules: { inventory/review-current: { severity: low } } } }"),
    ["high, production: inventory/review-current severity high → low: looser"],
  ],
  [
    "a truth value",
    review("parameters: { required: false }"),
    review("parameters: { required: true }"),
    ["every tier: inventory/review-current required false → true: stricter"],
  ],
  [
    "a rule that is turned off",
    review("severity: high"),
    review('severity: "off"'),
    ["every tier: inventory/review-current is turned off: looser"],
  ],
  [
    "a rule that is turned on",
    review('severity: "off"'),
    review("severity: high"),
    ["every tier: inventory/review-current is turned on, as high: stricter"],
  ],
  [
    "a rule due later, at the stages that it leaves",
    review("severity: high"),
    review("severity: high, due: production"),
    [
      "every tier, development, staging and retired: inventory/review-current due from development → production: looser",
    ],
  ],
  [
    "evidence that is no longer asked for, less of it, and other evidence",
    evidence("{ kind: predictions, split: train }", "{ kind: predictions, split: test, rows: 100 }"),
    evidence("{ kind: predictions, split: test, rows: 30, digest: true }", "{ kind: garak }"),
    [
      "every tier: evidence/required-present no longer asks for predictions of train: looser",
      "every tier: evidence/required-present predictions of test: rows 100 → 30: looser",
      "every tier: evidence/required-present now asks for garak: stricter",
      "every tier: evidence/required-present predictions of test: digest not asked → true: stricter",
    ],
  ],
  [
    "items of a list in one sentence",
    rule("documentation/card-complete", "parameters: { fields: [model.name, data, metrics] }"),
    rule("documentation/card-complete", "parameters: { fields: [metrics] }"),
    ["every tier: documentation/card-complete no longer asks for model.name and data: looser"],
  ],
  [
    "what holds a model",
    policyText(),
    policyText().replaceAll("production: high", "production: critical"),
    ["every tier, production: a model is held by high or worse → critical or worse: looser"],
  ],
  [
    "days to close findings, and a limit that goes",
    high("remediation_days: { high: 30, low: 9 }"),
    high("remediation_days: { high: 10 }"),
    [
      "high: findings of severity low are to be closed in 9 days → any time: looser",
      "high: findings of severity high are to be closed in 30 days → 10 days: stricter",
    ],
  ],
  [
    "acceptance",
    high("accept: { high: { by: us, days: 30 }, low: { by: us, days: 9 } }"),
    high("accept: { high: { by: them, days: 60 }, medium: { by: us, days: 5 } }"),
    [
      "high: findings of severity high may be accepted for 30 days → 60 days: looser",
      "high: findings of severity medium may now be accepted, by us for 5 days: looser",
      "high: findings of severity low may no longer be accepted: stricter",
      "high: findings of severity high may be accepted by us → them: neither",
    ],
  ],
  [
    "escalation",
    high("escalate: { high: a, low: a, families: { fairness: { low: b } } }"),
    high("escalate: { high: c, low: a, families: { fairness: { low: d } } }"),
    [
      "high: findings of severity high are escalated to a → c: neither",
      "high: findings of fairness of severity low are escalated to b → d: neither",
    ],
  ],
  [
    "the tier and the stage of what states none",
    policyText("stages: { undeclared: production }"),
    policyText("stages: { undeclared: staging }").replace("undeclared: low", "undeclared: medium"),
    [
      "a model of unknown stage is judged as if in production → staging: looser",
      "a model of unknown tier is judged as low → medium: stricter",
    ],
  ],
  [
    "a criterion that is gone",
    criteria("{ tier: high, because: people, when: { regulated: true, people_affected: { at_least: 10 } } }"),
    criteria(),
    ["no longer high because “people”: when regulated is true and people_affected is 10 or more: looser"],
  ],
  [
    "a criterion that is changed",
    criteria("{ tier: high, because: people, when: { people_affected: { at_least: 10 } } }"),
    criteria("{ tier: high, because: people, when: { people_affected: { at_least: 1000 } } }"),
    ["high because “people”: people_affected is 10 or more → is 1000 or more: looser"],
  ],
  [
    "nothing looser where another criterion gives every such model as high a tier",
    criteria("{ tier: high, because: old, when: { people_affected: { at_least: 10 } } }"),
    criteria("{ tier: critical, because: new, when: { people_affected: { at_least: 5 } } }"),
    ["now critical because “new”: when people_affected is 5 or more: stricter"],
  ],
  [
    "both sides of a criterion that asks for more of one factor and less of another",
    criteria("{ tier: high, because: people, when: { regulated: true } }"),
    criteria("{ tier: high, because: people, when: { tool_use: true } }"),
    [
      "high because “people”: no longer only when regulated is true and now only when tool_use is true: looser",
      "high because “people”: no longer only when regulated is true and now only when tool_use is true: stricter",
    ],
  ],
  [
    "a criterion in other words",
    criteria("{ tier: high, because: people, when: { regulated: true } }"),
    criteria("{ tier: high, because: law, when: { regulated: true } }"),
    ["high because “people” → “law”: neither"],
  ],
  [
    "words of a domain, and harmless ones",
    domains("health: [clinic, ward], play: [toys]"),
    domains("health: [clinic], play: [toys, games]"),
    [
      "high because “people”: domain no longer for ward: looser",
      "known, and asked for by no criterion, are now domains of games: looser",
    ],
  ],
  [
    "a rule of its own that comes",
    policyText(),
    custom("true"),
    ["every tier: ours/a is added, as medium: stricter"],
  ],
  ["a rule of its own that goes", custom("true"), policyText(), ["every tier: ours/a is taken out: looser"]],
  [
    "a rule of its own that asks something else",
    custom("true"),
    custom("card.model.id != ''"),
    ["every tier: the `check` of ours/a changed: read it: unclear"],
  ],
  [
    "a rule of its own in other words",
    custom("true"),
    custom("true", "nay"),
    ["every tier: the `message` of ours/a changed: neither"],
  ],
  ["nothing of a rule of its own that is quoted otherwise", custom("true"), custom("true\n"), []],
];

describe("comparePolicies", () => {
  it.each(CASES)("tells %s", async (_, before, after, expected) => {
    expect(await told(before, after)).toEqual(expected);
  });

  it("has the old and the new text of a rule of its own, each with its line", async () => {
    const written = (...lines: readonly string[]) =>
      policyText(
        "custom_rules:",
        "  ours/a:",
        "    question: Is it?",
        "    controls: [MON-01]",
        "    fix: mend",
        "    message: no",
        ...lines,
      );
    const [shift] = await shifts(
      written("    check: |", "      measured.recall.low", "        > 0.6", NEEDS("test")),
      written(NEEDS("train"), '    when: stage == "production"', "    check: measured.recall.low > 0.5"),
    );
    const from = (line: number) => [{ path: "policy.yaml", line }];
    expect(shift).toMatchObject({
      verdict: "unclear",
      says: "the `needs`, `when` and `check` of ours/a changed: read it",
    });
    expect(shift?.texts).toEqual([
      {
        key: "needs",
        before: { value: "{ metric: recall, split: test }", from: from(18) },
        after: { value: "{ metric: recall, split: train }", from: from(15) },
      },
      {
        key: "when",
        before: { value: null, from: [] },
        after: { value: 'stage == "production"', from: from(16) },
      },
      {
        key: "check",
        before: { value: "measured.recall.low\n  > 0.6", from: from(15) },
        after: { value: "measured.recall.low > 0.5", from: from(17) },
      },
    ]);
    expect(placeWords(shiftReport(shift!))).toBe(
      "policy.yaml:18, policy.yaml:15 → policy.yaml:15, policy.yaml:16, policy.yaml:17",
    );
    expect(rewordedLines(shiftReport(shift!), 2_000)).toEqual([
      "@@ needs",
      "- { metric: recall, split: test }",
      "+ { metric: recall, split: train }",
      "@@ when",
      '+ stage == "production"',
      "@@ check",
      "- measured.recall.low",
      "-   > 0.6",
      "+ measured.recall.low > 0.5",
    ]);
  });

  it("names the lines of both sides", async () => {
    const [shift] = await shifts(
      policyText("rules:", "  inventory/review-current: { parameters: { maximumDays: 180 } }"),
      policyText("# higher", "rules:", "  inventory/review-current: { parameters: { maximumDays: 365 } }"),
    );
    expect(placeWords(shiftReport(shift!))).toBe("policy.yaml:10 → policy.yaml:11");
    const [off] = await shifts(policyText(), review('severity: "off"'));
    expect(placeWords(shiftReport(off!))).toBe("default → policy.yaml:9");
    const [accepted] = await shifts(
      high("accept: { low: { by: us, days: 9 } }"),
      high("accept: { low: { by: us, days: 10 } }"),
    );
    expect(placeWords(shiftReport(accepted!))).toBe("policy.yaml:7 → policy.yaml:7");
    const [gone] = await shifts(custom("true"), policyText());
    expect(placeWords(shiftReport(gone!))).toBe("policy.yaml:9 → not there");
  });
});
