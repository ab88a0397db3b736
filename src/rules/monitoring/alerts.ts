import type { Dossier } from "../../case/dossier.ts";
import type { AlertCondition, AlertFact } from "../../evidence/output/fact.ts";
import type { Task } from "../../inventory/vocabulary.ts";
import { metricNamed } from "../../measurement/metric-named.ts";
import { factsOf, type ShownFact } from "../tool-outputs.ts";
import type { Watched } from "./watched.ts";

type Shown = ShownFact<"alert">;

/** An alert that may be the one for a metric, and those of its conditions that are about it. */
export interface Candidate {
  readonly shown: Shown;
  readonly conditions: readonly AlertCondition[];
}

/** The alerts of a card's files, found by name and by the metrics that their conditions are about. */
export class Alerts {
  readonly size: number;
  private readonly byName = new Map<string, Shown[]>();
  private readonly byMetric = new Map<string, Candidate[]>();

  constructor(dossier: Dossier) {
    const alerts = factsOf(dossier, "alert");
    const task = dossier.model.task?.value ?? null;
    this.size = alerts.length;
    for (const shown of alerts) {
      const { name, conditions } = shown.fact;
      grow(this.byName, name, shown);
      const about = new Map<string, AlertCondition[]>();
      for (const condition of conditions)
        for (const key of keysOf(condition.metric, task)) grow(about, key, condition);
      for (const [key, own] of about) grow(this.byMetric, key, { shown, conditions: own });
    }
  }

  /** By the alert that the card names, else by the metric. */
  for({ alert, key }: Watched): readonly Candidate[] {
    const about = this.byMetric.get(key) ?? [];
    if (alert === null) return about;
    const own = new Map(about.map((candidate) => [candidate.shown.fact, candidate]));
    return (this.byName.get(alert) ?? []).map(
      (shown) => own.get(shown.fact) ?? { shown, conditions: shown.fact.conditions },
    );
  }

  get names(): Iterable<string> {
    return this.byName.keys();
  }
}

function grow<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const MOST_WORDS = 12;

/**
 * What a series may be about: the known metric with the most words in its name, so that `credit_balanced_accuracy` is
 * no accuracy; where it has none, every run of its words.
 */
function keysOf(series: AlertFact["name"], task: Task | null): readonly string[] {
  const words = series
    .slice(0, 200)
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS);
  const runs: string[] = [];
  for (let length = words.length; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length).join("_");
      const found = metricNamed(run, task);
      if (found) return [found.metric.name];
      runs.push(run);
    }
  }
  return runs;
}
