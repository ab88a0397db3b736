import type { MetricParameters } from "../metric.ts";

/**
 * One number as somebody reported it, of unweighted rows.
 * `metric` is any name that the registry knows, or `prevalence` (binary: the share of positives), or
 * `target_variance` or `target_standard_deviation` (regression: of the true values).
 */
export interface Reported extends MetricParameters {
  readonly metric: string;
  /** As a fraction where the metric is a share; a percentage is divided by 100 first. */
  readonly value: number;
  /** How many digits follow the point, in the unit of `value`; below 0 when the last digits are no digits (1.2e4 has -3). */
  readonly decimals: number;
}

/** Why it is no reported number, or null. */
export function flawOf({ metric, value, decimals }: Reported): string | null {
  if (!Number.isFinite(value)) return `${metric} is not a finite number`;
  if (!Number.isInteger(decimals) || Math.abs(decimals) > 300)
    return `${metric} has no known number of digits`;
  return null;
}

/** "recall 0.20", "f1 (macro) 0.8812", "precision (class cat) 0.5". */
export function shown(reported: Reported): string {
  const { metric, average, class: ofClass, beta, k, depth, alpha, value, decimals } = reported;
  const settings = [
    ...(average === undefined ? [] : [average]),
    ...(ofClass === undefined ? [] : [`class ${ofClass}`]),
    ...(beta === undefined ? [] : [`beta ${beta}`]),
    ...(k === undefined ? [] : [`k ${k}`]),
    ...(depth === undefined ? [] : [`depth ${depth}`]),
    ...(alpha === undefined ? [] : [`alpha ${alpha}`]),
  ];
  const digits = decimals >= 0 && decimals <= 20 ? value.toFixed(decimals) : String(value);
  return `${metric}${settings.length > 0 ? ` (${settings.join(", ")})` : ""} ${digits}`;
}

/** A sentence names no more numbers than this. */
const LISTED = 8;

/** "a", "a and b", "a, b and c"; the first few and how many more of a long list. */
export function listed(all: readonly Reported[]): string {
  const words = all.slice(0, LISTED).map(shown);
  if (all.length > LISTED) words.push(`${all.length - LISTED} more`);
  const last = words.pop() ?? "nothing";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}

/** A computed bound for a sentence: enough digits to tell it from the reported number. */
export function rough(value: number): string {
  return String(Number(value.toPrecision(6)));
}
