import { bootstrapMetric } from "../../statistics/resampling/bootstrap-metric.ts";
import { type Frame, texts } from "../frame.ts";
import type { Resample } from "./metrics.ts";
import type { AnalysisRequest } from "./request.ts";
import { told } from "./told.ts";

/** How rows were drawn, with all that it takes to draw the same again. */
export interface BootstrapFacts {
  readonly method: "bootstrap-bca";
  readonly replicates: number;
  readonly seed: { readonly data: string; readonly policy: string };
  /** The column whose rows are drawn together; null when rows are drawn one by one. */
  readonly entity: string | null;
}

export function bootstrapFacts(request: AnalysisRequest, sha256: string): BootstrapFacts | null {
  if (request.bootstrap === null) return null;
  const { replicates, seed } = request.bootstrap;
  const from = { data: sha256, policy: seed };
  return { method: "bootstrap-bca", replicates, seed: from, entity: request.entity };
}

/** BCa intervals over all rows of the frame; of nothing when none are asked for. */
export function resampler(frame: Frame, facts: BootstrapFacts | null, confidence: number): Resample {
  if (facts === null) return () => null;
  const { method, replicates, seed } = facts;
  const drawing = { byClass: false, entity: texts(frame, facts.entity)?.codes ?? null };
  const plan = { method, replicates, confidence, seed };
  return (metric, sample, parameters) => {
    const drawn = bootstrapMetric(metric, sample, parameters, drawing, plan);
    if (typeof drawn === "string") return told<never>(drawn);
    const { seed: _, ...interval } = drawn.interval;
    return told(interval);
  };
}
