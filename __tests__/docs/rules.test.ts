import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/catalogue.ts";
import { pageOf, pages } from "../../tools/docs/pages.ts";
import { inRoot } from "../../tools/docs/root.ts";
import { textOf } from "./pages.ts";

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
});

it("no two rules share an id", () => {
  expect(new Set(ids).size).toBe(ids.length);
});
