import { describe, expect, it } from "vitest";
import { pages, samplePages } from "../../tools/docs/pages.ts";
import { isBuilt } from "../../tools/docs/sample.ts";
import { fill } from "../../tools/docs/section.ts";
import { orphans, stale } from "../../tools/docs/state.ts";

describe("generated pages", async () => {
  const wanted = await pages();

  it("are current: npm run docs", () => {
    expect(stale(wanted)).toEqual([]);
  });

  it("belong to a rule each", () => {
    expect(orphans(wanted)).toEqual([]);
  });

  it("show what the program prints: npm run build && npm run docs", async () => {
    expect(isBuilt(), "dist/cli.js is missing: npm run build").toBe(true);
    expect(stale(await samplePages())).toEqual([]);
  });
});

describe("stale", () => {
  it("names a page that differs and one that is missing", () => {
    const wanted = new Map([
      ["docs/rules/README.md", "another text"],
      ["docs/rules/none/none.md", ""],
    ]);
    expect(stale(wanted)).toEqual(["docs/rules/README.md", "docs/rules/none/none.md"]);
  });
});

describe("fill", () => {
  const page = "before\n<!-- generated: part, by npm run docs -->\nold\n<!-- end of part -->\nafter\n";

  it("replaces what stands between the markers, and again gives the same", () => {
    const once = fill(page, "part", "new");
    expect(once).toBe(
      "before\n<!-- generated: part, by npm run docs -->\n\nnew\n\n<!-- end of part -->\nafter\n",
    );
    expect(fill(once, "part", "new")).toBe(once);
  });

  it.each(["other", "par"])("refuses a page without the markers of %s", (name) => {
    expect(() => fill(page, name, "new")).toThrow("the markers are missing");
  });
});
