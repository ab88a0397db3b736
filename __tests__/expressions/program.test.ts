import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPRESSION_CAPS } from "../../src/expressions/caps.ts";
import { compile, type Evaluation } from "../../src/expressions/program.ts";
import {
  BOOL,
  DOUBLE,
  type Fields,
  INT,
  listOf,
  mapOf,
  record,
  STRING,
  TIMESTAMP,
  wordOf,
} from "../../src/expressions/type.ts";
import { asInput, type Given, TooLarge } from "../../src/expressions/value.ts";

const field = (type: Fields[string]["type"]) => ({ type, says: "made for a test" });
const ITEM = record("item", { name: field(STRING), score: field(DOUBLE), rows: field(INT) });
const VIEW: Fields = {
  card: field(record("card", { name: field(STRING), day: field(TIMESTAMP), tags: field(listOf(STRING)) })),
  items: field(listOf(ITEM)),
  words: field(mapOf(STRING)),
  size_of: field(wordOf("size", ["small", "large"])),
  sizes: field(listOf(wordOf("size", ["small", "large"]))),
  as_of: field(TIMESTAMP),
};
const DAY = new Date("2026-01-31T00:00:00Z");
const GIVEN = {
  card: { name: "pumps", day: DAY, tags: ["a", "b"] },
  items: [
    { name: "x", score: 0.9, rows: 10n },
    { name: "y", score: 0.5 },
  ],
  words: { sex: "female" },
  size_of: "small",
  sizes: ["small"],
  as_of: new Date("2026-02-01T00:00:00Z"),
} satisfies Record<string, Given>;

function given(values: Readonly<Record<string, Given>>) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asInput(value)]));
}

function run(text: string, values: Readonly<Record<string, Given>> = GIVEN): Evaluation {
  const compiled = compile(text, VIEW, [BOOL]);
  if (compiled.kind === "wrong") throw new Error(compiled.problems[0]?.says);
  return compiled.program.run(given(values));
}

describe("an expression that is right", () => {
  it.each<[string, boolean]>([
    ['card.name == "pumps" && card.name != "valves"', true],
    ["items.exists(i, i.score > 0.8)", true],
    ["items.all(i, i.score > 0.8)", false],
    ["items.exists_one(i, i.score > 0.8)", true],
    ["items.filter(i, has(i.rows)).size() == 1", true],
    ["items.map(i, i.score > 0.6, i.name) .size() == 1", true],
    ["size(items.map(i, i.score * 2.0)) == 2", true],
    ["items[0].rows >= 9.5", true],
    ['size_of == "small" && "large" != size_of && size_of in ["large", "small"]', true],
    ['"small" in sizes && sizes[0] == "small" && sizes.all(s, s == size_of)', true],
    // Beside other text it is any text.
    ['(card.name == "pumps" ? card.name : size_of) != "tiny"', true],
    ['"tiny" in [size_of, card.name] || size_of + "er" == "smaller"', true],
    ['"a" in card.tags && !("c" in card.tags)', true],
    ['"sex" in words && words["sex"] == "female" && words.sex == "female"', true],
    ['has(words.age) || words.exists(k, k == "sex")', true],
    ['as_of - card.day == duration("24h")', true],
    ['card.day + duration("25h") > as_of', true],
    ['card.day < timestamp("2026-02-01T00:00:00Z") && card.day.getFullYear() == 2026', true],
    ['card.name.matches("^p.*s$") && card.name.startsWith("p") && card.name.contains("ump")', true],
    ['card.name.matches("(p+)+$")', false],
    ["(items.size() > 1 ? 1 : 2) == 1", true],
    ['string(items[0].rows) + "!" == "10!"', true],
    ["items[9].score > 1.0 || true", true],
    ["-items[0].rows == -10 && 7 % 4 == 3 && !false", true],
    ["card.name == 'it\\'s' || card.name == r'pumps' // words", true],
  ])("%s", (text, value) => {
    expect(run(text)).toEqual({ kind: "value", value });
  });
});

