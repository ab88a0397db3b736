import { mapping, scalar } from "../../documents/build.ts";
import type { Mapping, Scalar, Value } from "../../documents/value.ts";
import type { MetricLabel } from "./label.ts";
import type { MetricMention } from "./metric-words.ts";
import type { Reported } from "./reported.ts";

/** What a claim says, in the names of a native card's `metrics` entry. */
export interface ClaimFields {
  readonly name: Scalar;
  readonly value: Scalar;
  readonly unit?: Scalar | null;
  readonly split?: Value | null;
  readonly dataset?: Value | null;
  readonly threshold?: Value | null;
  readonly slice?: Mapping | null;
  readonly average?: Value | null;
  readonly class?: Value | null;
  readonly actual?: Value | null;
  readonly predicted?: Value | null;
  readonly k?: Value | null;
  readonly beta?: Value | null;
  readonly n?: Value | null;
  readonly interval?: Value | null;
  readonly confidence?: Value | null;
  /** The number has a "±" behind it, or is called a mean. */
  readonly spread?: Value | null;
  /** The number stands near the metric's name, and what the words around it say of it was not understood. */
  readonly unread?: Value | null;
}

/** One native `metrics` entry; it stands where its number does. */
export function claimEntry(fields: ClaimFields): Mapping {
  const given = Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] != null);
  return mapping(given, fields.value.at);
}

/** The fields that a metric's label and the number behind it give. */
export function claimOf(label: MetricLabel, reported: Reported): ClaimFields {
  const percentUnit = (reported.percent || label.percent) && typeof reported.value.value === "number";
  return {
    name: label.name,
    value: reported.value,
    unit: percentUnit ? scalar("percent", reported.value.at, reported.value.raw) : null,
    split: label.split,
    threshold: label.threshold,
    average: label.average,
    class: label.class,
    ...settingsOf(label.metric, label.name),
    ...(label.beta ? { beta: label.beta } : {}),
    n: reported.n,
    interval: reported.interval,
    confidence: reported.confidence,
    spread: reported.spread ? scalar(true, reported.value.at, reported.value.raw) : null,
  };
}

function settingsOf(metric: MetricMention, name: Scalar): Pick<ClaimFields, "k" | "beta"> {
  return {
    k: metric.k === null ? null : scalar(metric.k, name.at, name.raw),
    beta: metric.beta === null ? null : scalar(metric.beta, name.at, name.raw),
  };
}
