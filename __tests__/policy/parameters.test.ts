import { describe, expect, it } from "vitest";
import { parseYaml } from "../../src/documents/yaml.ts";
import { parameterProblems, parameterSchema } from "../../src/policy/parameters.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { madeRule } from "../support/made-rules.ts";

const RULE = madeRule("test/rows", {
  parameters: {
    rows: { description: "Rows.", stricter: "nearest", default: 30, type: "integer", minimum: 1 },
    kinds: {
      description: "Kinds.",
      stricter: "nearest",
      default: [],
      type: "array",
      items: { enum: ["csv", "json"] },
    },
  },
});

async function problemsOf(setting: string) {
  const { root } = parseYaml(setting, "policy.yaml", CAPS);
  if (root === null) throw new Error("the setting cannot be read");
  const problems = await parameterProblems(RULE, root);
  return problems.map(({ at, says, fix }) => `${at.line}:${at.column} ${says}; ${fix}`);
}

describe("parameterProblems", () => {
  it.each([
    ["no parameters", "{ severity: high }"],
    ["none of them", "{ parameters: {} }"],
    ["each within its bounds", "{ parameters: { rows: 1, kinds: [csv, json] } }"],
  ])("has nothing to say of %s", async (_, setting) => {
    expect(await problemsOf(setting)).toEqual([]);
  });

  it.each([
    ["an unknown one", "{ parameters: { row: 1 } }", /^1:17 `row` is not a known key.* write `rows`/],
    [
      "a wrong type",
      "{ parameters: { rows: many } }",
      /^1:23 `rows` must be a whole number, and is the text "many"/,
    ],
    ["a number below the bound", "{ parameters: { rows: 0 } }", /^1:23 `rows` must be >= 1, and is `0`/],
    ["a misspelt word", "{ parameters: { kinds: [jsn] } }", /^1:25 .* write `json`/],
    [
      "a name of every object",
      "{ parameters: { __proto__: { rows: 1 } } }",
      /^1:17 `__proto__` is not a known key/,
    ],
  ])("says where %s stands", async (_, setting, expected) => {
    expect(await problemsOf(setting)).toEqual([expect.stringMatching(expected)]);
  });

  it("tells each of several", async () => {
    expect(await problemsOf("{ parameters: { rows: 0, kinds: csv } }")).toHaveLength(2);
  });
});

describe("parameterSchema", () => {
  it("is the same object each time, so that it is compiled once", () => {
    expect(parameterSchema(RULE)).toBe(parameterSchema(RULE));
    expect(parameterSchema(madeRule("test/other"))).not.toBe(parameterSchema(RULE));
  });
});
