import { describe, expect, it } from "vitest";
import { cards, judged } from "../../tools/docs/first-steps.ts";
import { isBuilt } from "../../tools/docs/sample.ts";

describe("docs/getting-started.md", () => {
  it("finds the program: npm run build", () => {
    expect(isBuilt(), "dist/cli.js is missing: npm run build").toBe(true);
  });

  it("starts with a card whose recall does not reproduce and that names no developer", async () => {
    const printed = await judged(cards().first);
    expect(printed).toContain("APPROVE WITH CONDITIONS  pump-service");
    expect(printed).toContain("recall on test is reported as 0.770 and the predictions give 0.81967");
    expect(printed).toContain('no owner with the role "developer" is named');
    expect(printed).toContain("2 findings");
  });

  it("ends with approve after the two fixes that it shows", async () => {
    const printed = await judged(cards().last);
    expect(printed).toContain("APPROVE  pump-service");
    expect(printed).toContain("no findings · 2 of 2 claims reproduced");
  });
});
