import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/catalogue.ts";
import { pageOf, pages } from "../../tools/docs/pages.ts";
import { inRoot } from "../../tools/docs/root.ts";
import { textOf } from "./pages.ts";
import { kindOf, problemsOf } from "./snippet.ts";

const ids = RULES.map(({ id }) => id);
const wanted = await pages();

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("has a page that is current", () => {
    expect(existsSync(inRoot(pageOf(id))), `${pageOf(id)} is missing: npm run docs`).toBe(true);
    expect(textOf(pageOf(id))).toBe(wanted.get(pageOf(id)));
  });

  it("has a test of its own", () => {
    expect(existsSync(inRoot(`__tests__/rules/${id}.test.ts`)), `write __tests__/rules/${id}.test.ts`).toBe(
      true,
    );
  });

  it("names at least one control", () => {
    expect(rule.controls.length).toBeGreaterThan(0);
  });

  it("stands in a file of its name", () => {
    expect(existsSync(inRoot(`src/rules/${id}.ts`))).toBe(true);
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

it("no two rules share an id", () => {
  expect(new Set(ids).size).toBe(ids.length);
});
