import type { MetricParameters } from "../../statistics/metric.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import { formatInterval, formatValue } from "../renderings/quantity.ts";

/** Longest name of a column, a class or a group that a table shows. */
export const NAME_LIMIT = 40;
/** What stands where there is no number. */
export const NONE = "–";

export function name(text: string): string {
  return escapeTerminal(text, NAME_LIMIT);
}

export function figure(value: number | null): string {
  return value === null ? NONE : formatValue(value, 2);
}

interface Ends {
  readonly low: number;
  readonly high: number | null;
}

/** `[0.861, 0.881]`; without an upper end `[0.861, ∞)`. */
export function ends(interval: Ends | null): string {
  if (interval === null) return NONE;
  const { low, high } = interval;
  if (high === null) return `[${figure(low)}, ∞)`;
  return formatInterval({ low, high }, 3);
}

export function chance(p: number | null): string {
  if (p === null) return NONE;
  return p < 0.0001 ? "<0.0001" : p.toFixed(4);
}

export function level(confidence: number): string {
  return `${Number((confidence * 100).toFixed(3))}%`;
}

/** `precision, macro`; `recall, class "3"`. */
export function metricName(
  metric: string,
  { average, class: of, k, beta, depth, alpha }: MetricParameters,
): string {
  const settings = [
    average,
    of === undefined ? undefined : `class ${of}`,
    k === undefined ? undefined : `k = ${k}`,
    beta === undefined ? undefined : `β = ${beta}`,
    depth === undefined ? undefined : `depth ${depth}`,
    alpha === undefined ? undefined : `α = ${alpha}`,
  ].filter((setting) => setting !== undefined);
  return name([metric, ...settings].join(", "));
}
