import { describe, expect, it } from "vitest";
import { atLeastAsSevere, SEVERITIES } from "../../src/policy/severity.ts";

describe("atLeastAsSevere", () => {
  it("orders the severities, worst first", () => {
    expect(SEVERITIES).toEqual(["critical", "high", "medium", "low", "info"]);
    for (const [index, severity] of SEVERITIES.entries()) {
      const reached = SEVERITIES.filter((limit) => atLeastAsSevere(severity, limit));
      expect(reached).toEqual(SEVERITIES.slice(index));
    }
  });
});
