import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedControls } from "../../src/main/shipped-controls.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { type Example, passingFiles } from "../../src/rules/example.ts";
import claimsReproduce from "../../src/rules/performance/claims-reproduce.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import { pageOf, pages } from "../../tools/docs/pages.ts";
import { inRoot } from "../../tools/docs/root.ts";
import { madeRule } from "../support/made-rules.ts";
import { textOf } from "./pages.ts";
import { type Holdings, lacksOf } from "./rule-lacks.ts";
import { kindOf, problemsOf } from "./snippet.ts";

const ids = RULES.map(({ id }) => id);
const wanted = await pages();
const { controls } = await shippedControls();
const holdings: Holdings = {
  has: (path) => existsSync(inRoot(path)),
  controls: new Set(controls.map(({ id }) => id)),
};

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("has a page that is current", () => {
    expect(existsSync(inRoot(pageOf(id))), `${pageOf(id)} is missing: npm run docs`).toBe(true);
    expect(textOf(pageOf(id))).toBe(wanted.get(pageOf(id)));
  });

  it("comes with its file, test, page, controls, and an example that fails and passes", async () => {
    expect(await lacksOf(rule, holdings)).toEqual([]);
  });

  it("asks a question and says why", () => {
    expect(rule.question).toMatch(/^\p{Lu}.*\?$/u);
    expect(rule.why).toMatch(/\.$/);
  });

  it("shows how a finding is mended, in lines that fit their schema", async () => {
    const { says, yaml } = rule.remedy;
    const snippet = { path: `src/rules/${id}.ts`, text: yaml.trim() };
    expect(says).toMatch(/^\p{Lu}.*\.$/u);
    expect(snippet.text.split("\n").length).toBeGreaterThanOrEqual(3);
    expect(snippet.text.split("\n").length).toBeLessThanOrEqual(7);
    expect(kindOf(snippet)).not.toBe("other");
    expect((await problemsOf(snippet)).map(({ says }) => says)).toEqual([]);
    expect(textOf(pageOf(id))).toContain(`\n## To fix\n\n${says}`);
    expect(textOf(pageOf(id))).toContain(`\n\`\`\`yaml\n${snippet.text}\n\`\`\`\n`);
  });
});

it("every file that defines a rule has its rule in the catalogue", () => {
  const written = readdirSync(inRoot("src/rules"), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.includes("/") && name.endsWith(".ts"))
    .filter((name) => /^export default defineRule/m.test(textOf(`src/rules/${name}`)));
  expect(written.map((name) => name.slice(0, -".ts".length)).sort()).toEqual([...ids].sort());
});

it("no two rules share an id", () => {
  expect(new Set(ids).size).toBe(ids.length);
});

describe("a new rule", () => {
  const { id } = claimsReproduce;
  const own = [`src/rules/${id}.ts`, `__tests__/rules/${id}.test.ts`, pageOf(id)];
  const without = (path: string): Holdings => ({ ...holdings, has: (one) => one !== path });
  const shown = (example: Partial<Example>): AnyRule => ({
    ...claimsReproduce,
    example: { failing: {}, passing: {}, ...claimsReproduce.example, ...example },
  });
  const refused: readonly [string, AnyRule, Holdings, readonly string[]][] = [
    ...own.map((path): [string, AnyRule, Holdings, readonly string[]] => [
      `without ${path}`,
      claimsReproduce,
      without(path),
      [`${path} is missing`],
    ]),
    ["of no control", { ...claimsReproduce, controls: [] }, holdings, ["it names no control"]],
    [
      "of a control that no one states",
      { ...claimsReproduce, controls: ["PER-01", "PER-99"] },
      holdings,
      ["controls/controls.yaml has no PER-99"],
    ],
    ["without an example", { ...claimsReproduce, example: null }, holdings, ["it has no example"]],
    [
      "whose example is not mended",
      shown({ passing: {} }),
      holdings,
      ["its passing example is not fine", expect.stringContaining("reported as 0.80")],
    ],
    [
      "whose failing example passes",
      shown({ passing: {}, failing: passingFiles(shown({}).example!) }),
      holdings,
      ["its failing example is not found wanting"],
    ],
    [
      "whose examples it has nothing to say of",
      shown({ passing: {}, failing: { "model-card.yaml": "model: { id: a }\n" } }),
      holdings,
      ["its failing example is not found wanting", "its passing example is not fine"],
    ],
    [
      "of an id that nothing is written for",
      madeRule("made/up", { controls: ["PER-01"] }),
      holdings,
      [
        "src/rules/made/up.ts is missing",
        "__tests__/rules/made/up.test.ts is missing",
        "docs/rules/made/up.md is missing",
        "it has no example",
      ],
    ],
  ];

  it.each(refused)("%s is refused", async (_, rule, held, lacks) => {
    expect(await lacksOf(rule, held)).toEqual(lacks);
  });
});
