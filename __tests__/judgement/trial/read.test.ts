import { describe, expect, it } from "vitest";
import { trialProblems, trialReading, trialsIn } from "../../support/trials.ts";

const CARD = "{ model: { id: pumps } }";
const tests = (...lines: readonly string[]) =>
  `as_of: 2026-11-23\ntests:\n${lines.map((line) => `  - ${line}\n`).join("")}`;
const one = (rest: string) => tests(`{ name: a, ${rest} }`);
const EXPECT = "expect: { tier: low }";

describe("a file of policy tests", () => {
  it("has tests in order, each with what it starts from", async () => {
    const trials = await trialsIn(
      `
as_of: 2026-11-23
cards:
  base: { model: { id: pumps, version: 1.0.0 }, limitations: [none] }
  staged: { extends: base, model: { lifecycle: staging, version: ~ } }
facts:
  some: { removed: true, before: { extends: staged } }
tests:
  - { name: first, card: { extends: staged, model: { name: Pumps } }, facts: { extends: some, same_id: [x.yaml] }, tier: high, stage: retired, as_of: 2026-01-01, ${EXPECT} }
  - { name: second, card: card.yaml, ${EXPECT} }
`,
      { "governance/card.yaml": "model: { id: valves }\n" },
    );
    const [first, second] = trials;
    expect(trials.map(({ name }) => name)).toEqual(["first", "second"]);
    expect(first).toMatchObject({ tier: "high", stage: "retired", asOf: "2026-01-01", at: { line: 9 } });
    expect(first?.facts).toMatchObject({ removed: true, same_id: ["x.yaml"] });
    expect([...(first?.card.root?.entries.keys() ?? [])]).toEqual(["model", "limitations"]);
    expect(first?.card).toMatchObject({ problems: [], folder: "" });
    expect(first?.before?.problems).toEqual([]);
    expect(second).toMatchObject({ asOf: "2026-11-23", tier: null, stage: null });
    expect(second?.card.path).toBe("governance/card.yaml");
  });

  it("has one test for each combination of `each`", async () => {
    const trials = await trialsIn(
      one(`card: ${CARD}, each: { card.risk.tier: [low, high], stage: [staging, retired] }, ${EXPECT}`),
    );
    expect(trials.map(({ label }) => label)).toEqual([
      "low, staging",
      "high, staging",
      "low, retired",
      "high, retired",
    ]);
    expect(trials.map(({ stage }) => stage)).toEqual(["staging", "staging", "retired", "retired"]);
  });

  it("has cards that are wrong as the gate has them: their problems are for the rules", async () => {
    const [trial] = await trialsIn(one(`card: { modle: { id: pumps } }, ${EXPECT}`));
    expect(trial?.card.problems.map(({ about }) => about)).toContain("/modle");
  });

  it.each<[string, string, RegExp]>([
    [
      "an unknown key",
      one(`card: ${CARD}, expcet: {}`),
      /^3:\d+ `expcet` is not a known key.*; write `expect`/,
    ],
    [
      "an unknown key below",
      one(`card: ${CARD}, expect: { findigns: [] }`),
      /`findigns` is not a known key.*write `findings`/,
    ],
    [
      "an unknown fact",
      one(`card: ${CARD}, facts: { evidence: { a.csv: { row: 3 } } }, ${EXPECT}`),
      /`row`.*write `rows`/,
    ],
    [
      "an unknown rule",
      one(`card: ${CARD}, expect: { fine: [inventory/owner-named] }`),
      /^3:\d+ there is no rule "inventory\/owner-named"; write `inventory\/owners-named`$/,
    ],
    [
      "an unknown rule of a finding",
      one(`card: ${CARD}, expect: { findings: [{ rule: x }] }`),
      /there is no rule "x"; use the id/,
    ],
    ["an unknown tier", one(`card: ${CARD}, tier: hihg, ${EXPECT}`), /write `high`/],
    [
      "an unknown card",
      `cards: { pumps: ${CARD} }\n${one(`card: { extends: pump }, ${EXPECT}`)}`,
      /^4:\d+ `cards` has no "pump"; write `pumps`$/,
    ],
    [
      "unknown facts",
      one(`card: ${CARD}, facts: { extends: pump }, ${EXPECT}`),
      /^3:\d+ `facts` has no "pump"; add it to `facts`$/,
    ],
    [
      "cards in a circle",
      `cards: { a: { extends: b }, b: { extends: a } }\n${one(`card: { extends: a }, ${EXPECT}`)}`,
      /it extends itself: a → b → a; leave this `extends` out$/,
    ],
    ["no date", `tests: [{ name: a, card: ${CARD}, ${EXPECT} }]`, /`as_of` is missing/],
    ["no test", "as_of: 2026-11-23\ntests: []\n", /`tests`/],
    ["no card", one(EXPECT), /^3:5 the test has no card; add `card:/],
    ["a card that is not there", one(`card: none.yaml, ${EXPECT}`), /^3:\d+ .*none\.yaml/],
    ["a card outside", one(`card: ../../x.yaml, ${EXPECT}`), /^3:\d+ .*outside/],
    ["a card that is a list", one(`card: list.yaml, ${EXPECT}`), /what stands here for `cards` is no map/],
    [
      "values for what is no map",
      one(`card: card.yaml, each: { card.model.id: [a] }, ${EXPECT}`),
      /`card\.model\.id` leads through something that is no map; name the card under `cards`/,
    ],
    [
      "a duplicate key",
      `${one(`card: ${CARD}, ${EXPECT}`)}as_of: 2026-11-24\n`,
      /^4:1 `as_of` is written twice/,
    ],
    ["nothing", "", /is empty/],
    ["no YAML", "tests: [", /^\d+:\d+ /],
  ])("is refused with %s", async (_, text, expected) => {
    const files = { "governance/card.yaml": "model: { id: x }\n", "governance/list.yaml": "- 1\n" };
    expect((await trialProblems(text, files))[0] ?? "accepted").toMatch(expected);
  });
});

describe("a hostile file of policy tests", () => {
  const many = (count: number) => `[${Array.from({ length: count }, (_, index) => index).join(", ")}]`;
  it.each<[string, string, RegExp]>([
    [
      "too many tests in one",
      one(`card: ${CARD}, each: { card.x-a: ${many(100)}, card.x-b: ${many(100)} }, ${EXPECT}`),
      /more than 5000 tests; give fewer values/,
    ],
    [
      "too many tests in all",
      tests(
        ...Array.from(
          { length: 60 },
          () => `{ name: a, card: ${CARD}, each: { card.x-a: ${many(100)} }, ${EXPECT} }`,
        ),
      ),
      /more than 5000 tests/,
    ],
    [
      "ten thousand levels",
      one(`card: { x-deep: ${"[".repeat(10_000)}${"]".repeat(10_000)} }, ${EXPECT}`),
      /nested|levels|deep/,
    ],
    [
      "aliases of aliases",
      `x-a: &a [1,1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 8 }, (_, index) => `x-${index}: &${"bcdefghi"[index]} [${Array(10).fill(`*${"abcdefgh"[index]}`).join(", ")}]\n`).join("")}${one(`card: ${CARD}, ${EXPECT}`)}`,
      /more than \d+ values|alias/,
    ],
    ["megabytes", `${one(`card: ${CARD}, ${EXPECT}`)}x-much: "${"x".repeat(5_000_000)}"\n`, /bytes/],
    [
      "a chain of a thousand cards",
      `cards:\n  c0: ${CARD}\n${Array.from({ length: 1_000 }, (_, index) => `  c${index + 1}: { extends: c${index} }\n`).join("")}${one(`card: { extends: c1000 }, ${EXPECT}`)}`,
      /it extends more than 50 others in a row/,
    ],
    [
      "a large card in many tests",
      `cards: { large: { x-much: ${many(20_000)} } }\n${one(`card: { extends: large }, each: { card.x-a: ${many(1_000)} }, ${EXPECT}`)}`,
      /the cards of all tests hold more than 2000000 values together/,
    ],
    [
      "a large test in many tests",
      one(`card: { x-much: ${many(20_000)} }, each: { card.x-a: ${many(1_000)} }, ${EXPECT}`),
      /stands for more than 2000000 values/,
    ],
  ])("is refused or read in time: %s", async (_, text, expected) => {
    expect((await trialProblems(text)).join("\n")).toMatch(expected);
  });

  it("has no way to a prototype", async () => {
    const reading = await trialReading(
      `cards: { __proto__: ${CARD} }\n${one(`card: { extends: constructor }, ${EXPECT}`)}`,
    );
    expect(reading).toMatchObject({ kind: "wrong", problems: [{ code: "unknown-name" }] });
  });
});
