import { describe, expect, it } from "vitest";
import { EXACT } from "../../tools/coverage/exact.ts";
import { line, page } from "../../tools/coverage/page.ts";
import { table } from "../../tools/docs/table.ts";
import { textOf } from "./pages.ts";

const written = textOf("docs/intervals.md");
const cheap = EXACT.flatMap((study) =>
  study.grids
    .filter(({ title }) => !title.includes("1000"))
    .map((grid) => ({ study, grid, name: `${study.method}, ${grid.title}` })),
);

describe("docs/intervals.md", () => {
  it.each(cheap)("has the exact coverage of $name: npm run coverage", ({ study, grid }) => {
    const row = table([], [line(study, grid.title, grid.coverage())])
      .split("\n")
      .at(-1)!;
    expect(written.split("\n")).toContain(row);
  });

  it("has every line, and the words of today", () => {
    const nothing = { mean: 0, least: { where: "", covered: 0, without: 0 }, without: 0 };
    const words = (text: string) => text.split("\n").map((one) => one.split("|").slice(0, 3).join("|"));
    const wanted = words(page(() => nothing)).filter((one) => !one.startsWith("| --"));
    expect(words(written).filter((one) => !one.startsWith("| --"))).toEqual(wanted);
  });
});

describe("what the page says of an interval", () => {
  const least = (method: string) =>
    cheap.filter(({ study }) => study.method === method).map(({ grid }) => grid.coverage().least.covered);

  it("Clopper and Pearson's never holds the truth less often than 95 %", () => {
    expect(Math.min(...least("Clopper–Pearson"))).toBeGreaterThanOrEqual(0.95);
  });

  it("Wilson's does, and keeps above 83.8 %", () => {
    expect(Math.min(...least("Wilson"))).toBeLessThan(0.95);
    expect(Math.min(...least("Wilson"))).toBeGreaterThan(Math.exp(-0.1765));
  });
});
