import type { Metric, MetricParameters } from "../../statistics/metric.ts";
import { metricsOf } from "../../statistics/registry.ts";
import type { SampleTask } from "../task.ts";
import { settingsFor } from "./settings.ts";

/** A metric that is asked for by name, with the settings that the name says: `f1_macro`, `lift@0.1`. */
export interface Asked {
  readonly metric: string;
  readonly implied: MetricParameters;
}

/** Metrics to measure, each under the settings worth a line; all of the task's where none is asked for. */
export function askedOf(task: SampleTask, asked: readonly Asked[] | null): readonly Metric[] {
  const all: readonly Metric[] = metricsOf(task);
  return asked === null ? all : all.filter(({ name }) => asked.some(({ metric }) => metric === name));
}

/** The settings under which an asked metric is told: the usual ones that fit a name's own, or the name's own alone. */
export function settingsAsked(
  metric: Metric,
  asked: readonly Asked[] | null,
  classes: readonly string[],
  rows: number,
): readonly MetricParameters[] {
  const usual = settingsFor(metric, classes, rows);
  if (asked === null) return usual;
  const kept = asked.flatMap(({ metric: name, implied }) => {
    if (name !== metric.name) return [];
    const fitting = usual.filter((setting) => fits(setting, implied));
    return fitting.length > 0 ? fitting : [implied];
  });
  return [...new Map(kept.map((setting) => [JSON.stringify(setting), setting])).values()];
}

function fits(setting: MetricParameters, implied: MetricParameters): boolean {
  const entries = Object.entries(setting);
  return Object.entries(implied).every(([key, value]) =>
    entries.some(([own, other]) => own === key && other === value),
  );
}
