import { tableById } from "../case/dossier.ts";
import type { Place } from "../documents/place.ts";
import type { Judged } from "../judgement/judged.ts";
import type { Binding } from "../measurement/bind.ts";
import { settingsOf } from "../measurement/describe.ts";
import { keyOf } from "../measurement/need.ts";
import type { MetricResult } from "../measurement/result.ts";
import { isTooSmall, readReported, type Settlement, settle, TOO_SMALL } from "../measurement/settle.ts";
import claimsPossible from "../rules/performance/claims-possible.ts";
import type { ClaimReport, MeasurementReport } from "./report.ts";

export function claimReports({ subject, measured, judgement }: Judged): ClaimReport[] {
  const proofs = proofsAgainst(judgement);
  return subject.bindings.map((binding) => {
    const report = claimReport(binding, settle(binding, measured));
    const proof = proofs.get(placeKey(binding.claim.at));
    if (report.status !== "unsupported" || proof === undefined) return report;
    return { ...report, status: "impossible", undefined: proof };
  });
}

/** By the place of a number, why no data could give it. */
function proofsAgainst({ findings }: Judged["judgement"]): ReadonlyMap<string, string> {
  const proofs = findings.filter(({ rule, outcome }) => rule === claimsPossible.id && outcome === "finding");
  return new Map(
    proofs.flatMap(({ at, also, says }) => [at, ...also].map((place) => [placeKey(place), says])),
  );
}

function placeKey({ path, line, column, pointer }: Place): string {
  return JSON.stringify([path, line, column, pointer]);
}

function claimReport(binding: Binding, settled: Settlement): ClaimReport {
  const { claim } = binding;
  const metric = binding.kind === "bound" ? binding.metric : null;
  const { reported, decimals } = readReported(claim, metric);
  const table = binding.kind === "bound" ? binding.table : null;
  const known = settled.status === "unsupported" ? null : settled.result;
  return {
    metric: metric?.name ?? claim.metric.value,
    params: settingsOf(binding),
    split: claim.split?.value ?? table?.split ?? null,
    slice: claim.slice,
    at: claim.at,
    raw: claim.raw,
    decimals,
    reported,
    recomputed: known?.value ?? null,
    interval: known?.interval ? { low: known.interval.low, high: known.interval.high } : null,
    confidence: known?.interval?.confidence ?? null,
    method: known?.interval?.method ?? null,
    n: known?.n ?? null,
    undefined: settled.status === "unsupported" ? settled.says : null,
    evidence: table?.id ?? null,
    origin: known ? "committed" : null,
    status: settled.status,
    notes: settled.status === "unsupported" ? [] : settled.notes,
  };
}

/** Metrics that a rule measured and no claim reports. */
export function measurementReports({ subject, measured, metrics }: Judged): MeasurementReport[] {
  const claimed = new Set(
    subject.bindings.flatMap((binding) => (binding.kind === "bound" ? [keyOf(binding.need)] : [])),
  );
  return metrics
    .filter((need) => !claimed.has(keyOf(need)))
    .map((need) => {
      const result = measured.of(need);
      const small = isTooSmall(need.slice, result);
      const known = result.kind === "value" && !small ? result : null;
      const split = tableById(subject.after, need.table)?.split ?? null;
      return {
        metric: need.metric,
        params: parametersOf(need),
        split,
        slice: need.slice,
        value: known?.value ?? null,
        interval: known?.interval ? { low: known.interval.low, high: known.interval.high } : null,
        confidence: known?.interval?.confidence ?? null,
        method: known?.interval?.method ?? null,
        n: known?.n ?? null,
        undefined: small ? TOO_SMALL : why(result),
        evidence: need.table,
      };
    });
}

function parametersOf({
  parameters,
  decision,
}: Judged["metrics"][number]): Readonly<Record<string, string | number>> {
  const threshold = decision !== null && decision !== "column" ? { threshold: decision.threshold } : {};
  return { ...parameters, ...threshold };
}

function why(result: MetricResult): string | null {
  switch (result.kind) {
    case "value":
      return null;
    case "undefined":
      return result.reason;
    case "cannot-tell":
      return result.says;
  }
}
