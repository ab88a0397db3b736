import { expect, test } from "vitest";
import type { JsonSchema } from "../../src/documents/compiled-schema.ts";
import { validator } from "../../src/documents/schema.ts";
import { parseYaml } from "../../src/documents/yaml.ts";
import { CAPS } from "../../src/workspace/caps.ts";

const SCHEMA: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  required: ["id"],
  additionalProperties: false,
  patternProperties: { "^x-": {} },
  properties: {
    id: { type: "string" },
    rows: { type: "integer", minimum: 0 },
    tier: { type: "string", enum: ["low", "medium", "high"] },
    date: { description: "A date such as 2026-01-31.", type: "string", pattern: "^[0-9-]+$" },
    pair: { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 },
    owners: { type: "array", items: { $ref: "#/$defs/owner" } },
    "a/b": { type: "number" },
    who: {
      anyOf: [{ type: "string" }, { $ref: "#/$defs/owner" }, { type: "array", items: { type: "string" } }],
    },
  },
  $defs: {
    owner: { type: "object", additionalProperties: false, properties: { name: { type: "string" } } },
  },
};

async function check(text: string) {
  const validate = await validator(SCHEMA);
  return validate(parseYaml(text, "card.yaml", CAPS).root!);
}

test("what fits has no problem, and keys that start with x- are the author's own", async () => {
  expect(await check("id: a\nx-ours: {any: [thing]}\nowners: [{name: b}]\nwho: [c]")).toEqual([]);
});

test.each([
  ["id: a\nrow: 1", "unknown-key", "/row", 2, 1, "`row` is not a known key", "did you mean `rows`?"],
  ["id: a\nzzzzzz: 1", "unknown-key", "/zzzzzz", 2, 1, "not a known key", "known here: `id`, `rows`"],
  [
    "id: a\nowners:\n  - {nam: b}",
    "unknown-key",
    "/owners/0/nam",
    3,
    6,
    "key of `owners[1]`",
    "did you mean `name`?",
  ],
  [
    "id: a\nrows: many",
    "wrong-type",
    "/rows",
    2,
    7,
    '`rows` must be a whole number, and is the text "many"',
    "",
  ],
  ["id: a\nrows: 1.5", "wrong-type", "/rows", 2, 7, "must be a whole number, and is `1.5`", ""],
  ["id: a\nrows: .nan", "wrong-type", "/rows", 2, 7, "must be a whole number", ""],
  ["id: a\nrows: -1", "wrong-value", "/rows", 2, 7, "`rows` must be >= 0, and is `-1`", ""],
  [
    "id: a\ntier: hihg",
    "wrong-value",
    "/tier",
    2,
    7,
    "must be one of `low`, `medium`, `high`",
    "did you mean `high`?",
  ],
  ["id: a\ntier: zebra", "wrong-value", "/tier", 2, 7, "must be one of", "write one of"],
  [
    "id: a\ndate: soon",
    "wrong-value",
    "/date",
    2,
    7,
    "`date` must have the right form",
    "such as 2026-01-31",
  ],
  ["id: a\npair: [1]", "wrong-value", "/pair", 2, 7, "must have at least 2 items, and is a list of 1", ""],
  ["id: a\npair: [1, x]", "wrong-type", "/pair/1", 2, 11, "`pair[2]` must be a number", ""],
  ["id: a\na/b: x", "wrong-type", "/a~1b", 2, 6, "`a/b` must be a number", ""],
  ["rows: 1", "missing-key", "/id", 1, 1, "`id` is missing", "add `id:`"],
  ["[1]", "wrong-type", "", 1, 1, "the document must be a map of keys, and is a list of 1", ""],
  ["id: a\nwho: 3", "wrong-value", "/who", 2, 6, "`who` must have one of the forms", ""],
  ["id: a\nwho: {nam: b}", "wrong-value", "/who", 2, 6, "`who` must have one of the forms", ""],
  ["id:", "wrong-type", "/id", 1, 4, "`id` must be text, and is empty", ""],
])("%j is one problem: %s at %s", async (text, code, about, line, column, says, fix) => {
  const problems = await check(text);
  expect(problems).toMatchObject([{ code, about, at: { path: "card.yaml", line, column } }]);
  expect(problems[0]?.says).toContain(says);
  expect(problems[0]?.fix).toContain(fix);
});

test("a key of JavaScript's own is an unknown key", async () => {
  const problems = await check("id: a\n__proto__: {id: 1}\nconstructor: 2");
  expect(problems.map(({ about }) => about)).toEqual(["/__proto__", "/constructor"]);
});

test("problems come in document order, and after fifty a last one counts the others", async () => {
  const problems = await check(`id: a\n${Array.from({ length: 80 }, (_, i) => `zz${i}qq: 1`).join("\n")}`);
  expect(problems).toHaveLength(51);
  expect(problems.map(({ at }) => at.line)).toEqual(
    [...problems.map(({ at }) => at.line)].sort((a, b) => a - b),
  );
  expect(problems.at(-1)?.says).toContain("30 more");
});
