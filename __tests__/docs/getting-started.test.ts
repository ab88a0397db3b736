import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readBaseline } from "../../tools/docs/baseline.ts";
import { cards, judged } from "../../tools/docs/first-steps.ts";
import { isBuilt } from "../../tools/docs/sample.ts";
import { valueAt } from "./written-card.ts";

/** What a team may have written before: its numbers are those of the guide. */
const BODY = `# Pumps that need service within 30 days

## Intended use

Orders the workshop's weekly list of pumps to open up.

## Metrics

On the test split the model reaches a recall of 0.820.

- ROC AUC on test: 0.912

## Limitations

- Pumps older than ten years are not in the data.
`;

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

  it("states every factor that a criterion of the policy asks about", async () => {
    const { tiering } = await readBaseline();
    const asked = new Set(tiering.criteria.flatMap(({ when }) => [...when.keys()]));
    for (const card of [cards().first, ...cards().completing])
      expect(Object.keys(valueAt(parse(card), "risk.factors") as object).sort()).toEqual([...asked].sort());
  });

  it.each([
    ["README.md", `---\nlibrary_name: sklearn\ntags: [tabular-classification]\n---\n${BODY}`],
    ["README.md", BODY],
    ["MODEL_CARD.md", BODY],
  ])("completes a %s that reports numbers in a sentence and in a list", async (path, text) => {
    const card = cards().completing.find((one) => one.startsWith(`card: ${path}\n`)) ?? "";
    const printed = await judged(card, { [path]: text });
    expect(printed).toContain("APPROVE  pump-service");
    expect(printed).toContain("no findings · 2 of 2 claims reproduced");
  });
});
