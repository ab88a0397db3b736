import { describe, expect, it } from "vitest";
import { capsFrom } from "../../src/workspace/cap-settings.ts";
import { CAPS } from "../../src/workspace/caps.ts";

describe("capsFrom", () => {
  it("keeps every cap that nobody mentions", () => {
    expect(capsFrom({}, "head")).toEqual({ caps: CAPS, refused: [] });
  });

  it("lets both sides lower", () => {
    for (const trust of ["base", "head"] as const) {
      expect(capsFrom({ models: 5 }, trust)).toEqual({ caps: { ...CAPS, models: 5 }, refused: [] });
    }
  });

  it("lets only the base raise", () => {
    const asked = CAPS.models + 1;
    expect(capsFrom({ models: asked }, "base").caps.models).toBe(asked);
    expect(capsFrom({ models: asked, claims: 7 }, "head")).toEqual({
      caps: { ...CAPS, claims: 7 },
      refused: [{ name: "models", asked, limit: CAPS.models }],
    });
  });

  it("holds the head to what the base left", () => {
    const { caps } = capsFrom({ models: 10 }, "base");
    expect(capsFrom({ models: 11 }, "head", caps).refused).toEqual([
      { name: "models", asked: 11, limit: 10 },
    ]);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("never applies %s", (asked) => {
    const { caps, refused } = capsFrom({ shards: asked }, "base");
    expect(caps.shards).toBe(CAPS.shards);
    expect(refused).toHaveLength(1);
  });

  it("ignores names that are no caps", () => {
    const settings = JSON.parse('{ "__proto__": 3, "toString": 1 }');
    expect(capsFrom(settings, "base").caps).toEqual(CAPS);
  });
});
