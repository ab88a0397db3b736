import { describe, expect, it } from "vitest";
import { readRoles, SINGLE_ROLES } from "../../src/evidence/roles.ts";
import { isPlaceholder } from "../../src/inventory/placeholder.ts";
import { columnsFrom } from "../../src/inventory/record/columns.ts";
import { textOf } from "./pages.ts";

const page = textOf("docs/card.md");

describe("docs/card.md", () => {
  const nothing = columnsFrom({
    kind: "map",
    entries: new Map(),
    at: { path: "", line: 1, column: 1, pointer: "" },
  });
  const recognised = SINGLE_ROLES.filter((role) => page.includes(`\n| \`${role}\` |`)).flatMap((role) =>
    spans(new RegExp(`^\\| \`${role}\` \\|[^|]*\\|(.*)\\|$`, "m")).map((name) => [name, role] as const),
  );

  it("lists names of columns", () => {
    expect(recognised.length).toBeGreaterThan(20);
  });

  it.each(recognised)("is right that a column %s is recognised as %s", (name, role) => {
    expect(readRoles(nothing, [name]).roles[role]).toBe(name);
    expect(readRoles(nothing, [name.toUpperCase()]).roles[role]).toBe(name.toUpperCase());
  });

  it.each(["prob_", "proba_", "probability_", "p_", "prob_class_"])("is right about %sCLASS", (prefix) => {
    expect(readRoles(nothing, [`${prefix}cat`]).roles.scores).toEqual(new Map([["cat", `${prefix}cat`]]));
  });

  it.each(spans(/## Placeholders\n([\s\S]*?) A\nsentence/))("is right that %s is a placeholder", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it("is right that none is an answer", () => {
    expect(isPlaceholder("none")).toBe(false);
  });
});

/** What stands between backticks in the part of the page that a pattern finds. */
function spans(part: RegExp): string[] {
  const found = part.exec(page)?.[1];
  if (found === undefined) throw new Error(`docs/card.md has no ${part}`);
  return [...found.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
}
