import type { Place } from "../../documents/place.ts";
import type { Model, MonitoredMetric } from "../../inventory/model.ts";
import { metricNamed } from "../../measurement/metric-named.ts";
import type { Metric } from "../../statistics/metric.ts";
import { normalName } from "../../statistics/metric-name.ts";

/** A metric that someone has to be told of when it gets worse. */
export interface Watched {
  /** As the card writes it. */
  readonly name: string;
  /** The same for every spelling. */
  readonly key: string;
  /** Null where no metric of that name is known: latency, drift. */
  readonly metric: Metric | null;
  /** The alert that the card names. */
  readonly alert: string | null;
  /** On which side of its limit the metric is bad; null where nobody says. */
  readonly bad: "below" | "above" | null;
  /** What an alert may be stricter than, and not looser. */
  readonly limits: readonly number[];
  readonly at: Place;
}

/** A text longer than this many words is a sentence about monitoring and no metric's name. */
const MOST_WORDS = 4;

/**
 * What the model was approved by: its requirements, and what the card says is monitored; where it has neither, the
 * metrics that it reports over all rows.
 */
export function watchedIn({ monitored, requirements, claims, task }: Model): readonly Watched[] {
  const all = new Map<string, Watched>();
  const known = (name: string) => metricNamed(name, task?.value ?? null)?.metric ?? null;
  const add = (name: string, at: Place, more: Partial<Watched>) => {
    const metric = known(name);
    const key = metric?.name ?? normalName(name);
    const bad = metric?.better === "higher" ? "below" : metric?.better === "lower" ? "above" : null;
    const had = all.get(key) ?? { name, key, metric, alert: null, bad, limits: [], at };
    all.set(key, {
      ...had,
      alert: had.alert ?? more.alert ?? null,
      bad: had.bad ?? more.bad ?? null,
      limits: [...had.limits, ...(more.limits ?? [])],
    });
  };
  for (const entry of monitored) if (isNamed(entry)) add(entry.name.value, entry.name.at, writtenIn(entry));
  for (const { metric, atLeast, atMost } of requirements) {
    if (!metric) continue;
    const limit = atLeast ?? atMost;
    const bad = atLeast ? "below" : atMost ? "above" : null;
    add(metric.value, metric.at, { bad, limits: limit ? [limit.value] : [] });
  }
  if (all.size > 0) return [...all.values()];
  for (const { metric, slice, unread, at } of claims) {
    const counts = known(metric.value)?.better === null;
    if (!unread && !counts && Object.keys(slice).length === 0) add(metric.value, at, {});
  }
  return [...all.values()];
}

function isNamed({ name, alert }: MonitoredMetric): boolean {
  return alert !== null || name.value.trim().split(/\s+/).length <= MOST_WORDS;
}

const THRESHOLD = /^(?:(<=?|>=?|below|under|above|over)\s*)?(-?\d{1,12}(?:\.\d{1,12})?)\s*(%)?$/i;

/** "< 0.6", "above 5 %", "0.6"; a sentence gives none. */
function writtenIn({ threshold, alert }: MonitoredMetric): Partial<Watched> {
  const [, side, digits, percent] = THRESHOLD.exec(threshold?.value.trim() ?? "") ?? [];
  const bad = side === undefined ? null : /^(?:<|below|under)/i.test(side) ? "below" : "above";
  const limits = digits === undefined ? [] : [Number(digits) / (percent ? 100 : 1)];
  return { alert: alert?.value ?? null, bad, limits };
}
