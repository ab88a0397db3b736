import { describe, expect, it, test } from "vitest";
import type { CheckFact } from "../../../../src/evidence/output/fact.ts";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";

const checks = ({ facts }: ToolOutput) => facts.filter((fact): fact is CheckFact => fact.kind === "check");
const read = (content: unknown) => readOutput(bufferFile("v.json", JSON.stringify(content)), null, CAPS);
const names = (output: ToolOutput) => contradicted(output).map(({ name }) => name.split("|")[0]);

describe.each(["0.18.22", "1.9.1"])("Great Expectations %s", (version) => {
  test.each(["complete.json", "complete-checkpoint.json"])("%s", async (name) => {
    const output = await outputOf(`great-expectations/${version}/${name}`);
    const isDescribed = version.startsWith("1") && name.includes("checkpoint");
    expect(output).toMatchObject({
      tool: "great-expectations",
      formatVersion: isDescribed ? null : version,
      producedAt: isDescribed ? null : "2024-03-11T09:00:00.000Z",
      incomplete: [],
    });
    expect(contradicted(output)).toEqual([]);
    const outcomes = Object.fromEntries(checks(output).map((check) => [check.name, check]));
    expect(
      checks(output)
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(["failed", "passed", "passed", "passed", "passed"]);
    // Three of six cultivars are "b", and one of six alcohols is missing.
    expect(outcomes.expect_column_values_to_be_in_set).toMatchObject({
      outcome: "failed",
      column: "cultivar",
      value: 50,
      threshold: 0,
    });
    expect(outcomes.expect_column_values_to_not_be_null?.value).toBeCloseTo(100 / 6, 9);
    expect(outcomes.expect_column_values_to_not_be_null?.threshold).toBe(20);
    expect(outcomes.expect_column_mean_to_be_between?.value).toBeCloseTo(
      (14.2 + 13.1 + 12.8 + 11.9 + 13.5) / 5,
      12,
    );
    expect(outcomes.expect_table_row_count_to_equal).toMatchObject({ value: 6, threshold: 6, column: null });
  });

  test("an expectation that raised says nothing of the data", async () => {
    const output = await outputOf(`great-expectations/${version}/incomplete.json`);
    expect(output.incomplete).toMatchObject([{ code: "errors", says: expect.stringContaining("1 of 5") }]);
    expect(checks(output).find(({ column }) => column === "proline")?.outcome).toBe("error");
    expect(contradicted(output)).toEqual([]);
  });

  test("a failure that was made a pass", async () => {
    const output = await outputOf(`great-expectations/${version}/tampered.json`);
    expect(names(output).sort()).toEqual([
      "success",
      "success_percent",
      "successful_expectations",
      "unsuccessful_expectations",
    ]);
  });

  test("totals that were made those of a clean run", async () => {
    const output = await outputOf(`great-expectations/${version}/tampered-checkpoint.json`);
    expect(names(output).sort()).toEqual([
      "success_percent",
      "successful_expectations",
      "unsuccessful_expectations",
    ]);
  });
});

const result = (success: unknown, more: object = {}) => ({
  success,
  expectation_config: { expectation_type: "expect_column_values_to_be_unique", kwargs: { column: "a" } },
  result: {
    element_count: 4,
    missing_count: 0,
    unexpected_count: success ? 0 : 4,
    unexpected_percent: success ? 0 : 100,
  },
  ...more,
});
const COUNTS: Readonly<Record<string, number>> = {
  evaluated_expectations: 1,
  successful_expectations: 0,
  unsuccessful_expectations: 1,
};
const validation = (results: unknown, more: object = {}) => ({
  meta: { great_expectations_version: "0.15.50", expectation_suite_name: "s" },
  success: false,
  results,
  statistics: COUNTS,
  ...more,
});

describe("a validation result", () => {
  it.each([
    ["of no expectation", [], ["nothing-asserted"]],
    ["of results that are none", { a: 1 }, ["nothing-asserted"]],
    ["of an outcome that is no truth value", [result("yes")], ["errors"]],
    ["over no rows", [result(true, { result: { element_count: 0 } })], ["empty"]],
  ])("%s", async (_, results, codes) => {
    const state = await read(validation(results));
    expect(state.kind === "output" && state.output.incomplete.map(({ code }) => code)).toEqual(codes);
  });

  it.each([["evaluated_expectations"], ["successful_expectations"], ["unsuccessful_expectations"]])(
    "is no whole one without %s",
    async (name) => {
      const { [name]: _, ...statistics } = { ...COUNTS };
      const state = await read(validation([result(false)], { statistics }));
      expect(state).toMatchObject({
        output: { incomplete: [{ code: "unfinished", says: expect.stringContaining(name) }] },
      });
    },
  );

  it("with failures alone keeps its other totals open", async () => {
    const statistics = {
      evaluated_expectations: 9,
      successful_expectations: 8,
      unsuccessful_expectations: 1,
    };
    const state = await read(validation([result(false)], { statistics }));
    if (state.kind !== "output") throw new Error(state.kind);
    const totals = state.output.aggregates.slice(0, 3).map(({ recomputed }) => recomputed);
    expect(totals).toEqual([null, null, 1]);
    expect(contradicted(state.output)).toEqual([]);
  });

  it("of columns together, with a severity", async () => {
    const expectation_config = { type: "t", kwargs: { column_list: ["a", "b", 1] }, severity: "warning" };
    const state = await read(validation([result(false, { expectation_config })]));
    expect(state).toMatchObject({
      output: { facts: [{ column: "a, b", severity: "warning", outcome: "failed" }] },
    });
  });
});

describe("what is not Great Expectations'", () => {
  it.each([
    ["results of one's own", { success: true, results: [], statistics: {} }],
    ["runs of one's own", { run_results: { a: { score: 1 } } }],
    ["a list of validations of one's own", { validation_results: [{ model: "a", success: true }] }],
    ["a suite", { expectations: [], meta: { great_expectations_version: "1.9.1" }, name: "s" }],
  ])("%s", async (_, content) => {
    expect((await read(content)).kind).toBe("unknown");
  });
});

describe("an expectation that does not say whether there was an error", () => {
  const meta = { great_expectations_version: "1.9.1" };
  const failed = { success: false, expectation_config: { type: "expect_x", kwargs: {} } };
  const outcomeOf = async (result: object) => {
    const state = await read({ meta, statistics: {}, results: [{ ...failed, ...result }] });
    return state.kind === "output" && checks(state.output).map(({ outcome }) => outcome);
  };
  test.each([
    ["because that was taken out", { result: {} }, "error"],
    ["because that and the result were", {}, "error"],
    ["because the word is another", { result: {}, exception_info: { raised: true } }, "error"],
    ["and gave a result", { result: { observed_value: 3 } }, "failed"],
    [
      "although the result was not asked for",
      { result: {}, exception_info: { raised_exception: false } },
      "failed",
    ],
  ])("%s", async (_, result, outcome) => {
    expect(await outcomeOf(result)).toEqual([outcome]);
  });
});
