import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { blocksOf, PAGES } from "./pages.ts";
import { kindOf, problemsOf } from "./snippet.ts";

const blocks = PAGES.flatMap((path) => blocksOf(path, "yaml"));

describe.each(blocks.map((block) => [`${block.path}:${block.line}`, block] as const))("%s", (_, block) => {
  it("is YAML", () => {
    expect(parseDocument(block.text).errors).toEqual([]);
  });

  it("fits its schema", async () => {
    expect((await problemsOf(block)).map(({ says }) => says)).toEqual([]);
  });
});

it("some of the blocks are cards, some policies, some of their tests, some configurations, some approvals", () => {
  expect(new Set(blocks.map(kindOf))).toEqual(
    new Set(["approvals", "card", "configuration", "policy", "policy-test", "other"]),
  );
});
