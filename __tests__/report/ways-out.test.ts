import { expect, it } from "vitest";
import { waysOutReports } from "../../src/report/ways-out.ts";
import uniqueId from "../../src/rules/inventory/unique-id.ts";
import { judgedOf } from "../support/judged.ts";

const FILES = { "model-card.yaml": "model: { id: a }\n" };

it("tells what lifts a hold, and first of all to mend what holds", async () => {
  const judged = await judgedOf(FILES, { rules: [uniqueId] });
  const [finding] = judged.judgement.findings;
  const held = {
    ...judged,
    judgement: { ...judged.judgement, recommendation: "hold" as const, findings: finding ? [finding] : [] },
    waysOut: [
      { kind: "accept", severity: "high", findings: 1, by: null },
      { kind: "stage", stage: "development", recommendation: "approve" },
    ] as const,
  };
  const told = waysOutReports(held);
  expect(told.map(({ way }) => way)).toEqual(["mend", "accept", "stage"]);
  expect(told[0]?.says).toMatch(/^mend the /);
  expect(told[1]?.says).toContain("the policy lets nobody accept a finding that is high");
  expect(told[2]?.says).toBe("a smaller step: in development the recommendation would be approve");
});

it("tells nothing of a model that is not held", async () => {
  expect(waysOutReports(await judgedOf(FILES))).toEqual([]);
});
