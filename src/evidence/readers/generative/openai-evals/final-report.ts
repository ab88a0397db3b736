import type { MetricFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import { type Events, total } from "./events.ts";
import type { Spec } from "./spec.ts";

/** NumPy adds in another order than one after the other. */
const TOLERANCE = 1e-9;
/** Not of the model: what a run used up, and the spread over resamples that no one can draw again. */
const PASSED_OVER = /^(?:usage_|boot?strap_std$)/;
const COUNTS = "counts/";

export function metricsOf(report: Json, events: Events, spec: Spec): MetricFact[] {
  const n = total(events.outcomes);
  return numbersOf(report).map(([name, value]) => ({
    kind: "metric",
    name,
    value: value.number(),
    split: spec.split,
    dataset: spec.evaluation,
    slice: {},
    params: {},
    n,
    at: value.at,
  }));
}

/** What the report states of matches, of metrics and of a judge's choices, beside what the events give. */
export function aggregatesOf(report: Json, events: Events): Aggregate[] {
  return numbersOf(report).map(([name, value]) => {
    const stated = value.number() ?? 0;
    const given = recompute(name, events);
    const { recomputed = null, rows = 0, tolerance = TOLERANCE } = given ?? {};
    const because = given === null ? "the events do not hold what it was computed from" : null;
    return { name, stated, recomputed, because, tolerance, rows, at: value.at };
  });
}

function numbersOf(report: Json): [string, Json][] {
  return [...report.entries()].filter(([name, value]) => value.number() !== null && !PASSED_OVER.test(name));
}

interface Recomputed {
  readonly recomputed: number;
  readonly rows: number;
  readonly tolerance: number;
}

function recompute(name: string, { matches, metrics, means, choices }: Events): Recomputed | null {
  if (name.startsWith(COUNTS)) {
    const counted = choices.get(name.slice(COUNTS.length)) ?? 0;
    return { recomputed: counted, rows: total(metrics), tolerance: 0 };
  }
  const mean = means.get(name);
  if (mean !== undefined) {
    const recomputed = mean.sum.value / mean.n;
    return Number.isFinite(recomputed) ? { recomputed, rows: mean.n, tolerance: TOLERANCE } : null;
  }
  const compared = matches.held + matches.broke;
  if (name !== "accuracy" || compared === 0) return null;
  return { recomputed: matches.held / compared, rows: compared, tolerance: TOLERANCE };
}
