import type { Dossier } from "../case/dossier.ts";
import type { Place } from "../documents/place.ts";
import type { Claim } from "../inventory/claim.ts";
import { type Binding, bindClaim } from "./bind.ts";
import type { Slice } from "./need.ts";

/** A metric that a policy or a requirement asks for, as they write it. */
export interface Ask {
  readonly metric: string;
  readonly split: string | null;
  readonly slice: Slice;
  readonly average: "macro" | "micro" | "weighted" | null;
  readonly threshold: number | null;
  readonly confidence: number;
  readonly at: Place;
}

/** Binds a metric that no one claimed the way a claim is bound, so that both mean the same rows. */
export function bindAsk(ask: Ask, dossier: Dossier): Binding {
  const { at } = ask;
  const sourced = <T>(value: T) => ({ value, raw: String(value), at });
  const claim: Claim = {
    metric: sourced(ask.metric),
    reported: Number.NaN,
    raw: "",
    decimals: 0,
    percent: false,
    unit: null,
    spread: false,
    interval: null,
    confidence: ask.confidence,
    split: ask.split === null ? null : sourced(ask.split),
    dataset: null,
    threshold: ask.threshold === null ? null : sourced(ask.threshold),
    slice: ask.slice,
    average: ask.average,
    class: null,
    actual: null,
    predicted: null,
    k: null,
    beta: null,
    depth: null,
    alpha: null,
    n: null,
    weighted: false,
    evidence: null,
    unread: false,
    at,
  };
  return bindClaim(claim, dossier);
}