describe("what an expression looks at and is not there", () => {
  it.each([
    ["items.all(i, i.rows > 1)", "i.rows"],
    ["items[1].rows > 1", "items.rows"],
    ["items[2].score > 1.0", "items[2]"],
    ['words["age"] == "x"', 'words["age"]'],
    ['words.age == "x"', "words.age"],
  ])("%s", (text, path) => {
    expect(run(text)).toEqual({ kind: "missing", path });
  });

  it("fails with the reason when CEL has no answer", () => {
    expect(run("1 / (items.size() - 2) > 0")).toMatchObject({ kind: "failed", says: /divi/ });
    expect(run("timestamp(card.name) > as_of")).toMatchObject({ kind: "failed" });
  });
});

describe("an expression that is wrong", () => {
  it.each<[string, number, string]>([
    ["", 0, "there is no expression"],
    ["card.nme == 'x'", 5, "no field `nme`"],
    ["has(card.nme)", 9, "no field `nme`"],
    ["crd.name == 'x'", 0, "no `crd`"],
    ["items.all(i, j.score > 0.1)", 13, "no `j`"],
    ["items.all(i, i.scor > 0.1)", 15, "no field `scor`"],
    ["items.score > 0.5", 6, "a list of item has no fields"],
    ["card.name.toString == 'x'", 10, "a string has no fields"],
    ["card.constructor == 'x'", 5, "no field `constructor`"],
    ["card.name + 1 == 'x'", 10, "`+` does not take string and int"],
    ["items[0].score * 2 > 1.0", 15, "`*` does not take double and int"],
    ["card == card", 5, "does not take card and card"],
    ["items == items", 6, "does not take"],
    ["card.tags + card.tags == card.tags", 10, "`+` does not take"],
    ["card.name", 0, "it gives string"],
    ["!card.name", 0, "`!` does not take string"],
    ["card.name == null", 13, "nothing is ever null"],
    ["1u == 1u", 0, "no such value"],
    ["{'a': 1} == {'a': 1}", 0, "maps and messages"],
    ["items.exists(1, true)", 5, "needs a name"],
    ["has(card)", 0, "asks for a field"],
    ["items.filter(i, i.name).size() > 1", 17, "`filter` asks a string"],
    ["card.name.all(c, true)", 9, "has no items"],
    ['size_of == "tiny"', 11, '"tiny" is no size'],
    ['"tiny" != size_of', 0, '"tiny" is no size'],
    ['size_of in ["small", "tiny"]', 21, '"tiny" is no size'],
    ['"tiny" in sizes', 0, '"tiny" is no size'],
    ['sizes.exists(s, s == "tiny")', 21, '"tiny" is no size'],
    ['sizes[0] == "tiny"', 12, '"tiny" is no size'],
    ['size_of >= "small"', 8, "compared by their letters"],
    ["[1, 'a'].size() == 2", 4, "the list is of int"],
    ["(true ? 1 : 'a') == 1", 1, "the other string"],
    ["siz(items) > 1", 0, "no function `siz`"],
    ["card.name.constructor('x')", 10, "no function `constructor`"],
    ["card.name.matchs('x')", 10, "no function `matchs`"],
    ["(card.name == 'x'", 0, "`(` is not closed"],
    ["card.name == 'x')", 16, "closes nothing"],
    ["card.name == 'x", 13, "not closed"],
    ["card.name = 'x'", 10, "no CEL"],
    ["card.name.matches(card.name)", 22, "not put together"],
    ["card.name.matches('(?=p)')", 18, "cannot be used"],
    ["card.name.matches('(p)\\\\1')", 18, "cannot be used"],
    ["card.name.matches('(p{1000}){1000}')", 18, "cannot be used"],
    [`card.name.matches('${"p".repeat(EXPRESSION_CAPS.pattern + 1)}')`, 18, "longer than"],
    ["items.all(a, items.all(b, items.all(c, items.all(d, true))))", 44, "loops stand more than 3 deep"],
    [`${"(".repeat(31)}true${")".repeat(31)}`, 30, "brackets are open"],
    [`true${" ".repeat(EXPRESSION_CAPS.text)}`, 0, "longer than"],
  ])("%s", (text, offset, says) => {
    const compiled = compile(text, VIEW, [BOOL]);
    if (compiled.kind === "program") throw new Error("it compiles");
    expect(compiled.problems[0]?.says).toContain(says);
    if (offset > 0) expect(compiled.problems[0]?.offset).toBe(offset);
  });

  it("tells of several places at once, with the names that there are", () => {
    const compiled = compile("card.nme == 'x' && itms.size() > 1", VIEW, [BOOL]);
    expect(compiled.kind === "wrong" && compiled.problems.map(({ unknown }) => unknown)).toEqual([
      { name: "nme", among: ["name", "day", "tags"] },
      { name: "itms", among: Object.keys(VIEW) },
    ]);
  });
});

