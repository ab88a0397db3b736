import { Sum } from "../../../../statistics/sum.ts";
import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import type { MetricTally } from "./metric-tally.ts";
import type { RunTally } from "./run-tally.ts";

/** What a run states of its test cases, each with what they give: counts, scores, and the verdicts themselves. */
export function aggregatesOf(run: Json, tally: RunTally): Aggregate[] {
  const cases = tally.passed + tally.failed;
  const stated = run.get("metricsScores");
  const names = new Set([...stated.items()].map((each) => each.get("metric").text()));
  return [
    ...counted("test cases passed", run.get("testPassed"), tally.passed, cases),
    ...counted("test cases failed", run.get("testFailed"), tally.failed, cases),
    ...(cases === 0
      ? []
      : [own("test cases judged as their metrics", cases, tally.agreeing, run.get("testCases"))]),
    ...[...tally.metrics].flatMap(([name, metric]) => verdicts(name, metric)),
    ...[...stated.items()].flatMap((scores) => ofMetric(scores, tally)),
    ...(names.size === 0 ? [] : [own("metrics", names.size, tally.metrics.size, stated)]),
  ];
}

function verdicts(name: string, { verdicts: rows, agreeing, at }: MetricTally): Aggregate[] {
  if (rows === 0) return [];
  const because =
    agreeing === null ? "the file does not say on which side of its threshold the metric passes" : null;
  const aggregate = { name: `verdicts as their scores|${name}`, stated: rows, recomputed: agreeing, because };
  return [{ ...aggregate, tolerance: 0, rows, at }];
}

function ofMetric(scores: Json, { metrics }: RunTally): Aggregate[] {
  const name = scores.get("metric").text() ?? "unnamed metric";
  const metric = metrics.get(name);
  const rows = (metric?.scored ?? 0) + (metric?.errors ?? 0);
  const list = scores.get("scores");
  return [
    ...counted(`passes|${name}`, scores.get("passes"), metric?.passes ?? 0, rows),
    ...counted(`fails|${name}`, scores.get("fails"), metric?.fails ?? 0, rows),
    ...counted(`errors|${name}`, scores.get("errors"), metric?.errors ?? 0, rows),
    ...(list.isList ? [own(`scores|${name}`, list.size, metric?.scored ?? 0, list)] : []),
    ...meanOf(`mean score|${name}`, list, metric),
  ];
}

/** Adding up in another order may differ in the last digits. */
const ROUNDING = 1e-12;

function meanOf(name: string, list: Json, metric: MetricTally | undefined): Aggregate[] {
  const sum = new Sum();
  for (const score of list.items()) sum.add(score.number() ?? Number.NaN);
  const stated = sum.value / list.size;
  const recomputed = metric?.mean ?? null;
  if (!Number.isFinite(stated) || recomputed === null) return [];
  const tolerance = ROUNDING * Math.max(1, Math.abs(stated));
  return [{ name, stated, recomputed, because: null, tolerance, rows: list.size, at: list.at }];
}

function counted(name: string, value: Json, recomputed: number, rows: number): Aggregate[] {
  const stated = value.number();
  return stated === null
    ? []
    : [{ name, stated, recomputed, because: null, tolerance: 0, rows, at: value.at }];
}

function own(name: string, stated: number, recomputed: number, { at }: Json): Aggregate {
  return { name, stated, recomputed, because: null, tolerance: 0, rows: stated, at };
}
