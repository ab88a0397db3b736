import { describe, expect, it } from "vitest";
import type { Case } from "../../src/case/case.ts";
import { pairDossiers } from "../../src/case/pair.ts";
import { dossiersIn } from "../support/dossier.ts";
import { memoryTree } from "../support/memory-tree.ts";

/** Folder to model id. */
type Models = Readonly<Record<string, string>>;

async function dossiers(models: Models) {
  const cards = Object.entries(models).map(([folder, id]) => [
    `${folder}/model-card.yaml`,
    `model: { id: ${id} }\n`,
  ]);
  return dossiersIn(memoryTree(Object.fromEntries(cards)));
}

const folderOf = (side: Case["after"]) => side?.card.folder ?? null;

async function paired(before: Models, after: Models) {
  const cases = pairDossiers(await dossiers(before), await dossiers(after));
  return cases.map((one) => [one.id, folderOf(one.before), folderOf(one.after)]);
}

describe("pairDossiers", () => {
  it.each<[string, Models, Models, (string | null)[][]]>([
    ["a model that stays", { a: "m" }, { a: "m" }, [["m", "a", "a"]]],
    ["a model that is new", {}, { a: "m" }, [["m", null, "a"]]],
    ["a model that is gone", { a: "m" }, {}, [["m", "a", null]]],
    ["a model that moved", { a: "m" }, { b: "m" }, [["m", "a", "b"]]],
    [
      "a model with another id is another model, held against the one in whose place it stands",
      { a: "m" },
      { a: "n" },
      [
        ["n", "a", "a"],
        ["m", "a", null],
      ],
    ],
    [
      "an id that is left on another card takes no comparison away",
      { a: "m" },
      { a: "n", b: "m" },
      [
        ["n", "a", "a"],
        ["m", "a", "b"],
      ],
    ],
    [
      "a model that moved to another's place is itself",
      { a: "m", b: "n" },
      { b: "m" },
      [
        ["m", "a", "b"],
        ["n", "b", null],
      ],
    ],
    [
      "twins are paired by path",
      { a: "m", b: "m" },
      { b: "m", c: "m" },
      [
        ["m", "b", "b"],
        ["m", null, "c"],
      ],
    ],
    [
      "the order is that of the paths",
      { z: "m" },
      { b: "n", a: "o" },
      [
        ["o", null, "a"],
        ["n", null, "b"],
        ["m", "z", null],
      ],
    ],
  ])("%s", async (_, before, after, expected) => {
    expect(await paired(before, after)).toEqual(expected);
  });

  it("names the twins of each", async () => {
    const [a, b, c] = pairDossiers([], await dossiers({ a: "m", b: "m", c: "n" }));
    expect([a?.twins, b?.twins, c?.twins]).toEqual([["b/model-card.yaml"], ["a/model-card.yaml"], []]);
  });

  it("names ten twins at most, so that many cards of one id stay linear", async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`m${index}`, "same"]));
    const cases = pairDossiers([], await dossiers(many));
    for (const { twins, after } of cases) {
      expect(twins).toHaveLength(10);
      expect(twins).not.toContain(after?.card.path);
    }
  });
});
