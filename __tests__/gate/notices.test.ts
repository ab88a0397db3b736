import { describe, expect, it } from "vitest";
import { exitCode } from "../../src/main/exit-code.ts";
import type { Tree } from "../../src/workspace/tree.ts";
import { challenged, honest } from "../support/challenged.ts";
import { memoryTree } from "../support/memory-tree.ts";

/** A tree whose listing a cap has cut. */
function cut(tree: Tree): Tree {
  return { ...tree, list: async () => ({ ...(await tree.list()), complete: false }) };
}

const A = memoryTree(honest("a"));

describe("what could not be looked at", () => {
  it.each<[string, Tree, Tree | null]>([
    ["in the head", cut(A), null],
    ["in the base", A, cut(A)],
    ["in a head without a model", cut(memoryTree({})), null],
  ])("holds the run: %s", async (_, head, base) => {
    const answer = await challenged(head, base ? { base } : {});
    expect(answer.report.recommendation).toBe("hold");
    expect(answer.report.notices).toMatchObject([
      { says: expect.stringContaining("were not searched for cards"), blocking: true },
    ]);
    expect(exitCode(answer, false)).toBe(1);
  });

  it("is every card above the cap", async () => {
    const files = {
      ...honest("a"),
      ...honest("b"),
      ...honest("c"),
      "effective-challenge.yaml": "limits: { models: 2 }",
    };
    const { report } = await challenged(files);
    expect(report.models).toHaveLength(2);
    expect(report).toMatchObject({
      recommendation: "hold",
      notices: [{ says: "there are 3 cards, and only the first 2 were judged", blocking: true }],
    });
  });

  it("is nothing where there is nothing", async () => {
    const answer = await challenged({ "notes.txt": "" });
    expect(answer.report).toMatchObject({ models: [], notices: [], recommendation: null });
    expect(exitCode(answer, false)).toBe(3);
  });
});
