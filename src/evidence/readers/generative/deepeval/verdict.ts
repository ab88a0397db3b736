import type { Place } from "../../../../documents/place.ts";
import type { Json } from "../../../output/json.ts";

/** One metric's word on one test case, or on a step inside it. */
export interface Verdict {
  readonly metric: string;
  /** Null when there is none; NaN when the tool wrote what is no number. */
  readonly score: number | null;
  readonly threshold: number | null;
  readonly success: boolean | null;
  readonly failedToRun: boolean;
  /** Declared flaky, so that it decides nothing about its test case. */
  readonly flaky: boolean;
  /** Whether the file knows of flaky metrics at all, as DeepEval does since 4.1. */
  readonly knowsFlaky: boolean;
  readonly judge: string | null;
  readonly at: () => Place;
}

const SPANS = ["agentSpans", "toolSpans", "retrieverSpans", "llmSpans", "baseSpans"] as const;

/** What DeepEval counts: a case's own metrics and those of the steps of its trace. */
export function* verdictsOf(testCase: Json): Generator<Verdict> {
  const own = testCase.get("metricsData");
  for (const metric of own.items()) yield verdictOf(metric);
  if (!own.isList) return;
  for (const kind of SPANS)
    for (const span of testCase.get("trace", kind).items())
      for (const metric of span.get("metricsData").items()) yield verdictOf(metric);
}

/** Cases of one turn and of several, in the order in which DeepEval counts them. */
export function* casesOf(run: Json): Generator<Json> {
  yield* run.get("testCases").items();
  yield* run.get("conversationalTestCases").items();
}

function verdictOf(metric: Json): Verdict {
  const score = metric.get("score");
  return {
    metric: metric.get("name").text() ?? "unnamed metric",
    // DeepEval leaves out what is null, so that a score that is there and is no number was NaN.
    score: metric.has("score") ? (score.number() ?? Number.NaN) : null,
    threshold: metric.get("threshold").number(),
    success: metric.get("success").boolean(),
    failedToRun: metric.get("error").exists,
    flaky: metric.get("flaky").boolean() === true,
    knowsFlaky: metric.has("flaky"),
    judge: metric.get("evaluationModel").text(),
    at: () => metric.at,
  };
}
