import { startOf } from "../../documents/place.ts";
import type { Reads } from "../../statistics/metric.ts";
import type { Sample } from "../../statistics/sample.ts";
import type { Frame } from "../frame.ts";
import type { DecisionSource } from "../need.ts";
import type { Unmeasured } from "../result.ts";
import { sampleOf } from "../samples.ts";
import type { AnalysisRequest } from "./request.ts";

/** What metrics are computed from, by what they read; what the columns do not allow is not there. */
export type Samples = ReadonlyMap<Reads, Sample>;

/** Samples of all rows, or what is in the way. Binary metrics share one, so that its arrays stand once. */
export function samplesOf(
  frame: Frame,
  request: AnalysisRequest,
  positive: string | null,
): Samples | Unmeasured {
  const { task, threshold, prediction, weight } = request;
  const from: DecisionSource = threshold === null ? "column" : { threshold };
  const read = (reads: Reads, decision: DecisionSource) =>
    sampleOf(frame, modelOf(positive), { task, reads, decision, weighted: weight !== null });
  const found = new Map<Reads, Sample>();
  const wanted: readonly (readonly [Reads, boolean])[] =
    task === "regression"
      ? [
          ["prediction", prediction !== null],
          ["interval", request.lower !== null],
        ]
      : [
          ["score", request.score !== null || request.scores.size > 0],
          ["decision", threshold !== null || prediction !== null || request.predictions.size > 0],
        ];
  for (const [reads, given] of wanted) {
    if (!given) continue;
    const sample = read(reads, reads === "decision" ? from : null);
    if ("kind" in sample) return sample;
    found.set(reads, sample);
  }
  return merged(found);
}

/** The same of parts, each sample's taken once. */
export function samplesIn(samples: Samples, part: (sample: Sample) => Sample): Samples {
  const parts = new Map<Sample, Sample>();
  for (const sample of samples.values()) {
    if (!parts.has(sample)) parts.set(sample, part(sample));
  }
  return new Map([...samples].map(([reads, sample]) => [reads, parts.get(sample)!]));
}

function merged(samples: Samples): Samples {
  const scored = samples.get("score");
  const decided = samples.get("decision");
  if (scored?.task !== "binary" || decided?.task !== "binary") return samples;
  const both = { ...decided, score: scored.score };
  return new Map([...samples.keys()].map((reads) => [reads, both]));
}

function modelOf(positive: string | null): Parameters<typeof sampleOf>[1] {
  const positiveClass =
    positive === null ? null : { value: positive, raw: positive, at: startOf("--positive") };
  return { prediction: { positiveClass, classes: null, threshold: null, scoreDirection: null } };
}
