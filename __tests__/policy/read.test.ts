import { describe, expect, it } from "vitest";
import { readPolicy } from "../../src/policy/read.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { policyText } from "../support/policies.ts";

async function problemsOf(text: string): Promise<string[]> {
  const reading = await readPolicy(text, "policy.yaml", RULES, CAPS);
  if (reading.kind === "policy") return [];
  return reading.problems.map(({ at, says, fix }) => `${at.path}:${at.line}:${at.column} ${says}; ${fix}`);
}

const TIERS_AT = 5;
const FIRST_MORE = 9;

describe("readPolicy", () => {
  it("reads a policy that says no more than it must", async () => {
    const reading = await readPolicy(policyText(), "policy.yaml", RULES, CAPS);
    expect(reading).toMatchObject({ kind: "policy", written: { name: "ours", version: 1 } });
    expect(reading.kind === "policy" && reading.leaves.get("/tiers/high/blocking/staging")).toMatchObject({
      raw: "high",
      line: 7,
    });
  });

  it.each<[string, string]>([
    ["a rule turned off", "rules: { inventory/unique-id: { severity: off } }"],
    ["a rule with its parameters", "rules: { inventory/review-current: { parameters: { maximumDays: 3 } } }"],
    ["a key of the user's own", "x-owner: second line"],
    ["rules of nothing", "rules: {}"],
  ])("reads %s", async (_, line) => {
    expect(await problemsOf(policyText(line))).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    [
      "an unknown rule",
      "rules: { inventory/uniqe-id: {} }",
      "10",
      /no rule "inventory\/uniqe-id"; write `inventory\/unique-id`/,
    ],
    ["a rule like no other", "rules: { x/y: {} }", "10", /there is no rule "x\/y"; use the id of a rule/],
    [
      "a rule named as every object has it",
      "rules: { __proto__: { severity: off } }",
      "10",
      /there is no rule "__proto__"/,
    ],
    [
      "another such rule",
      "rules: { constructor: { severity: off } }",
      "10",
      /there is no rule "constructor"/,
    ],
    [
      "an unknown parameter",
      "rules: { inventory/review-current: { parameters: { maximumDay: 3 } } }",
      "52",
      /`maximumDay` is not a known key.*write `maximumDays`/,
    ],
    [
      "a parameter of another type",
      "rules: { inventory/review-current: { parameters: { maximumDays: soon } } }",
      "65",
      /`maximumDays` must be/,
    ],
    ["an unknown severity", "rules: { inventory/unique-id: { severity: hihg } }", "43", /write `high`/],
    [
      "a severity that YAML 1.1 would take for no",
      "rules: { inventory/unique-id: { severity: no } }",
      "43",
      /must be one of/,
    ],
    ["a severity that is nothing", "rules: { inventory/unique-id: { severity: } }", "43", /must be one of/],
    [
      "an unknown stage of a rule",
      "rules: { inventory/unique-id: { due: stagin } }",
      "38",
      /write `staging`/,
    ],
    [
      "an unknown key of a rule",
      "rules: { inventory/unique-id: { severty: low } }",
      "33",
      /write `severity`/,
    ],
    ["rules that are a list", "rules: [inventory/unique-id]", "8", /`rules` must be/],
    ["an unknown key", "rule: {}", "1", /write `rules`/],
    [
      "an unknown stage for the undeclared",
      "stages: { undeclared: prod }",
      "23",
      /must be one of `development`/,
    ],
    ["a policy that extends a word", "extends: baseline", "10", /`extends` must be a list/],
  ])("points at %s", async (_, line, column, expected) => {
    const [problem, ...others] = await problemsOf(policyText(line));
    expect(problem).toMatch(new RegExp(`^policy\\.yaml:${FIRST_MORE}:${column} `));
    expect(problem).toMatch(expected);
    expect(others).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    ["an unknown tier", "  critical: {", "  criticl: {", /`criticl` is not a known key.*write `critical`/],
    [
      "a severity above all that blocks",
      "production: high, retired: high }",
      "production: none, retired: high }",
      /must be one of `critical`/,
    ],
    ["an unknown stage that blocks", "{ development: high", "{ developmen: high", /write `development`/],
    ["an undeclared tier that there is not", "undeclared: low", "undeclared: lo", /write `low`/],
    ["no name", "name: ours\n", "", /`name` is missing/],
  ])("refuses %s", async (_, before, after, expected) => {
    const text = policyText().replace(before, after);
    expect(text).not.toBe(policyText());
    expect((await problemsOf(text)).join("\n")).toMatch(expected);
  });

  it.each([
    ["a tier", (rules: string) => `{ rules: ${rules}, blocking: `],
    ["a stage of a tier", (rules: string) => `{ stages: { staging: { rules: ${rules} } }, blocking: `],
  ])("looks at the rules of %s as well", async (_, tier) => {
    const withRules = (rules: string) => policyText().replace("low: { blocking: ", `low: ${tier(rules)}`);
    expect(await problemsOf(withRules("{ inventory/unique-id: {} }"))).toEqual([]);
    const [unknown] = await problemsOf(withRules("{ inventory/uniqe-id: {} }"));
    expect(unknown).toMatch(new RegExp(`^policy\\.yaml:${TIERS_AT}:\\d+ there is no rule`));
    const parameters = "{ inventory/unique-id: { parameters: { x: 1 } } }";
    expect(await problemsOf(withRules(parameters))).toEqual([
      expect.stringContaining("`x` is not a known key"),
    ]);
  });

  it("tells each of several problems", async () => {
    const line = "rules: { a/b: {}, inventory/unique-id: { parameters: { x: 1 } }, c/d: {} }";
    expect(await problemsOf(policyText(line))).toHaveLength(3);
  });

  it.each([
    ["an empty file", ""],
    ["text that is no YAML", "name: ["],
    ["a list", "[name, version]"],
    ["a scalar", "baseline"],
    ["10,000 levels", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["an alias of itself", "name: &x [*x]"],
    ["a key twice", policyText("name: theirs")],
    ["two documents", `${policyText()}---\n${policyText()}`],
  ])("refuses %s", async (_, text) => {
    expect(await problemsOf(text)).not.toEqual([]);
  });
});
