import { beforeAll, describe, expect, it } from "vitest";
import { shippedPolicies } from "../../src/main/shipped-policies.ts";
import { policyChanges, withLoosenings } from "../../src/policy/change.ts";
import { comparePolicies } from "../../src/policy/compare/compare.ts";
import { readGovernance } from "../../src/policy/governance.ts";
import type { Shipped } from "../../src/policy/shipped.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { memoryTree } from "../support/memory-tree.ts";
import { policyText } from "../support/policies.ts";

type Files = Record<string, string>;

let shipped: Shipped;
beforeAll(async () => {
  shipped = await shippedPolicies();
});

const CONFIGURATION = "effective-challenge.yaml";
const OURS = { [CONFIGURATION]: "policy: ours.yaml\n", "ours.yaml": policyText() };
const ours = (...more: string[]): Files => ({ ...OURS, "ours.yaml": policyText(...more) });

async function changes(before: Files, after: Files) {
  const [base, head] = await Promise.all(
    [before, after].map((files) => readGovernance(memoryTree(files), shipped, RULES, CAPS)),
  );
  if (base?.kind !== "governance" || !head) throw new Error("the base is wrong");
  return policyChanges(base.governance, head);
}

/** `path pointer: before → after`, and `path !problem`. */
async function told(before: Files, after: Files): Promise<string[]> {
  return (await changes(before, after)).flatMap(({ path, differences, problems }) => [
    path,
    ...differences.map((one) => `  ${one.pointer}: ${one.before} → ${one.after}`),
    ...problems.map(({ at, says }) => `  !${at.path}:${at.line} ${says}`),
  ]);
}

const TURNED_OFF = "rules: { inventory/unique-id: { severity: off } }";
const SEVERITY = "/rules/inventory~1unique-id/severity";
const FIELDS = "rules: { documentation/card-complete: { parameters: { fields: [] } } }";

describe("policyChanges", () => {
  it.each<[string, Files, Files, string[]]>([
    ["nothing when nothing changes", OURS, OURS, []],
    ["nothing where neither side says anything", {}, {}, []],
    [
      "nothing for a comment in the configuration",
      { [CONFIGURATION]: "exclude: [a]" },
      { [CONFIGURATION]: "# why\nexclude: [a]" },
      [],
    ],
    ["a rule that is turned off", OURS, ours(TURNED_OFF), ["ours.yaml", `  ${SEVERITY}: null → off`]],
    ["a rule that is turned on again", ours(TURNED_OFF), OURS, ["ours.yaml", `  ${SEVERITY}: off → null`]],
    [
      "a list that is emptied",
      OURS,
      ours(FIELDS),
      ["ours.yaml", "  /rules/documentation~1card-complete/parameters/fields: null → []"],
    ],
    ["a policy whose words alone change", OURS, ours("# softer"), ["ours.yaml"]],
    [
      "a pattern more",
      { [CONFIGURATION]: "exclude: [a]" },
      { [CONFIGURATION]: "exclude: [a, b]" },
      [CONFIGURATION, "  /exclude/1: null → b"],
    ],
    [
      "a configuration that goes",
      { [CONFIGURATION]: "exclude: [a]" },
      {},
      [CONFIGURATION, "  /exclude/0: a → null"],
    ],
  ])("tells %s", async (_, before, after, expected) => {
    expect(await told(before, after)).toEqual(expected);
  });

  it.each<[string, Files, Files]>([
    ["comes", {}, OURS],
    ["goes", OURS, {}],
  ])("tells of the configuration and of the policy where a policy %s", async (_, before, after) => {
    const [configuration, policy] = await changes(before, after);
    expect(configuration).toMatchObject({ path: CONFIGURATION, differences: [{ pointer: "/policy" }] });
    expect(policy?.path).toBe(after === OURS ? "ours.yaml" : "policies/baseline.yaml");
    expect(policy?.differences.length).toBeGreaterThan(10);
  });

  it.each<[string, Files, RegExp]>([
    ["an unknown rule", ours("rules: { inventory/uniqe-id: {} }"), /^ {2}!ours\.yaml:9 there is no rule/],
    [
      "a policy that is gone",
      { [CONFIGURATION]: OURS[CONFIGURATION] },
      /^ {2}!effective-challenge\.yaml:1 the policy "ours\.yaml" is neither/,
    ],
    [
      "a configuration that does not parse",
      { ...OURS, [CONFIGURATION]: "policy: [" },
      /^ {2}!effective-challenge\.yaml:1 /,
    ],
  ])("tells what is wrong in the head: %s", async (_, after, expected) => {
    const [path, problem, ...others] = await told(OURS, after);
    expect(problem).toMatch(expected);
    expect(problem).toContain(`!${path}:`);
    expect(others).toEqual([]);
  });
});

describe("withLoosenings", () => {
  it.each<[string, Files, Files, Record<string, number>]>([
    ["gives the policy what it loosens", OURS, ours(TURNED_OFF), { "ours.yaml": 1 }],
    ["leaves a stricter policy alone", ours(TURNED_OFF), OURS, {}],
    [
      "gives it to the file that brings it",
      {
        ...ours("extends: [base.yaml]"),
        "base.yaml": "name: base\nversion: 1\nrules: { inventory/unique-id: { severity: high } }\n",
      },
      {
        ...ours("extends: [base.yaml]", "# as before"),
        "base.yaml": "name: base\nversion: 1\nrules: { inventory/unique-id: { severity: low } }\n",
      },
      { "base.yaml": 1 },
    ],
    [
      "gives it to the file of the base when the head has none",
      {
        ...ours("extends: [base.yaml]"),
        "base.yaml": "name: base\nversion: 1\nrules: { inventory/unique-id: { severity: high } }\n",
      },
      ours(),
      { "base.yaml": 1 },
    ],
  ])("%s", async (_, before, after, expected) => {
    const [base, head] = await Promise.all(
      [before, after].map((files) => readGovernance(memoryTree(files), shipped, RULES, CAPS)),
    );
    if (base?.kind !== "governance" || head?.kind !== "governance") throw new Error("one is wrong");
    const shifts = comparePolicies(base.governance.policy, head.governance.policy, RULES);
    const found = withLoosenings(policyChanges(base.governance, head), shifts);
    const counts = found.flatMap(({ path, loosens }) => (loosens ? [[path, loosens.length]] : []));
    expect(Object.fromEntries(counts)).toEqual(expected);
  });
});
