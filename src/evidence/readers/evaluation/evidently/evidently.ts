import type { CheckFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Aggregate, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";
import { boundTest } from "./bound-test.ts";
import { legacyTest } from "./legacy-suite.ts";
import type { SuiteTest } from "./suite-test.ts";

/** Tests that Evidently ran over data and a model: reports from 0.7 on, and the test suites before. */
export const evidently = defineReader<"document">({
  tool: "evidently",
  form: "document",
  about: {
    versions: ["0.7.14", "the legacy test suite, as 0.7.14 writes it"],
    detectedBy:
      "an object with `metrics` that have `id`, `metric_id` or `metric_name`, and `value`, and with `tests`; or with `version`, `tests` and a `summary` of `success_tests`",
    notRead: "metrics without a test; HTML",
  },
  recognises: ({ root }) => isReport(root) || isLegacySuite(root),
  read({ root }) {
    const tests = isLegacySuite(root) ? [...root.get("tests").items()].map(legacyTest) : boundTests(root);
    return {
      kind: "output",
      output: {
        tool: "evidently",
        formatVersion: root.get("version").text(),
        producedAt: isoOf(root.get("timestamp").text()),
        subject: null,
        facts: tests.map(factOf),
        incomplete: shortfallsOf(tests, root),
        aggregates: [...tests.flatMap(outcomeFrom), ...summaryOf(root.get("summary"), tests)],
        warnings: [],
      },
    };
  },
});

function isReport(root: Json): boolean {
  const [first] = root.get("metrics").items();
  if (first === undefined || !root.get("tests").isList) return false;
  return (
    first.get("id").text() !== null &&
    first.has("value") &&
    (first.has("metric_id") || first.has("metric_name"))
  );
}

function isLegacySuite(root: Json): boolean {
  return (
    root.get("version").text() !== null &&
    root.get("tests").isList &&
    root.get("summary").has("success_tests")
  );
}

function boundTests(root: Json): readonly SuiteTest[] {
  const metrics = new Map(
    [...root.get("metrics").items()].map((metric) => [metric.get("id").text() ?? "", metric]),
  );
  return [...root.get("tests").items()].map((test) => boundTest(test, metrics));
}

function factOf({ name, group, column, outcome, value, threshold, at }: SuiteTest): CheckFact {
  return { kind: "check", suite: group, name, column, outcome, severity: null, value, threshold, at: at.at };
}

function shortfallsOf(tests: readonly SuiteTest[], root: Json): readonly Shortfall[] {
  if (tests.length === 0) {
    const says = "the report has no test, so that nothing in it can fail";
    return [{ code: "nothing-asserted", says, fix: "run it with tests", at: root.get("tests").at }];
  }
  const errors = tests.filter(({ outcome }) => outcome === "error" || outcome === "skipped");
  const [first] = errors;
  if (first === undefined) return [];
  const says = `${errors.length} of ${tests.length} tests were not evaluated`;
  return [{ code: "errors", says, fix: "mend what the test needs, and run it again", at: first.at.at }];
}

/** The outcome of each test whose numbers are there, as 1 for passed and 0 for failed. */
function outcomeFrom({ name, column, holds, outcome, at }: SuiteTest): readonly Aggregate[] {
  if (holds === null || (outcome !== "passed" && outcome !== "failed")) return [];
  const of = column === null ? name : `${name}|${column}`;
  const [stated, recomputed] = [Number(outcome === "passed"), Number(holds)];
  return [
    {
      name: `passed|${of}`,
      stated,
      recomputed,
      because: null,
      tolerance: 0,
      rows: 1,
      at: at.get("status").at,
    },
  ];
}

function summaryOf(summary: Json, tests: readonly SuiteTest[]): readonly Aggregate[] {
  const count = (outcome: SuiteTest["outcome"]) => tests.filter((test) => test.outcome === outcome).length;
  const counts = { total_tests: tests.length, success_tests: count("passed"), failed_tests: count("failed") };
  return Object.entries(counts).flatMap(([name, recomputed]) => {
    const stated = summary.get(name).number();
    if (stated === null) return [];
    const at = summary.get(name).at;
    return [{ name, stated, recomputed, because: null, tolerance: 0, rows: tests.length, at }];
  });
}
