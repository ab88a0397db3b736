import { describe, expect, it } from "vitest";
import type { Challenge } from "../../src/gate.ts";
import { EXIT, exitCode } from "../../src/main/exit-code.ts";
import type { Recommendation } from "../../src/report/report.ts";
import { sampleReport } from "../support/sample-report.ts";

const { models } = sampleReport();
const FAULT = { rule: "test/rule", model: "m", cause: new Error("x") };

function answer(recommendation: Recommendation | null, count: number, faults = 0): Challenge {
  const report = sampleReport({ recommendation, models: models.slice(0, count) });
  return { report, known: [], faults: Array<typeof FAULT>(faults).fill(FAULT) };
}

describe("exitCode", () => {
  it("is the contract of the command line", () => {
    expect(EXIT).toEqual({ fine: 0, hold: 1, usage: 2, nothing: 3, fault: 4 });
  });

  it.each<[string, Challenge, number, number]>([
    ["approve", answer("approve", 1), 0, 0],
    ["conditions", answer("approve-with-conditions", 1), 0, 0],
    ["a hold", answer("hold", 1), 1, 0],
    ["models that no change touched", answer(null, 2), 0, 0],
    ["no model", answer(null, 0), 3, 3],
    ["no model, and something that could not be looked at", answer("hold", 0), 1, 3],
    ["a fault", answer("approve", 1, 1), 4, 4],
    ["a fault and a hold", answer("hold", 1, 2), 4, 4],
    ["a fault and no model", answer(null, 0, 1), 4, 4],
  ])("%s", (_, given, strict, lenient) => {
    expect([exitCode(given, false), exitCode(given, true)]).toEqual([strict, lenient]);
  });
});
