import type { Metric, MetricParameters } from "../../statistics/metric.ts";
import { bootstrapDifference } from "../../statistics/resampling/bootstrap-difference.ts";
import { bootstrapMetricBoth } from "../../statistics/resampling/bootstrap-metric.ts";
import type { Drawing } from "../../statistics/resampling/drawing.ts";
import type { BootstrapInterval, BootstrappedBoth } from "../../statistics/resampling/interval.ts";
import type { Resampling } from "../../statistics/resampling/replicates.ts";
import type { Sample } from "../../statistics/sample.ts";
import { type Frame, texts } from "../frame.ts";
import type { Rows } from "../slices.ts";
import type { AnalysisRequest } from "./request.ts";
import { type Told, told } from "./told.ts";

/** How rows were drawn, with all that it takes to draw the same again. */
export interface BootstrapFacts {
  readonly method: "bootstrap-bca";
  readonly generator: "sfc64";
  readonly replicates: number;
  readonly seed: { readonly data: string; readonly policy: string };
  /** The column whose rows are drawn together; null when rows are drawn one by one. */
  readonly entity: string | null;
  /** As many rows of each true class are drawn as there are. */
  readonly stratified: boolean;
}

/** Both intervals from the same replicates; the seed stands once, in the analysis. */
export interface Resampled {
  readonly percentile: Told<Omit<BootstrapInterval, "seed">>;
  readonly bca: Told<Omit<BootstrapInterval, "seed">>;
}

/** Draws some rows of the file again and again, the same way for whatever is measured of them. */
export interface Resampler {
  of(metric: Metric, sample: Sample, parameters: MetricParameters): Resampled;
  /** How much larger the metric is of `after` than of `before`. */
  ofDifference(metric: Metric, before: Sample, after: Sample, parameters: MetricParameters): Resampled;
}

export function bootstrapFacts(request: AnalysisRequest, sha256: string): BootstrapFacts | null {
  if (request.bootstrap === null) return null;
  const { replicates, seed, stratify } = request.bootstrap;
  const from = { data: sha256, policy: seed };
  const { entity } = request;
  return {
    method: "bootstrap-bca",
    generator: "sfc64",
    replicates,
    seed: from,
    entity,
    stratified: stratify,
  };
}

/** Of the given rows of the frame; null when no bootstrap is asked for. */
export function resampler(
  frame: Frame,
  facts: BootstrapFacts | null,
  confidence: number,
  rows: Rows = null,
): Resampler | null {
  if (facts === null) return null;
  const { replicates, seed, stratified } = facts;
  const drawing: Drawing = { byClass: stratified, entity: entitiesOf(frame, facts.entity, rows) };
  const plan: Resampling = { replicates, confidence, seed };
  return {
    of: (metric, sample, parameters) =>
      resampled(bootstrapMetricBoth(metric, sample, parameters, drawing, plan)),
    ofDifference: (metric, before, after, parameters) =>
      resampled(bootstrapDifference(metric, before, after, parameters, drawing, plan)),
  };
}

function entitiesOf(frame: Frame, entity: string | null, rows: Rows): Int32Array | null {
  const codes = texts(frame, entity)?.codes;
  if (codes === undefined) return null;
  return rows === null ? Int32Array.from(codes) : rows.map((row) => codes[row]!);
}

function resampled(drawn: BootstrappedBoth | string): Resampled {
  if (typeof drawn === "string") return { percentile: told<never>(drawn), bca: told<never>(drawn) };
  return { percentile: withoutSeed(drawn.percentile), bca: withoutSeed(drawn.bca) };
}

function withoutSeed(interval: BootstrapInterval | string): Told<Omit<BootstrapInterval, "seed">> {
  if (typeof interval === "string") return told<never>(interval);
  const { seed: _, ...ends } = interval;
  return told(ends);
}
