import type { Claim } from "../inventory/claim.ts";
import type { MetricParameters } from "../statistics/metric.ts";

/** The settings of metrics, in the order in which a claim's meaning has them. */
export const PARAMETERS = [
  "average",
  "class",
  "actual",
  "predicted",
  "k",
  "beta",
  "depth",
  "alpha",
] as const satisfies readonly (keyof MetricParameters)[];

/** The settings that a claim gives in fields of its own. */
export function parametersOf(claim: Claim): MetricParameters {
  return {
    ...(claim.average !== null && { average: claim.average }),
    ...(claim.class !== null && { class: claim.class }),
    ...(claim.actual !== null && { actual: claim.actual }),
    ...(claim.predicted !== null && { predicted: claim.predicted }),
    ...(claim.k !== null && { k: claim.k }),
    ...(claim.beta !== null && { beta: claim.beta }),
    ...(claim.depth !== null && { depth: claim.depth }),
    ...(claim.alpha !== null && { alpha: claim.alpha }),
  };
}
