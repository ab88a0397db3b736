import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderJson } from "../../src/report/renderings/json.ts";
import type { Tree } from "../../src/workspace/tree.ts";
import { broken, challenged, honest, modelsOf } from "../support/challenged.ts";
import type { Files } from "../support/dossier.ts";
import { memoryTree } from "../support/memory-tree.ts";

const MODELS: readonly Files[] = [
  honest("a"),
  broken("b"),
  honest("c", "deep/er/c"),
  honest("d", "d", "modle: 1"),
  honest("a", "twin"),
];
const ALL: Files = Object.assign({}, ...MODELS);
const BASE: Files = { ...honest("a"), ...honest("b"), ...honest("gone") };

const shuffled = (files: Files) =>
  fc.shuffledSubarray(Object.keys(files), { minLength: Object.keys(files).length });

/** The tree, listed in an order of its own. */
function listing(tree: Tree, paths: readonly string[]): Tree {
  return { ...tree, list: async () => ({ paths, complete: true }) };
}

describe("the report", () => {
  it("has the same bytes for the same question", async () => {
    const [one, again] = await Promise.all([
      challenged(ALL, { base: BASE }),
      challenged(ALL, { base: BASE }),
    ]);
    expect(renderJson(again.report)).toBe(renderJson(one.report));
  });

  it("does not hang on the order in which files are met, nor on that of the paths asked for", async () => {
    const expected = renderJson((await challenged(ALL, { base: BASE })).report);
    const scopes = fc.shuffledSubarray(
      [...MODELS.map((_, index) => ["a", "b", "deep", "d", "twin"][index]!), "gone"],
      { minLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(shuffled(ALL), shuffled(BASE), scopes, async (head, base, scope) => {
        const { report } = await challenged(listing(memoryTree(ALL), head), {
          base: listing(memoryTree(BASE), base),
          scope,
        });
        expect(renderJson(report)).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });

  it("says of each model what it says of it alone", async () => {
    const [, ...others] = MODELS;
    const together = await modelsOf(Object.assign({}, ...others));
    for (const files of others) {
      const [alone] = await modelsOf(files);
      expect(together).toContainEqual(alone);
    }
  });

  it("lists the models by the path of their cards", async () => {
    const paths = (await modelsOf(ALL, { base: BASE })).map(({ path }) => path);
    expect(paths).toEqual(paths.toSorted());
    expect(paths).toHaveLength(6);
  });

  it("is not better for a broken model more", async () => {
    const { report } = await challenged({ ...honest("a"), ...broken("b") });
    expect(report.recommendation).toBe("hold");
    expect(report.models.map(({ recommendation }) => recommendation)).toEqual(["approve", "hold"]);
  });
});
