import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import policySchema from "../../schemas/policy.schema.json" with { type: "json" };
import { effectivePolicy } from "../../src/policy/effective.ts";
import { readPolicy } from "../../src/policy/read.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { loadedPolicy } from "../support/loaded-policy.ts";
import { policyText } from "../support/policies.ts";

const read = (text: string) => readPolicy(text, "policy.yaml", RULES, CAPS);

function withRule(...lines: readonly string[]): string {
  return policyText(
    "custom_rules:",
    "  ours/made:",
    "    question: Is it so?",
    "    controls: [DOC-01]",
    "    fix: make it so",
    ...lines.map((line) => `    ${line}`),
  );
}

async function problemsOf(text: string): Promise<string[]> {
  const reading = await read(text);
  if (reading.kind === "policy") return [];
  return reading.problems.map(({ at, says, fix, excerpt }) => {
    const caret = excerpt ? ` [${excerpt.line.slice(excerpt.column - 1)}]` : "";
    return `${at.line}:${at.column} ${says}; ${fix}${caret}`;
  });
}

describe("readPolicy with rules of its own", () => {
  it("makes them rules as any other, with the severity that the policy gives", async () => {
    const text = withRule("severity: high", "due: staging", "check: 'true'", "message: no");
    const reading = await read(`${text}rules: { ours/made: { severity: low } }\n`);
    if (reading.kind === "wrong") throw new Error(reading.problems[0]?.says);
    expect(reading.customRules.map(({ id, controls }) => [id, controls])).toEqual([
      ["ours/made", ["DOC-01"]],
    ]);
    const [rule] = reading.customRules;
    const policy = await loadedPolicy({ "policy.yaml": `${text}rules: { ours/made: { severity: low } }\n` });
    expect(effectivePolicy(policy, "low", "production").force(rule!)).toMatchObject({ severity: "low" });
    expect(effectivePolicy(policy, "low", "development").force(rule!)).toEqual({
      kind: "not-due",
      due: "staging",
    });
  });

  // Line 14 is the first after the five that withRule writes.
  it.each<[string, readonly string[], RegExp]>([
    [
      "a plain text",
      ["check: has(card.usee)", "message: no"],
      /^14:21 .*no field `usee`; write `use` \[usee\)\]$/,
    ],
    [
      "a single quote",
      ["check: 'card.model.id == ''x'' && card.usee == 1'", "message: no"],
      /^14:44 .*`usee`/,
    ],
    [
      "a double quote",
      ['check: "card.model.id == \\"x\\" && has(card.usee)"', "message: no"],
      /^14:48 .*`usee`/,
    ],
    [
      "a block",
      ["check: |", "  has(card.use)", "    && has(card.usee)", "message: no"],
      /^16:21 .*`usee`.*\[usee\)\]$/,
    ],
    [
      "a folded block",
      ["check: >-", "  has(card.use) &&", "  has(card.usee)", "message: no"],
      /^16:16 .*`usee`/,
    ],
    [
      "a plain text of two lines",
      ["check: has(card.use) &&", "  has(card.usee)", "message: no"],
      /^15:16 .*`usee`/,
    ],
    [
      "a hole",
      ["check: 'true'", "message: it is {{ card.usee }}"],
      /^15:28 .*`message` of ours\/made.*`usee`/,
    ],
    ["a path", ["check: 'true'", "message: no", "at: use.falback"], /^16:13 .*`falback`; write `fallback`/],
    [
      "a metric",
      ["needs: [{ metric: recal, split: test }]", "check: 'true'", "message: no"],
      /^14:23 .*no metric "recal"; write `recall`$/,
    ],
    [
      "a metric at a threshold",
      ["needs: [{ metric: recal@0.3, split: test, name: r }]", "check: 'true'", "message: no"],
      /^14:23 .*no metric "recal@0.3"; write `recall`$/,
    ],
    [
      "a metric of the first ten, which is another",
      ["needs: [{ metric: recal@10, split: test, name: r }]", "check: 'true'", "message: no"],
      /^14:23 .*no metric "recal@10"; use one of docs\/metrics\.md$/,
    ],
    [
      "another name of a metric",
      ["needs: [{ metric: r2_scor, split: test }]", "check: 'true'", "message: no"],
      /^14:23 .*no metric "r2_scor"; write `r2`$/,
    ],
    [
      "names twice",
      [
        "needs: [{ metric: recall, split: test }, { metric: recall, split: train }]",
        "check: 'true'",
        "message: no",
      ],
      /^14:46 .*two needs are called `recall`/,
    ],
    [
      "a name that is none",
      ["needs: [{ metric: recall@0.3, split: test }]", "check: 'true'", "message: no"],
      /^14:13 .*`measured.recall@0.3` cannot be written/,
    ],
    [
      "a stage that there is not",
      ["check: stage == 'prod' || stage == 'staging'", "message: no"],
      /^14:21 .*"prod" is no stage; use one of: "development", "staging", "production", "retired"/,
    ],
    [
      "a tier that there is not",
      ["check: tier.effective != 'hihg'", "message: no"],
      /^14:30 .*"hihg" is no tier; write `"high"`/,
    ],
    [
      "tiers by their letters",
      ["check: tier.effective >= 'high'", "message: no"],
      /^14:27 .*no order of a tier; name those that are meant: `… in \["high", "critical"\]`/,
    ],
    [
      "a word that the card never has",
      ["check: card.risk.factors.autonomy != 'automatic'", "message: no"],
      /^14:42 .*"automatic" is no value of `card.risk.factors.autonomy`/,
    ],
  ])("points into %s", async (_, lines, expected) => {
    const problems = await problemsOf(withRule(...lines));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it.each<[string, string, RegExp]>([
    ["metric", "{ metric: recal, at_least: 0.5 }", /^9:\d+ there is no metric "recal"; write `recall`$/],
    ["key", "{ metric: recall, at_lest: 0.5 }", /^9:\d+ `at_lest` .*write `at_least`/],
    [
      "task",
      "{ metric: recall, task: binary-clasification, at_least: 0.5 }",
      /^9:\d+ `task` .*write `binary-classification`$/,
    ],
  ])("names the nearest %s of a rule's parameters", async (_, threshold, expected) => {
    const setting = `{ performance/thresholds-met: { parameters: { thresholds: [${threshold}] } } }`;
    expect(await problemsOf(policyText(`rules: ${setting}`))).toEqual([expect.stringMatching(expected)]);
  });

  it.each<[string, string, RegExp]>([
    ["our own rule's id", "inventory/unique-id", /is already a rule, of effective-challenge itself/],
    ["no family", "made", /is no id of a rule/],
    ["what every object has", "__proto__", /is no id of a rule/],
  ])("refuses %s", async (_, id, says) => {
    const text = withRule("check: 'true'", "message: no").replace("ours/made", id);
    expect((await problemsOf(text))[0]).toMatch(says);
  });

  it("refuses controls that there are not, and parameters, which such rules have none of", async () => {
    const text = withRule("check: 'true'", "message: no");
    expect((await problemsOf(text.replace("DOC-01", "DOC-77")))[0]).toMatch(/DOC-0.*docs\/controls\.md/);
    const given = await problemsOf(`${text}rules: { ours/made: { parameters: { rows: 3 } } }\n`);
    expect(given[0]).toMatch(/ours\/made takes no parameters/);
  });

  it("takes the names of domains of its own file and of those that it extends", async () => {
    const asks = (name: string) => withRule(`check: '!("${name}" in tier.domains)'`, "message: no");
    const saidOf = async (text: string) => {
      const reading = await readPolicy(text, "policy.yaml", RULES, CAPS, ["finance"]);
      return reading.kind === "wrong" ? reading.problems.map(({ says, fix }) => `${says}; ${fix}`) : [];
    };
    expect(await saidOf(asks("finance"))).toEqual([]);
    expect(await saidOf(asks("finanse"))).toEqual([
      '`check` of ours/made: "finanse" is no name under `tiering.domains`; write `"finance"`',
    ]);
    const own = asks("aviation").replace(/^tiering:.*$/m, "tiering: { domains: { aviation: [flights] } }");
    expect(own).toContain("flights");
    expect(await saidOf(own)).toEqual([]);
  });

  it("knows the controls of the catalogue", () => {
    const { controls } = parse(readFileSync("controls/controls.yaml", "utf8")) as {
      controls: { id: string }[];
    };
    expect(policySchema.$defs.control.enum).toEqual(controls.map(({ id }) => id));
  });

  it("reads or refuses any text where an expression belongs", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 120 }),
        fc.constantFrom("check", "when", "message"),
        async (text, key) => {
          const keys = { check: "'true'", message: "no", [key]: JSON.stringify(text) };
          const lines = Object.entries(keys).map(([name, value]) => `${name}: ${value}`);
          const reading = await read(withRule(...lines));
          if (reading.kind === "wrong") expect(reading.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });
});
