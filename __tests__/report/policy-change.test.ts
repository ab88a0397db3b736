import { describe, expect, it } from "vitest";
import type { Recommendation } from "../../src/judgement/recommendation.ts";
import { policyChangeReport, simulatedFor } from "../../src/report/policy-change.ts";
import { judgedOf } from "../support/judged.ts";

const FILES = { "model-card.yaml": "model: { id: m }\n" };

describe("simulatedFor", () => {
  it.each<[string, Recommendation | null, string[]]>([
    ["what would be otherwise", "hold", ["m approve → hold"]],
    ["nothing that would be the same", "approve", []],
    ["nothing where there is no other policy", null, []],
  ])("tells %s", async (_, then, expected) => {
    const told = simulatedFor(await judgedOf(FILES), then).map(
      (one) => `${one.model} ${one.now} → ${one.then}`,
    );
    expect(told).toEqual(expected);
  });

  it("tells nothing of a model that was not judged", async () => {
    const { case: one, change, subject } = await judgedOf(FILES);
    const { tiering, stage } = subject;
    expect(simulatedFor({ kind: "listed", case: one, change, tiering, stage }, "hold")).toEqual([]);
  });
});

describe("policyChangeReport", () => {
  const setting = (pointer: string) => ({ pointer, before: "high", after: "off" });

  it("is null where nothing changes", () => {
    expect(policyChangeReport([], [], [])).toBeNull();
  });

  it("gives each setting its file, and keeps what would be otherwise", async () => {
    const changes = [
      { path: "effective-challenge.yaml", differences: [setting("/policy")], problems: [] },
      {
        path: "ours.yaml",
        differences: [setting("/rules/a~1b/severity"), setting("/version")],
        problems: [],
      },
    ];
    const simulated = simulatedFor(await judgedOf(FILES), "hold");
    expect(simulated).toHaveLength(1);
    expect(policyChangeReport(changes, simulated, [])).toEqual({
      path: "effective-challenge.yaml, ours.yaml",
      shifts: [],
      changes: [
        setting("effective-challenge.yaml#/policy"),
        setting("ours.yaml#/rules/a~1b/severity"),
        setting("ours.yaml#/version"),
      ],
      simulated,
    });
  });

  it("is there for a file that is wrong, or whose words alone change", () => {
    expect(policyChangeReport([{ path: "ours.yaml", differences: [], problems: [] }], [], [])).toEqual({
      path: "ours.yaml",
      shifts: [],
      changes: [],
      simulated: [],
    });
  });
});
