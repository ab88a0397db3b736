import { expect, test } from "vitest";
import type { JsonSchema } from "../../src/documents/compiled-schema.ts";
import { parseJson } from "../../src/documents/json.ts";
import { validator } from "../../src/documents/schema.ts";
import type { Entry } from "../../src/documents/value.ts";
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

test("of thousands of wrong keys, none has the whole map copied", async () => {
  let copies = 0;
  class Counted extends Map<string, Entry> {
    override [Symbol.iterator]() {
      copies++;
      return super[Symbol.iterator]();
    }
  }
  const { root } = parseYaml(
    Array.from({ length: 2000 }, (_, key) => `k${key}: 1`).join("\n"),
    "card.yaml",
    CAPS,
  );
  if (root?.kind !== "map") throw new Error("no map");
  const validate = await validator(SCHEMA);
  expect(validate({ ...root, entries: new Counted(root.entries.entries()) })).toHaveLength(51);
  expect(copies).toBe(1);
});

test("what fits has no problem, and keys that start with x- are the author's own", async () => {
  expect(await check("id: a\nx-ours: {any: [thing]}\nowners: [{name: b}]\nwho: [c]")).toEqual([]);
});

test.each([
  [
    "id: a\nrow: 1",
    "unknown-key",
    "/row",
    2,
    1,
    "`row` is not a known key",
    "write `rows`; a key of your own",
  ],
  ["id: a\nzzzzzz: 1", "unknown-key", "/zzzzzz", 2, 1, "not a known key", "known here: `id`, `rows`"],
  [
    "id: a\nowners:\n  - {nam: b}",
    "unknown-key",
    "/owners/0/nam",
    3,
    6,
    "key of the 1st entry of `owners`",
    "write `name`",
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
    "write `high`",
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
  ["id: a\npair: [1, x]", "wrong-type", "/pair/1", 2, 11, "the 2nd entry of `pair` must be a number", ""],
  ["id: a\na/b: x", "wrong-type", "/a~1b", 2, 6, "`a/b` must be a number", ""],
  ["rows: 1", "missing-key", "/id", 1, 1, "`id` is missing", "add `id: …`"],
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

const TYPES: JsonSchema = {
  type: "object",
  properties: {
    texts: { type: "array", items: { type: "string" } },
    either: { type: ["string", "array"], items: { type: "string" } },
    maps: {
      type: "array",
      items: {
        type: "object",
        required: ["name", "value"],
        additionalProperties: false,
        properties: { name: { type: "string" }, value: { type: "number" }, split: { type: "string" } },
      },
    },
    number: { type: "number" },
    whole: { type: "integer" },
    flag: { type: "boolean" },
    text: { type: "string" },
    map: { type: "object" },
  },
};

async function fixOf(text: string, path = "card.yaml") {
  const validate = await validator(TYPES);
  const { root } = path.endsWith(".json") ? parseJson(text, path, CAPS) : parseYaml(text, path, CAPS);
  const problems = validate(root!);
  return problems.map(({ says, fix }) => `${says}: ${fix}`);
}

test.each([
  ["texts: Price or credit decisions", "write `texts: [Price or credit decisions]`"],
  ["texts: 'a: b'", 'write `texts: ["a: b"]`'],
  ["texts: 'yes'", 'write `texts: ["yes"]`'],
  ["texts: none", "write `texts: []`"],
  ["texts:", "write `texts: […]`"],
  ["texts: {split: train, rows: 3}", "write `texts: [{ split: train, … }]`"],
  ["number: about 1,000", "write `number: 1000`"],
  ["number: 35%", "write `number: 0.35`"],
  ["number: 10-20", "write it in digits, such as `number: 1000`"],
  ["whole: many", "write it in digits, such as `whole: 1000`"],
  ["whole: 1.5", "write it in digits, such as `whole: 1000`"],
  ["flag: 'Yes'", "write `flag: true`"],
  ["flag: none", "write `flag: false`"],
  ["flag: maybe", "write `flag: true` or `flag: false`"],
  ["text: 5", 'write `text: "5"`'],
  ["text: [a, b]", 'write `text: "a; b"`'],
  ["text: {a: 1}", "write `text: …`"],
  ["map: low", "write `map: { … }`"],
  [`texts: ${"long ".repeat(40)}`, `write \`texts: ["${"long ".repeat(12)}…"]\``],
])("a wrong type is answered with what to write: %s", async (text, fix) => {
  const problems = await fixOf(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.slice(-fix.length)).toBe(fix);
});

test("in JSON the answer is JSON", async () => {
  const text = '{"texts": "Price", "flag": "yes", "maps": {"name": "a"}}';
  expect((await fixOf(text, "card.json")).map((line) => line.slice(line.lastIndexOf(": write") + 2))).toEqual(
    ['write `"texts": ["Price"]`', 'write `"flag": true`', 'write `"maps": [{ "name": "a" }]`'],
  );
});

test("one text where a list may stand", async () => {
  expect(await fixOf("either: Price")).toEqual([]);
});

test.each([
  [
    "a key that stands for the missing one",
    "maps: [{metric: f1, value: 1}]",
    [
      "`metric` is not a known key of the 1st entry of `maps`: write `name`; a key of your own starts with `x-`",
    ],
  ],
  [
    "a key spelt almost like the missing one, beside one that is not",
    "maps: [{nmae: f1, zzzzz: 2, value: 1}]",
    [
      "`nmae` is not a known key of the 1st entry of `maps`: write `name`; a key of your own starts with `x-`",
      "`zzzzz` is not a known key of the 1st entry of `maps`: known here: `name`, `value`, `split`; a key of your own starts with `x-`",
    ],
  ],
  [
    "a key spelt almost like another",
    "maps: [{splt: f1, value: 1}]",
    [
      "the 1st entry of `maps` has no `name`: add `name: …`",
      "`splt` is not a known key of the 1st entry of `maps`: write `split`; a key of your own starts with `x-`",
    ],
  ],
  [
    "two missing keys and an unknown one",
    "maps: [{metric: f1}]",
    [
      "the 1st entry of `maps` has no `name`: add `name: …`",
      "the 1st entry of `maps` has no `value`: add `value: …`",
      expect.stringContaining("`metric` is not a known key of the 1st entry of `maps`: known here"),
    ],
  ],
  [
    "an entry with a name of its own",
    "maps: [{name: f1, value: 1}, {name: recall, value: 1, splt: x}]",
    [
      "`splt` is not a known key of the entry `recall` of `maps`: write `split`; a key of your own starts with `x-`",
    ],
  ],
  [
    "entries far down",
    `texts: [${"a, ".repeat(21)}3]`,
    ["the 22nd entry of `texts` must be text, and is `3`: write text"],
  ],
])("%s", async (_, text, problems) => {
  expect(await fixOf(text)).toEqual(problems);
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

test.each([
  [13, "write one of `w0`, `w1`, `w2`, `w3`, `w4`, `w5`, `w6`, `w7`, `w8`, `w9`, `w10`, `w11`, `w12`"],
  [14, "write one of `w0`, `w1`, `w2`, `w3`, `w4`, `w5`, `w6`, `w7`, `w8`, `w9`, `w10`, `w11` and 2 more"],
])("of %i words that may stand there, the message names no more than one can read", async (words, fix) => {
  const tier = { type: "string", enum: Array.from({ length: words }, (_, index) => `w${index}`) };
  const validate = await validator({ type: "object", properties: { tier } });
  const [problem] = validate(parseYaml("tier: nothing-of-these", "card.yaml", CAPS).root!);
  expect(problem?.fix).toBe(fix);
});
