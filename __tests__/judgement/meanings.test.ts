import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Meanings } from "../../src/judgement/meanings.ts";

function distinct(abouts: readonly string[]): string[] {
  const meanings = new Meanings();
  return abouts.map((about) => meanings.distinct(about));
}

describe("Meanings", () => {
  it.each<[string, string[], string[]]>([
    ["leaves what differs", ["x", "y"], ["x", "y"]],
    ["numbers what is the same", ["x", "x", "x"], ["x", "x|2", "x|3"]],
    ["passes over a number that another has", ["x", "x|2", "x"], ["x", "x|2", "x|3"]],
    ["numbers what looks like a numbered one", ["x", "x", "x|2"], ["x", "x|2", "x|2|2"]],
    ["knows the empty meaning", ["", ""], ["", "|2"]],
    ["knows names that every object has", ["constructor", "__proto__"], ["constructor", "__proto__"]],
  ])("%s", (_, abouts, expected) => {
    expect(distinct(abouts)).toEqual(expected);
  });

  it("gives no meaning twice, and the first of each unchanged unless it was taken", () => {
    const abouts = fc.array(fc.constantFrom("x", "x|2", "x|3", "x|2|2", "y"), { maxLength: 30 });
    fc.assert(
      fc.property(abouts, (given) => {
        const made = distinct(given);
        expect(new Set(made).size).toBe(given.length);
        for (const [index, about] of given.entries()) expect(made[index]?.startsWith(about)).toBe(true);
      }),
    );
  });

  it("numbers a hundred thousand of the same in linear time", () => {
    expect(distinct(Array<string>(100_000).fill("x")).at(-1)).toBe("x|100000");
  });
});
