import type { Given } from "../../expressions/value.ts";
import type { Claim } from "../../inventory/claim.ts";
import type { Binding } from "../../measurement/bind.ts";
import type { Measured } from "../../measurement/measured.ts";
import { readReported, type Settlement, settle } from "../../measurement/settle.ts";
import { stated } from "./stated.ts";

/** The claims of the model that is judged, with what became of each. */
export function claimsGiven(bindings: readonly Binding[], measured: Measured): Given {
  return bindings.map((binding) => {
    const { claim } = binding;
    const metric = binding.kind === "bound" ? binding.metric : null;
    const settled = settle(binding, measured);
    return stated({
      ...statedBy(claim),
      metric: metric?.name ?? claim.metric.value,
      reported: readReported(claim, metric).reported,
      status: settled.status,
      ...recomputed(settled),
    });
  });
}

/** The claims of the base's card, which are not recomputed. */
export function claimsBefore(claims: readonly Claim[]): Given {
  return claims.map((claim) => stated(statedBy(claim)));
}

function statedBy(claim: Claim) {
  const { interval, split, threshold, slice, raw, metric } = claim;
  return {
    metric: metric.value,
    reported: readReported(claim, null).reported,
    raw,
    split: split?.value ?? null,
    slice: { ...slice },
    threshold: threshold?.value ?? null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

function recomputed(settled: Settlement) {
  if (settled.status === "unsupported") return {};
  const { value, interval, n } = settled.result;
  return {
    recomputed: value,
    recomputed_low: interval?.low ?? null,
    recomputed_high: interval?.high ?? null,
    rows: BigInt(n),
  };
}
