import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { lookup } from "../../src/documents/lookup.ts";
import { plain } from "../../src/documents/plain.ts";
import { parseToolYaml, parseYaml } from "../../src/documents/yaml.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import { offsetOf, scalarsOf } from "../support/scalars.ts";

const read = (text: string, caps: Caps = CAPS) => parseYaml(text, "card.yaml", caps);
const codes = (text: string, caps: Caps = CAPS) => read(text, caps).problems.map(({ code }) => code);

describe("values", () => {
  test.each([
    ["a: 0.870", { a: 0.87 }],
    ["a: [1, {b: c}]", { a: [1, { b: "c" }] }],
    ["yes: no\non: off", { yes: "no", on: "off" }],
    ["1: x\nnull: y\n~: z\ntrue: w", { "1": "x", null: "y", "~": "z", true: "w" }],
    ["a:\nb: ~", { a: null, b: null }],
    ["a: 2026-01-31", { a: "2026-01-31" }],
    ["a: 'it''s'\nb: \"x\\ny\"", { a: "it's", b: "x\ny" }],
    ["a: |\n  one\n  two\n", { a: "one\ntwo\n" }],
    ["a: &x [1]\nb: *x", { a: [1], b: [1] }],
    ["%YAML 1.1\n---\na: yes", { a: "yes" }],
    ["&k key: 1\nb: *k", { key: 1, b: "key" }],
    ["text", "text"],
  ])("%j", (text, value) => {
    const document = read(text);
    expect(document.problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(plain(document.root!)))).toEqual(value);
  });

  test.each([
    ["a: 0.870", "0.870"],
    ["a: 12345678901234567890123", "12345678901234567890123"],
    ["a: '0.870'", "0.870"],
    ["a: 1e-3", "1e-3"],
    ["a: ~", "~"],
    ["a:", ""],
  ])("%j keeps the text as written", (text, raw) => {
    expect(lookup(read(text).root, "a")).toMatchObject({ raw });
  });

  test("keys of JavaScript's own are keys as any other", () => {
    const { root } = read("__proto__: {polluted: 1}\nconstructor: 2\ntoString: 3");
    expect(lookup(root, "__proto__.polluted")).toMatchObject({ value: 1 });
    expect(Object.keys(plain(root!) as object)).toEqual(["__proto__", "constructor", "toString"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("places", () => {
  test("of values and keys, with pointers", () => {
    const { root } = read("model:\n  a/b: [x,\n    y]\n");
    const entry = lookup(root, "model.a/b");
    expect(entry).toMatchObject({ at: { path: "card.yaml", line: 2, column: 8, pointer: "/model/a~1b" } });
    expect(lookup(root, "model.a/b.1")).toMatchObject({
      at: { line: 3, column: 5, pointer: "/model/a~1b/1" },
    });
  });

  test("are those of the whole file when the YAML starts further down", () => {
    const document = parseYaml("a: 1\nb: [", "README.md", CAPS, { lines: 1 });
    expect(document.problems[0]).toMatchObject({ at: { path: "README.md", line: 3 } });
  });

  test("the text at each scalar's place is the scalar as written", () => {
    const word = fc.string({
      unit: fc.constantFrom("a", "b", "é", "😀", " ", ":", "#", "'", "-"),
      minLength: 1,
    });
    const leaf = fc.oneof(
      word,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    );
    const tree = fc.letrec((tie) => ({
      node: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("node")), fc.dictionary(word, tie("node"))),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        const text = stringify(value, {
          lineWidth: 0,
          defaultStringType: "QUOTE_DOUBLE",
          defaultKeyType: "PLAIN",
        });
        const { root, problems } = read(text);
        expect(problems).toEqual([]);
        for (const scalar of scalarsOf(root!)) {
          const written = typeof scalar.value === "string" ? JSON.stringify(scalar.raw) : scalar.raw;
          expect(text.slice(offsetOf(text, scalar.at)).startsWith(written)).toBe(true);
        }
      }),
    );
  });
});

describe("what is wrong", () => {
  test.each([
    ["a: [1", "invalid-yaml", 1],
    ["a: 1\n\tb: 2", "invalid-yaml", 2],
    ["a: b: c", "invalid-yaml", 1],
    ["a: 'x", "invalid-yaml", 1],
    ["a: *nowhere", "invalid-yaml", 1],
    ["a: @x", "invalid-yaml", 1],
    ["a: 1\n---\nb: 2", "several-documents", 2],
    ["# a comment", "empty", 1],
    ["a: &a [*a]", "alias-bomb", 1],
  ])("%j has no root: %s on line %i", (text, code, line) => {
    const document = read(text);
    expect(document.root).toBeNull();
    expect(document.problems[0]).toMatchObject({ code, at: { line } });
    expect(document.problems[0]?.fix).not.toBe("");
  });

  test.each([
    ["a: 1\nb: 2\na: 3", "duplicate-key", 3, { a: 1, b: 2 }],
    ["a: &x {b: 1}\nc: {<<: *x}", "merge-key", 2, { a: { b: 1 }, c: {} }],
    ["a: !!python/object:os.system x", "unknown-tag", 1, { a: "x" }],
    ["a: !!binary aGk=", "unknown-tag", 1, { a: "aGk=" }],
    ["a: !mine {b: 1}", "unknown-tag", 1, { a: { b: 1 } }],
    ["? [1]\n: 2\nb: 1", "invalid-yaml", 1, { b: 1 }],
  ])("%j is read all the same, with %s on line %i", (text, code, line, value) => {
    const document = read(text);
    expect(document.problems).toMatchObject([{ code, at: { line } }]);
    expect(JSON.parse(JSON.stringify(plain(document.root!)))).toEqual(value);
  });

  test("no more than fifty problems of one document are told", () => {
    expect(codes(Array.from({ length: 500 }, () => "a: 1").join("\n"))).toHaveLength(50);
  });
});

describe("hostile documents", () => {
  const bomb = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}]`);
  const chain = Array.from({ length: 150 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}]`);
  const block = Array.from({ length: 10_000 }, (_, i) => `${" ".repeat(Math.min(i, 300))}a:`);

  test.each([
    ["an alias bomb", `l0: &l0 [x]\n${bomb.join("\n")}`, "alias-bomb"],
    ["nesting through aliases", `l0: &l0 [x]\n${chain.join("\n")}`, "too-deep"],
    ["10,000 flow lists", "[".repeat(10_000), "too-deep"],
    ["10,000 flow maps", "{a: ".repeat(10_000), "too-deep"],
    ["10,000 lists on one line", "- ".repeat(10_000), "too-deep"],
    ["10,000 levels of keys", block.join("\n"), "too-deep"],
    ["10,000 explicit keys", "? ".repeat(10_000), "too-deep"],
    ["2,000,000 stray brackets", "]".repeat(2_000_000), "invalid-yaml"],
    ["a million comments", "# c\n".repeat(1_000_000), "over-cap"],
    ["a million directives", "%a\n".repeat(1_000_000), "over-cap"],
    ["a million anchors", "&a ".repeat(1_000_000), "over-cap"],
    ["a million tags", "! ".repeat(1_000_000), "over-cap"],
    ["300,000 keys", Array.from({ length: 300_000 }, (_, i) => `k${i}: 1`).join("\n"), "over-cap"],
    ["1,000,000 empty documents", "---\n".repeat(1_000_000), "several-documents"],
  ])("%s", (_, text, code) => {
    const document = read(text);
    expect(document.root).toBeNull();
    expect(document.problems.map((problem) => problem.code)).toEqual([code]);
  });

  test("values over the cap, with every use of an alias counted", () => {
    const caps = { ...CAPS, documentValues: 20 };
    expect(codes(`[${"1,".repeat(19)}]`, caps)).toEqual([]);
    expect(codes(`[${"1,".repeat(20)}]`, caps)).toEqual(["over-cap"]);
    expect(codes("a: &x [1, 2, 3, 4]\nb: [*x, *x]", caps)).toEqual([]);
    expect(codes("a: &x [1, 2, 3, 4]\nb: [*x, *x, *x]", caps)).toEqual(["alias-bomb"]);
  });

  test.each([
    ["a value", 'a: &x "12345678"', "*x", 8],
    ["a key", "a: &x {1234567: 8}", "*x", 8],
    ["keys that are aliases", "&x 12345678: 1", "{*x : 1}", 9],
  ])("text over the cap, with every use of an alias counted: %s", (_, start, use, length) => {
    const caps = { ...CAPS, documentBytes: 3 * length };
    expect(codes(`${start}\nb: [${use}, ${use}, ${use}]`, caps)).toEqual([]);
    expect(codes(`${start}\nb: [${use}, ${use}, ${use}, ${use}]`, caps)).toEqual(["alias-bomb"]);
  });

  test("the deepest nesting allowed is read", () => {
    const caps = { ...CAPS, documentDepth: 5 };
    expect(codes(`${"[".repeat(5)}${"]".repeat(5)}`, caps)).toEqual([]);
    expect(codes(`${"[".repeat(6)}${"]".repeat(6)}`, caps)).toEqual(["too-deep"]);
  });

  test("any text ends in a root or a problem", () => {
    const parts = fc.constantFrom(
      "a",
      ": ",
      "- ",
      "\n",
      "  ",
      "[",
      "]",
      "{",
      "}",
      "&a ",
      "*a",
      "'",
      '"',
      "|\n",
      "!",
      "?",
      "#",
      "\t",
      "---\n",
      "<<",
      ",",
      "%",
      "@",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
        const { root, problems } = read(pieces.join(""));
        expect(root !== null || problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("YAML of tools", () => {
  const tool = (text: string, caps: Caps = CAPS) => parseToolYaml(text, "tool.yaml", caps);
  const value = (text: string) => JSON.parse(JSON.stringify(plain(tool(text).root!)));

  test.each([
    ["a: 1", { a: 1 }],
    ["---\na: 1\n---\n# nothing\n---\n", { a: 1 }],
    ["a: 1\n---\nb: 2\n...\n---\n- c", [{ a: 1 }, { b: 2 }, ["c"]]],
    [
      "a: &x 1\nb: *x\n---\na: &x 2\nb: *x",
      [
        { a: 1, b: 1 },
        { a: 2, b: 2 },
      ],
    ],
    ["a: !Ref b", { a: { "!Ref": "b" } }],
    ["a: !Sub [x, {y: !GetAtt z.w}]", { a: { "!Sub": ["x", { y: { "!GetAtt": "z.w" } }] } }],
    ["a: !!python/object:os.system x", { a: { "tag:yaml.org,2002:python/object:os.system": "x" } }],
    ["a: &x {b: 1, c: 2}\nd: {<<: *x, b: 3}", { a: { b: 1, c: 2 }, d: { b: 3, c: 2 } }],
    [
      "a: &x {b: 1}\nc: &y {b: 2, d: 4}\ne: {<<: [*x, *y]}",
      { a: { b: 1 }, c: { b: 2, d: 4 }, e: { b: 1, d: 4 } },
    ],
  ])("%j", (text, expected) => {
    expect(value(text)).toEqual(expected);
    expect(tool(text).problems).toEqual([]);
  });

  test("an anchor of one document is not known in the next", () => {
    expect(tool("a: &x 1\n---\nb: *x").problems).toMatchObject([{ code: "invalid-yaml", at: { line: 3 } }]);
  });

  test("places are those of the file, by the document's number", () => {
    const { root } = tool("a: 1\n---\nb: !Ref c");
    const second = root?.kind === "list" ? root.items[1] : null;
    const entry = second?.kind === "map" ? second.entries.get("b") : null;
    expect(entry?.value.at).toMatchObject({ line: 3, pointer: "/1/b" });
  });

  test.each([
    ["1,000,000 empty documents", "---\n".repeat(1_000_000), "over-cap"],
    ["too many values in all", `${"[1, 1, 1]\n---\n".repeat(9)}a`, "over-cap"],
    ["tags within tags", `a: ${"!x [".repeat(200)}`, "too-deep"],
    [
      "a merge bomb",
      `l0: &l0 {a: 1}\n${Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} {<<: [${`*l${i}, `.repeat(9)}]}`).join("\n")}`,
      "alias-bomb",
    ],
  ])("%s", (_, text, code) => {
    const caps = { ...CAPS, documentValues: text.startsWith("[1") ? 30 : CAPS.documentValues };
    expect(tool(text, caps)).toMatchObject({ root: null, problems: [{ code }] });
  });
});
