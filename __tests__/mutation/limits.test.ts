import { describe, expect, it } from "vitest";
import { evidenceFixtures } from "../../tools/evidence/fixtures.ts";
import { judge } from "../../tools/mutation/judged.ts";
import { trial } from "../../tools/mutation/trial.ts";

const NONE_LEFT = "nothing of the file is left";
const WHOLE_LEFT = "the rest is a whole file";

function fixture(path: string) {
  const found = evidenceFixtures().find((each) => each.path === path);
  if (!found) throw new Error(`there is no ${path}`);
  return found;
}

describe("what a mutation leaves, and nothing in it can tell", async () => {
  const judged = await judge();
  const outcome = async (path: string, seed: number) => {
    const { passes, honest, failures } = await trial(fixture(path), judged, 1, seed);
    expect(failures).toEqual([]);
    return passes === 0 ? "found" : [...honest.keys()];
  };

  it("is a file of a folder that was cut off in its first line", async () => {
    expect(await outcome("trec-eval/ir-measures/tampered", 1545)).toEqual([NONE_LEFT]);
  });

  it("is a pipeline that was cut off where a stage ends", async () => {
    expect(await outcome("dvc/2.58/incomplete", 188)).toEqual([WHOLE_LEFT]);
  });

  it("is no pipeline that was cut off within a stage", async () => {
    for (const seed of [186, 445, 508, 521, 591])
      expect(await outcome("dvc/2.58/incomplete", seed)).toBe("found");
  });
});

describe("fixtures", () => {
  it("are all mutated, whatever their names", () => {
    const names = evidenceFixtures().map(({ path, outcome }) => `${path} ${outcome}`);
    expect(names).toContain("deepeval/4.3.1/aborted.json other");
    expect(names).toContain("ragas/0.4.3/printed.txt other");
    expect(names).toContain("trec-eval/9.0/tampered tampered");
  });
});