describe("cost", () => {
  const many = (count: number) => ({
    ...GIVEN,
    items: Array.from({ length: count }, (_, index) => ({ name: `n${index}`, score: 1, rows: 1n })),
  });

  it("lets a loop over all items that may be given come to its end", () => {
    const gathered = "items.filter(i, i.score > 0.5).map(i, i.name).all(n, n != '')";
    expect(run(gathered, many(EXPRESSION_CAPS.items))).toEqual({ kind: "value", value: true });
    expect(run("items.map(i, items.map(j, j.rows).size()).all(n, n == 20)", many(20))).toMatchObject({
      value: true,
    });
    expect(run("items.all(i, i.score > 0.5)", many(EXPRESSION_CAPS.items))).toEqual({
      kind: "value",
      value: true,
    });
  });

  it("stops loops in loops, whatever stands beside them", () => {
    const loops = "items.all(a, items.all(b, items.all(c, a.rows + b.rows + c.rows > 0)))";
    expect(run(loops, many(20))).toEqual({ kind: "value", value: true });
    expect(run(loops, many(400))).toEqual({ kind: "too-costly" });
    expect(run(`${loops} || true`, many(400))).toEqual({ kind: "too-costly" });
    expect(run(loops, many(20))).toEqual({ kind: "value", value: true });
  });

  it("stops texts that grow, and patterns on long texts", () => {
    const long = { ...GIVEN, card: { name: "p".repeat(EXPRESSION_CAPS.string) } };
    expect(run("(card.name + card.name).size() > 1", long)).toEqual({ kind: "too-costly" });
    expect(run(`[card.name]${".map(a, a + a)".repeat(30)}.size() > 1`)).toEqual({ kind: "too-costly" });
    const pattern = `(p?){20}${"p*".repeat(20)}$`;
    expect(run(`card.name.matches('${pattern}')`, long)).toEqual({ kind: "too-costly" });
  });

  it("refuses lists and texts that are too large to look at", () => {
    expect(() => given(many(EXPRESSION_CAPS.items + 1))).toThrow(TooLarge);
    expect(() => asInput("p".repeat(EXPRESSION_CAPS.string + 1))).toThrow(TooLarge);
  });
});

describe("any text", () => {
  const VALID = [
    "items.all(i, has(i.rows) && i.rows > 10) || card.name.matches('^a+$')",
    "items.map(i, i.score > 0.5, i.name).exists(n, n in card.tags)",
    "as_of - card.day < duration('24h') ? words['sex'] == 'x' : !(1.5 < 2.5)",
  ];
  const TOKENS = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ".",
    ",",
    "'",
    '"',
    "\\",
    "?",
    ":",
    "!",
    "-",
    "&&",
    "||",
    "in",
    "a",
    "1",
    "1.5",
    "0x",
    "items",
    ".all(x,",
    "has(",
    "//",
    "\n",
    "\u0000",
    "😀",
    "null",
    "r'",
    "size(",
  ];
  const mutated = fc
    .tuple(
      fc.constantFrom(...VALID),
      fc.array(fc.tuple(fc.nat(80), fc.nat(6), fc.constantFrom(...TOKENS)), { maxLength: 6 }),
    )
    .map(([text, changes]) =>
      changes.reduce((now, [at, cut, token]) => `${now.slice(0, at)}${token}${now.slice(at + cut)}`, text),
    );

  it("is compiled or refused, and what is compiled gives a result", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          mutated,
          fc.array(fc.constantFrom(...TOKENS), { maxLength: 60 }).map((all) => all.join("")),
          fc.string({ maxLength: 200 }),
        ),
        (text) => {
          const compiled = compile(text, VIEW, [BOOL]);
          if (compiled.kind === "program") {
            expect(["value", "missing", "failed", "too-costly"]).toContain(
              compiled.program.run(given(GIVEN)).kind,
            );
          } else {
            expect(compiled.problems.length).toBeGreaterThan(0);
            for (const { offset } of compiled.problems) {
              expect(offset).toBeGreaterThanOrEqual(0);
              expect(offset).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
      { numRuns: 1_500, seed: 7 },
    );
  });
});
