import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "../../src/documents/json.ts";
import { lookup } from "../../src/documents/lookup.ts";
import { plain } from "../../src/documents/plain.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { offsetOf, scalarsOf } from "../support/scalars.ts";

const read = (text: string) => parseJson(text, "card.json", CAPS);

function accepted(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("agrees with JSON.parse on values, and the text at each scalar's place is that scalar", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const { root, problems } = read(text);
      expect(problems).toEqual([]);
      expect(JSON.stringify(plain(root!))).toBe(JSON.stringify(JSON.parse(text)));
      for (const scalar of scalarsOf(root!)) {
        const written = typeof scalar.value === "string" ? JSON.stringify(scalar.value) : scalar.raw;
        expect(text.slice(offsetOf(text, scalar.at)).startsWith(written)).toBe(true);
      }
    }),
  );
});

test("accepts what JSON.parse accepts and nothing else", () => {
  const parts = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"',
    "\\",
    "0",
    "1",
    ".5",
    "-",
    "e3",
    "true",
    "null",
    " ",
    "\n",
    "\t",
    "NaN",
    "//",
    "/*",
    "'",
    "\u00a0",
    "\u0001",
    "\\u0041",
    "nul",
  );
  const broken = fc.array(parts, { maxLength: 12 }).map((pieces) => pieces.join(""));
  const cut = fc.tuple(fc.json(), fc.nat(), parts).map(([text, seed, part]) => {
    const at = seed % (text.length + 1);
    return text.slice(0, at) + part + text.slice(at + 1);
  });
  fc.assert(
    fc.property(fc.oneof(broken, cut), (text) => {
      expect(read(text).root !== null).toBe(accepted(text));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["", "cut-off", 1, 1],
  ['{"a": 1', "cut-off", 1, 8],
  ['{"a": 1,}', "unexpected", 1, 9],
  ["[1,]", "unexpected", 1, 4],
  ['{"a" 1}', "unexpected", 1, 6],
  ["{a: 1}", "unexpected", 1, 2],
  ["[1] 2", "unexpected", 1, 5],
  ['{\n  "a": NaN}', "not-a-number", 2, 8],
  ["[-Infinity]", "not-a-number", 1, 2],
  ["// x\n1", "comment", 1, 1],
  ["[1, /* x */ 2]", "comment", 1, 5],
  ["# x", "comment", 1, 1],
  ["['a']", "quotes", 1, 2],
  ['["a\nb"]', "string", 1, 2],
  ['["a', "string", 1, 2],
  ['["a\tb"]', "control", 1, 2],
  ['["\\x"]', "escape", 1, 2],
  ["[01]", "unexpected", 1, 2],
  ["[+1]", "unexpected", 1, 2],
  ["[1.]", "unexpected", 1, 2],
])("%j is refused: %s at %i:%i", (text, about, line, column) => {
  const document = read(text);
  expect(document.root).toBeNull();
  expect(document.problems).toMatchObject([{ code: "invalid-json", about, at: { line, column } }]);
});

test("of a duplicate key the first value stays", () => {
  const document = read('{"a": 1,\n "a": 2}');
  expect(document.problems).toMatchObject([
    { code: "duplicate-key", about: "/a", at: { line: 2, column: 2 } },
  ]);
  expect(lookup(document.root, "a")).toMatchObject({ value: 1 });
});

test("numbers keep the digits as written", () => {
  expect(lookup(read('{"a": 0.870}').root, "a")).toMatchObject({ value: 0.87, raw: "0.870" });
  expect(lookup(read('{"a": 12345678901234567890123}').root, "a")).toMatchObject({
    raw: "12345678901234567890123",
  });
});

test("__proto__ is a key as any other", () => {
  const { root } = read('{"__proto__": {"polluted": 1}}');
  expect(lookup(root, "__proto__.polluted")).toMatchObject({
    value: 1,
    at: { pointer: "/__proto__/polluted" },
  });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
  ["10,000 lists", "[".repeat(10_000), "too-deep"],
  ["10,000 maps", '{"a":'.repeat(10_000), "too-deep"],
  ["a million values", `[${"1,".repeat(999_999)}1]`, "over-cap"],
  ["a text of backslashes", `["${"\\\\".repeat(500_000)}`, "invalid-json"],
])("%s", (_, text, code) => {
  expect(read(text)).toMatchObject({ root: null, problems: [{ code }] });
});
