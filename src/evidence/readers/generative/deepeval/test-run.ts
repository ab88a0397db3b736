import type { MetricFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning } from "../../../output/output.ts";
import { defineReader, type OutputReading } from "../../../output/reader.ts";
import { aggregatesOf } from "./aggregates.ts";
import { RunTally } from "./run-tally.ts";
import { shortfallsOf } from "./shortfalls.ts";

/** What DeepEval keeps of a run in `.deepeval/` and in its folder of results. Source: DeepEval's TestRun. */
export const deepevalRun = defineReader<"document">({
  tool: "deepeval",
  form: "document",
  about: {
    versions: ["3.4.0", "4.3.1"],
    detectedBy:
      "`testCases`, `conversationalTestCases` and `metricsScores`, at the root or below `testRunData`; `testRunLink` alone",
    notRead:
      "inputs, answers, reasons and traces; expectations, but for what they decide; its cache; its SQLite store; versions, which its files do not name",
  },
  recognises: ({ root }) => runOf(root) !== null || isLink(root) || isCache(root),
  read: ({ root }, caps): OutputReading => {
    const run = runOf(root);
    if (run === null) return elsewhere(root);
    const tally = new RunTally(run, caps.evidenceEntries);
    const { groups } = tally;
    return {
      kind: "output",
      output: {
        tool: "deepeval",
        formatVersion: null,
        producedAt: tally.ended,
        subject: { model: groups.target, version: null, digest: null },
        facts: [...groups.facts(1), ...metricsOf(run, tally)],
        incomplete: shortfallsOf(run, tally),
        aggregates: aggregatesOf(run, tally),
        warnings: warningsOf(run, tally),
      },
    };
  },
});

function runOf(root: Json): Json | null {
  return [root.get("testRunData"), root].find(isRun) ?? null;
}

function isRun(run: Json): boolean {
  return ["testCases", "conversationalTestCases", "metricsScores"].every((key) => run.get(key).isList);
}

/** What is left of a run that was sent to Confident AI. */
function isLink(root: Json): boolean {
  return root.size === 1 && root.get("testRunLink").text() !== null;
}

function isCache(root: Json): boolean {
  return root.size === 1 && root.get("test_cases_lookup_map").isMap;
}

function elsewhere(root: Json): OutputReading {
  const says = isLink(root)
    ? "it is a link to the results, which are at Confident AI"
    : "it is DeepEval's cache, which has neither test cases nor counts";
  const fix = "run `deepeval test run` with `DEEPEVAL_RESULTS_FOLDER` set, and commit what it writes there";
  return { kind: "unparsed", says, fix, line: 1, at: root.at };
}

/** The averages and the rate that DeepEval shows at the end of a run, from the rows. */
function metricsOf(run: Json, { metrics, passed, failed }: RunTally): MetricFact[] {
  const dataset = run.get("datasetAlias").text() || null;
  const about = { kind: "metric", split: null, dataset, slice: {}, params: {} } as const;
  const means = [...metrics].map(([name, metric]): MetricFact => {
    return { ...about, name, value: metric.mean, n: metric.scored, at: metric.at };
  });
  const n = passed + failed;
  const at = run.get("testPassed").at;
  return [...means, { ...about, name: "pass_rate", value: n === 0 ? null : passed / n, n, at }];
}

function warningsOf(run: Json, { flaky }: RunTally): OutputWarning[] {
  if (flaky === 0) return [];
  const says = `${flaky} verdicts are of metrics declared flaky, which do not decide whether a test case passes`;
  return [{ code: "flaky-metrics", says, at: run.get("testCases").at }];
}
