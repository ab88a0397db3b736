import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/catalogue.ts";
import { readControls } from "../../tools/docs/controls.ts";

describe("the control catalogue", async () => {
  const controls = await readControls();
  const used = new Set(RULES.flatMap((rule) => rule.controls));

  it.each(RULES.map((rule) => [rule.id, rule.controls] as const))("has every control of %s", (_, ids) => {
    expect(ids.filter((id) => !controls.has(id))).toEqual([]);
  });

  it.each([...controls.keys()])("holds %s because a rule uses it", (id) => {
    expect(used).toContain(id);
  });

  it("writes every statement as a sentence", () => {
    const loose = [...controls.values()].filter(({ statement }) => !/^\p{Lu}.*\.$/u.test(statement));
    expect(loose).toEqual([]);
  });
});
