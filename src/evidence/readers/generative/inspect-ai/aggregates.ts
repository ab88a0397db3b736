import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import type { SamplesTally } from "./samples-tally.ts";
import type { ScoreTally } from "./score-tally.ts";

const ROUNDING = 1e-9;

/** Metrics and counts that the log states, each with what its samples give. `samples` is null where none are kept. */
export function aggregatesOf(header: Json, samples: SamplesTally | null): Aggregate[] {
  const results = header.get("results");
  const aggregates: Aggregate[] = [];
  const completed = results.get("completed_samples");
  const stated = completed.number();
  if (stated !== null) {
    const recomputed = samples === null ? null : samples.samples - samples.errors;
    aggregates.push({
      name: "completed samples",
      stated,
      recomputed,
      because: recomputed === null ? NO_SAMPLES : null,
      tolerance: 0,
      rows: samples?.samples ?? 0,
      at: completed.at,
    });
  }
  for (const score of results.get("scores").items()) {
    const tally = samples?.scores.get(score.get("scorer").text() ?? "") ?? null;
    for (const [key, metric] of score.get("metrics").entries()) {
      const value = metric.get("value").number();
      const name = metric.get("name").text() ?? key;
      if (value === null || name === "bootstrap_stderr") continue;
      const again = samples === null ? NO_SAMPLES : againOf(name, metric, score, tally);
      const reducer = score.get("reducer").text();
      aggregates.push({
        name: [key, score.get("name").text() ?? "score", ...(reducer === null ? [] : [reducer])].join("|"),
        stated: value,
        recomputed: typeof again === "number" ? again : null,
        because: typeof again === "number" ? null : again,
        tolerance: ROUNDING * Math.max(1, Math.abs(value)),
        rows: tally?.rows ?? 0,
        at: metric.get("value").at,
      });
    }
  }
  return aggregates;
}

const NO_SAMPLES = "the log keeps no samples";

/** The number, or why there is none. */
function againOf(name: string, metric: Json, score: Json, tally: ScoreTally | null): number | string {
  if (tally === null) return "no sample has a score of this scorer";
  const reducer = score.get("reducer").text();
  if (tally.compound || score.get("name").text() !== score.get("scorer").text())
    return "its scores have several parts";
  if (metric.get("params").size > 0) return "the metric has parameters of its own";
  if (reducer !== null && reducer !== "mean") return `epochs are reduced by ${reducer.slice(0, 40)}`;
  const values = tally.means;
  switch (name) {
    case "accuracy":
    case "mean":
      return values.mean ?? 0;
    case "stderr":
      return values.standardError ?? 0;
    default:
      return `the metric ${name.slice(0, 40)} is not computed here`;
  }
}
