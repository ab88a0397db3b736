import { beforeAll, describe, expect, it } from "vitest";
import { tierOf } from "../../src/tiering/tiering.ts";
import type { TieringPolicy } from "../../src/tiering/tiering-policy.ts";
import { stated } from "../support/factors.ts";
import { loadedPolicy } from "../support/loaded-policy.ts";

let baseline: TieringPolicy;
beforeAll(async () => {
  baseline = (await loadedPolicy({}, "baseline")).tiering;
});

const HARMLESS = {
  domain: "retail",
  autonomy: "advisory",
  people_affected: 90_000,
  sensitive_attributes: [],
  external_facing: false,
  generative: false,
  tool_use: false,
  regulated: false,
} as const;

function turns(factors: Parameters<typeof stated>[0]): string[] {
  return tierOf(null, stated(factors), baseline)
    .turns()
    .map(({ factor, instead, tier }) => `${factor}: ${instead} → ${tier}`);
}

describe("what one factor would have to be for another tier", () => {
  it("is told both ways, by the nearest value", () => {
    expect(turns(HARMLESS)).toEqual([
      "domain: health → high",
      "regulated: true → high",
      "people_affected: 100000 or more → high",
      "people_affected: fewer than 1000 → low",
      "tool_use: true → high",
    ]);
  });

  it("names several where each alone would do", () => {
    const found = turns({ ...HARMLESS, domain: "health", autonomy: "advisory" });
    expect(found).toContain("domain: one that no criterion names → medium");
    expect(found).toContain("autonomy: human-on-the-loop → critical");
  });

  it("is nothing where another factor gives the tier as well", () => {
    expect(
      turns({ ...HARMLESS, domain: "finance", regulated: true }).filter((turn) => /medium|low/.test(turn)),
    ).toEqual([]);
  });

  it("is what a factor that is not stated would give", () => {
    const { generative: _, ...others } = HARMLESS;
    expect(turns({ ...others, external_facing: true, people_affected: 0 })).toContain(
      "generative: true → high",
    );
  });

  it("holds: with the value the factors give that tier", () => {
    for (const { factor, tier } of tierOf(null, stated(HARMLESS), baseline).turns()) {
      const value = {
        domain: "health",
        regulated: true,
        tool_use: true,
        people_affected: tier === "low" ? 999 : 100_000,
      }[String(factor)];
      expect(tierOf(null, stated({ ...HARMLESS, [factor]: value }), baseline).computed).toBe(tier);
    }
  });
});
