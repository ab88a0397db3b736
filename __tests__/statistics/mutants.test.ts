import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot } from "../../tools/docs/root.ts";
import { MUTANTS } from "../../tools/mutants/catalogue.ts";
import { misplaced, planted } from "../../tools/mutants/plant.ts";

describe("the planted faults", () => {
  it("have their text in their files, once: change the text in tools/mutants with the code", () => {
    expect(misplaced(MUTANTS)).toEqual([]);
  });

  it("are thirty and more, each with words of its own", () => {
    expect(new Set(MUTANTS.map(({ breaks }) => breaks)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
  });

  it("were all found when the table was written: npm run mutants", () => {
    const table = readFileSync(inRoot("tools/mutants/README.md"), "utf8");
    const listed = table
      .split("\n")
      .flatMap((line) => (line.includes("| `") ? [line.split(" | ")[0]!.slice(2)] : []));
    expect(listed).toEqual(MUTANTS.map(({ breaks }) => breaks));
    expect(table).not.toContain("survived");
  });

  it.each(["none", "b"])("cannot be planted where the text is not there once: %s", (text) => {
    const mutant = { file: "a.ts", text, planted: "", breaks: "" };
    expect(() => planted("a b b", mutant)).toThrow("not once");
    expect(planted("a b", { ...mutant, text: "b", planted: "c" })).toBe("a c");
  });
});
