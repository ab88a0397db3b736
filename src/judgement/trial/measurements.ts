import type { Dossier } from "../../case/dossier.ts";
import { mapping, scalar } from "../../documents/build.ts";
import { plain } from "../../documents/plain.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Mapping } from "../../documents/value.ts";
import { claimFrom } from "../../inventory/record/claims.ts";
import { mapsAt } from "../../inventory/record/fields.ts";
import { bindClaim } from "../../measurement/bind.ts";
import type { MetricNeed } from "../../measurement/need.ts";
import type { MetricResult } from "../../measurement/result.ts";

/** A metric that a test states, as what measuring it would have given. */
export interface StatedMeasurement {
  readonly need: MetricNeed;
  /** Null for an interval of whichever confidence is asked for. */
  readonly confidence: number | null;
  readonly result: MetricResult;
}

interface Written {
  readonly value?: number;
  readonly undefined?: string;
  readonly interval?: readonly [number, number];
  readonly n?: number;
}

/** Rows that a measurement is of when it does not say: enough for any slice. */
const MANY = 1_000;

/** Each is bound to its table as a claim of the card is, so that both mean the same rows. */
export function measurementsIn(
  facts: Mapping | null,
  dossier: Dossier,
): { readonly measurements: readonly StatedMeasurement[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const measurements = mapsAt(facts, "measurements").flatMap((entry) => {
    const claim = claimFrom(asClaim(entry));
    const binding = claim && bindClaim(claim, dossier);
    if (claim && binding?.kind === "bound") {
      return [
        {
          need: binding.need,
          confidence: claim.confidence,
          result: resultOf(plain(entry) as Written, binding.need.confidence),
        },
      ];
    }
    const why = binding && binding.kind !== "bound" ? binding : NO_VALUE;
    const says = `this measurement is of nothing that the card has: ${why.says}`;
    const { fix } = why;
    problems.push({ code: "unbound-measurement", about: "measurements", at: entry.at, says, fix });
    return [];
  });
  return { measurements, problems };
}

const NO_VALUE = {
  says: "it has neither a value nor a reason why there is none",
  fix: "add `value:`, or `undefined:` with the reason",
};

function asClaim(entry: Mapping): Mapping {
  const entries = [...entry.entries.values()].map(
    ({ key, keyAt, value }) => [key === "metric" ? "name" : key, value, keyAt] as const,
  );
  // A claim has a number; the reason stands in for it.
  const none = entry.entries.has("undefined") ? [["value", scalar(0, entry.at)] as const] : [];
  const kept = entries.filter(([key]) => key !== "undefined" && key !== "interval");
  return mapping([...kept, ...none], entry.at);
}

function resultOf(
  { value, undefined: reason, interval, n = MANY }: Written,
  confidence: number,
): MetricResult {
  if (value === undefined) return { kind: "undefined", reason: reason ?? "", n };
  if (!interval) return { kind: "value", value, n, interval: null };
  const [low, high] = interval;
  return { kind: "value", value, n, interval: { low, high, confidence, method: "wilson" } };
}
