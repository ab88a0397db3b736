import { afterEach, describe, expect, it, vi } from "vitest";
import { exitCode } from "../../src/main/exit-code.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import { challenged, honest } from "../support/challenged.ts";
import { madeRule } from "../support/made-rules.ts";

const failing = vi.hoisted(() => ({ rules: [] as AnyRule[] }));

vi.mock("../../src/rules/catalogue.ts", async (original) => {
  const { RULES } = await original<typeof import("../../src/rules/catalogue.ts")>();
  return {
    get RULES() {
      return [...RULES, ...failing.rules];
    },
  };
});

afterEach(() => {
  failing.rules = [];
});

const thrown = () => {
  throw new TypeError("x is not iterable");
};

describe("a rule that fails", () => {
  it.each<[string, Partial<AnyRule>]>([
    ["when it checks", { check: thrown }],
    ["when it says what it needs", { needs: thrown }],
    ["by saying nothing", { check: () => [] }],
  ])("%s is seen in the report of each model, and is a fault", async (_, parts) => {
    failing.rules = [madeRule("test/failing", parts)];
    const answer = await challenged({ ...honest("a"), ...honest("b") });
    expect(answer.faults.map(({ rule, model }) => `${rule} ${model}`)).toEqual([
      "test/failing a",
      "test/failing b",
    ]);
    for (const model of answer.report.models) {
      expect(model.checks.at(-1)).toMatchObject({ rule: "test/failing", outcome: "cannot-tell" });
      expect(model.findings).toMatchObject([
        { rule: "test/failing", outcome: "cannot-tell", severity: "medium" },
      ]);
      expect(model.recommendation).toBe("approve-with-conditions");
      expect(model.checks.filter(({ outcome }) => outcome === "fine").length).toBeGreaterThan(5);
    }
    expect(answer.report.summary.cannotTell).toBe(2);
    for (const lenient of [true, false]) expect(exitCode(answer, lenient)).toBe(4);
  });

  it("on one model leaves the others as they were", async () => {
    const before = await challenged({ ...honest("a"), ...honest("b") });
    failing.rules = [
      madeRule("test/failing", {
        *check({ after }) {
          if (after.model.id.value === "a") thrown();
          yield { outcome: "fine", checked: "all is well" };
        },
      }),
    ];
    const { report, faults } = await challenged({ ...honest("a"), ...honest("b") });
    expect(faults).toHaveLength(1);
    expect(report.models[1]?.recommendation).toBe("approve");
    expect(report.models[1]?.findings).toEqual(before.report.models[1]?.findings);
  });
});
