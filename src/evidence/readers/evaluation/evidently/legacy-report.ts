import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";
import { driftAggregates, driftChecks } from "./drift.ts";
import { qualityAggregates, qualityFacts } from "./quality.ts";

/** The `Report` before 0.7, as `json`, `save_json` and `as_dict` write it. */
export const evidentlyLegacyReport = defineReader<"document">({
  tool: "evidently",
  form: "document",
  about: {
    versions: ["the legacy report of 0.4.40 and 0.6.7"],
    detectedBy: "an object with `version`, `timestamp` and `metrics` that have `metric` and `result`",
    notRead: "numbers of the reference; metrics other than drift and quality; time without its zone",
  },
  recognises: ({ root }) => isLegacyReport(root),
  read({ root }) {
    const metrics = [...root.get("metrics").items()];
    return {
      kind: "output",
      output: {
        tool: "evidently",
        formatVersion: root.get("version").text(),
        producedAt: isoOf(root.get("timestamp").text()),
        subject: null,
        facts: [
          ...metrics.flatMap((metric) => driftChecks(metric.get("result"))),
          ...metrics.flatMap(qualityFacts),
        ],
        incomplete: shortfallsOf(root, metrics),
        aggregates: [...driftAggregates(metrics), ...qualityAggregates(metrics)],
        warnings: [],
      },
    };
  },
});

/** Without a metric the three keys alone, the time in the tool's own form. */
function isLegacyReport(root: Json): boolean {
  const metrics = [...root.get("metrics").items()];
  const time = root.get("timestamp").text() ?? "";
  if (root.get("version").text() === null || !root.get("metrics").isList || root.has("tests")) return false;
  if (metrics.length === 0) return root.size === 3 && /^\d{4}-\d\d-\d\d[ T]\d\d:/.test(time);
  return (
    time !== "" && metrics.every((metric) => metric.get("metric").text() !== null && metric.has("result"))
  );
}

function shortfallsOf(root: Json, metrics: readonly Json[]): readonly Shortfall[] {
  const fix = "run the report again, with the metrics that the card needs";
  if (metrics.length === 0)
    return [{ code: "empty", says: "the report has no metric", fix, at: root.get("metrics").at }];
  const without = metrics.filter((metric) => !metric.get("result").isMap);
  const [first] = without;
  if (first === undefined) return [];
  const says = `${without.length} of ${metrics.length} metrics have no result, as ${first.get("metric").text()}`;
  return [{ code: "errors", says, fix, at: first.at }];
}
