import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAPS } from "../../src/workspace/caps.ts";
import { expandGlob } from "../../src/workspace/glob.ts";
import { sortedByCodePoint } from "../../src/workspace/order.ts";
import type { Tree } from "../../src/workspace/tree.ts";
import { workTree } from "../../src/workspace/work-tree.ts";
import { write } from "../support/repository.ts";
import { scratch } from "./scratch.ts";

const FILES = [
  "model/part-0.csv",
  "model/part-1.csv",
  "model/part-10.csv",
  "model/sub/part-2.csv",
  "model/.hidden.csv",
  "model/report [final].csv",
  "model/(a|b)+.csv",
  "model/!x.csv",
  "other/part-0.csv",
  "part-0.csv",
];

function listed(paths: readonly string[], complete = true): Tree {
  return {
    label: "a list",
    list: async () => ({ paths: sortedByCodePoint(paths), complete }),
    open: async (path) => ({ refused: "not-found", path, says: "", fix: "" }),
    blobId: async () => null,
  };
}

describe("expandGlob", () => {
  it.each([
    ["model/part-*.csv", ["model/part-0.csv", "model/part-1.csv", "model/part-10.csv"]],
    ["model/part-?.csv", ["model/part-0.csv", "model/part-1.csv"]],
    ["model/part-[1-9].csv", ["model/part-1.csv"]],
    ["model/part-[!1].csv", ["model/part-0.csv"]],
    ["model/part-{0,10}.csv", ["model/part-0.csv", "model/part-10.csv"]],
    [
      "model/**/part-*.csv",
      ["model/part-0.csv", "model/part-1.csv", "model/part-10.csv", "model/sub/part-2.csv"],
    ],
    ["**/part-0.csv", ["model/part-0.csv", "other/part-0.csv", "part-0.csv"]],
    ["./model/../other/*.csv", ["other/part-0.csv"]],
    ["model/report [final].csv", ["model/report [final].csv"]],
    ["model/(a|b)*.csv", ["model/(a|b)+.csv"]],
    ["model/!x.*", ["model/!x.csv"]],
    ["model/.hid*", ["model/.hidden.csv"]],
    ["nothing/*.csv", []],
    ["plain/anything.csv", ["plain/anything.csv"]],
    ["a+(b).csv", ["a+(b).csv"]],
  ])("%s", async (pattern, paths) => {
    expect(await expandGlob(listed(FILES), pattern, CAPS)).toEqual({ paths, complete: true });
  });

  it.each([
    ["../*.csv", "outside-tree"],
    ["/etc/*", "outside-tree"],
    [".git/*", "outside-tree"],
    ["a\\*.csv", "not-found"],
    ["*a*a*a*b", "over-cap"],
    ["**/a/**/b", "over-cap"],
    ["{a,{b,c},{d,e}}*", "over-cap"],
    ["{a*,b*}c", "over-cap"],
    [`${"a".repeat(1_001)}*`, "over-cap"],
  ])("%s is refused as %s", async (pattern, code) => {
    expect(await expandGlob(listed(FILES), pattern, CAPS)).toMatchObject({ refused: code });
  });

  it("is cut at the cap, exactly", async () => {
    const tree = listed(["s/1", "s/2", "s/3"]);
    expect(await expandGlob(tree, "s/*", { shards: 3 })).toEqual({
      paths: ["s/1", "s/2", "s/3"],
      complete: true,
    });
    expect(await expandGlob(tree, "s/*", { shards: 2 })).toEqual({ paths: ["s/1", "s/2"], complete: false });
  });

  it("is incomplete when the listing is", async () => {
    expect(await expandGlob(listed(["s/1"], false), "s/*", CAPS)).toEqual({
      paths: ["s/1"],
      complete: false,
    });
  });

  it("does not list for a plain path", async () => {
    const tree: Tree = { ...listed([]), list: () => Promise.reject(new Error("listed")) };
    expect(await expandGlob(tree, "a/b.csv", CAPS)).toEqual({ paths: ["a/b.csv"], complete: true });
  });

  it("takes a name with brackets for itself when the file is there but not listed", async () => {
    const root = scratch();
    write(root, { ".gitignore": "*.csv\n", "a [1].csv": "", "b.csv": "" });
    const tree = await workTree(root, CAPS);
    expect(await expandGlob(tree, "a [1].csv", CAPS)).toEqual({ paths: ["a [1].csv"], complete: true });
  });

  it("gives listed paths only, whatever the pattern", async () => {
    const piece = fc.constantFrom(
      "*",
      "**",
      "?",
      "[",
      "]",
      "{",
      "}",
      ",",
      "(",
      ")",
      "|",
      "+",
      "!",
      "a",
      "m",
      "/",
      "^",
      "$",
      "-",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        const pattern = pieces.join("");
        const expansion = await expandGlob(listed(FILES), pattern, CAPS);
        if ("refused" in expansion || !/[*?[{]/.test(pattern)) return;
        for (const path of expansion.paths) expect(FILES).toContain(path);
      }),
    );
  });
});
