import type { Judged } from "../judgement/judged.ts";
import type { Binding } from "../measurement/bind.ts";
import { meaningParameters } from "../measurement/describe.ts";
import type { MetricResult } from "../measurement/result.ts";
import { readReported, SMALLEST_SLICE, settle } from "../measurement/settle.ts";
import type { ClaimReport, MeasurementReport } from "./report.ts";

export function claimReports({ subject, measured, judgement }: Judged): ClaimReport[] {
  const bound = judgement.checks.some(({ rule }) => rule.id.startsWith("performance/claims-"));
  return subject.bindings.map((binding) => claimReport(binding, bound ? settle(binding, measured) : null));
}

function claimReport(binding: Binding, settled: ReturnType<typeof settle> | null): ClaimReport {
  const { claim } = binding;
  const metric = binding.kind === "bound" ? binding.metric : null;
  const { reported, decimals } = readReported(claim, metric);
  const table = binding.kind === "bound" ? binding.table : null;
  const result = settled?.result ?? null;
  const known = settled && settled.status !== "unsupported" ? settled.result : null;
  return {
    metric: metric?.name ?? claim.metric.value,
    params: meaningParameters(claim),
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
    undefined: settled === null ? "no rule in force recomputes claims" : reasonOf(settled, result),
    evidence: table?.id ?? null,
    origin: known ? "committed" : null,
    status: settled?.status ?? "unsupported",
    notes: settled && settled.status !== "unsupported" ? settled.notes : [],
  };
}

function reasonOf(
  settled: NonNullable<ReturnType<typeof settle>>,
  result: MetricResult | null,
): string | null {
  if (settled.status !== "unsupported") return null;
  return result?.kind === "undefined" ? result.reason : settled.says;
}

/** Metrics that a rule measured and no claim reports. */
export function measurementReports({ subject, measured, metrics }: Judged): MeasurementReport[] {
  const claimed = new Set(
    subject.bindings.flatMap((binding) => (binding.kind === "bound" ? [binding.need] : [])),
  );
  return metrics
    .filter((need) => !claimed.has(need))
    .map((need) => {
      const result = measured.of(need);
      const small =
        result.kind === "value" && Object.keys(need.slice).length > 0 && result.n < SMALLEST_SLICE;
      const known = result.kind === "value" && !small ? result : null;
      const split = subject.after.tables.find((table) => table.id === need.table)?.split ?? null;
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
        undefined: known ? null : small ? "too few rows to report" : why(result),
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
