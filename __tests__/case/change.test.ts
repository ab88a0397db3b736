import { describe, expect, it } from "vitest";
import { changeOf } from "../../src/case/change.ts";
import { pairDossiers } from "../../src/case/pair.ts";
import { cardText, dossiersIn, type Files } from "../support/dossier.ts";
import { memoryTree } from "../support/memory-tree.ts";

const ROWS = "y_true,y_score\n1,0.9\n";
const CARD = cardText({
  model: { id: "m", task: "binary-classification", artifacts: [{ path: "model.bin" }] },
  evidence: [
    { kind: "predictions", path: "p/*.csv", split: "test" },
    { kind: "threat-model", path: "threats.md" },
  ],
  data: [{ split: "train", path: "../shared/train.csv" }],
});
const BASE: Files = {
  "m/model-card.yaml": CARD,
  "m/p/1.csv": ROWS,
  "m/model.bin": "weights",
  "m/threats.md": "none",
  "shared/train.csv": ROWS,
  "m/notes.txt": "nobody names this",
};

async function change(base: Files, head: Files) {
  const [before, after] = [memoryTree(base), memoryTree(head)];
  const [one] = pairDossiers(await dossiersIn(before), await dossiersIn(after));
  return one && changeOf(one, before, after);
}

const without = (path: string) => Object.fromEntries(Object.entries(BASE).filter(([name]) => name !== path));

describe("changeOf", () => {
  it.each<[string, Files, string]>([
    ["nothing", BASE, "unchanged"],
    ["a file that the card does not name", { ...BASE, "m/notes.txt": "other" }, "unchanged"],
    ["the card, by a space", { ...BASE, "m/model-card.yaml": `${CARD} ` }, "changed"],
    ["a table", { ...BASE, "m/p/1.csv": `${ROWS}0,0.1\n` }, "changed"],
    ["one more shard", { ...BASE, "m/p/2.csv": ROWS }, "changed"],
    ["a shard less", without("m/p/1.csv"), "changed"],
    ["an artifact", { ...BASE, "m/model.bin": "other weights" }, "changed"],
    ["a named document", { ...BASE, "m/threats.md": "some" }, "changed"],
    ["data outside the folder", { ...BASE, "shared/train.csv": `${ROWS}0,0.1\n` }, "changed"],
    ["the artifact, taken away", without("m/model.bin"), "changed"],
  ])("%s", async (_, head, expected) => {
    expect(await change(BASE, head)).toBe(expected);
  });

  it("tells of a model that is new or gone", async () => {
    expect(await change({}, BASE)).toBe("added");
    expect(await change(BASE, {})).toBe("removed");
  });

  it("a move changes the card's path, and so the model", async () => {
    const moved = Object.fromEntries(
      Object.entries(BASE).map(([path, text]) => [path.replace("m/", "n/"), text]),
    );
    expect(await change(BASE, moved)).toBe("changed");
  });
});
