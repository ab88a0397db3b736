import { mapping, scalar } from "../../documents/build.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Mapping, Scalar, Value } from "../../documents/value.ts";
import { claimEntry } from "../markdown/claim-entry.ts";
import { type MetricLabel, metricLabel } from "../markdown/label.ts";
import { proseOf } from "../markdown/prose.ts";
import { splitName } from "../markdown/splits.ts";
import { readNumber } from "../number.ts";
import { answer, field, isList, isMapping } from "./fields.ts";

export interface ModelIndex {
  readonly name: Scalar | null;
  readonly tasks: readonly Scalar[];
  readonly claims: readonly Mapping[];
  readonly problems: readonly Problem[];
}

/** The `model-index` of front matter. `verified: true` is itself only a claim, and is not read. */
export function readModelIndex(index: Value | null): ModelIndex {
  const models = isList(index) ? index.items : [];
  const results = models.flatMap((model) => itemsOf(field(model, "results")));
  const read = results.flatMap((result) =>
    itemsOf(field(result, "metrics")).map((metric) => readMetric(metric, field(result, "dataset"))),
  );
  return {
    name: answer(field(models[0], "name")),
    tasks: results
      .map((result) => answer(field(field(result, "task"), "type")))
      .filter((task) => task !== null),
    claims: read.flatMap(({ claim }) => claim ?? []),
    problems: read.flatMap(({ problem }) => problem ?? []),
  };
}

function itemsOf(value: Value | null): readonly Value[] {
  return isList(value) ? value.items : [];
}

function readMetric(metric: Value, dataset: Value | null): { claim?: Mapping; problem?: Problem } {
  const type = answer(field(metric, "type"));
  const title = answer(field(metric, "name"));
  const name = type ?? title;
  const value = answer(field(metric, "value"));
  if (!name || !value) return {};
  if (readNumber(value.raw) === null) return { problem: notANumber(name, value) };
  const [told, titled] = [labelOf(type), labelOf(title)];
  const split = answer(field(dataset, "split"));
  const claim = claimEntry({
    name,
    value,
    split: split ? scalar(splitName(String(split.value)), split.at, split.raw) : (titled?.split ?? null),
    dataset: answer(field(dataset, "name")) ?? answer(field(dataset, "type")),
    average: argument(metric, "average") ?? told?.average ?? titled?.average ?? null,
    class: titled?.class ?? null,
    k: settingOf(told, titled, "k") ?? argument(metric, "k"),
    beta: settingOf(told, titled, "beta") ?? argument(metric, "beta"),
  });
  return { claim };
}

/** What a metric's name says beside the metric: "Test F1 (macro)". */
export function labelOf(name: Scalar | null): MetricLabel | null {
  if (!name) return null;
  const text = String(name.value);
  return metricLabel(proseOf({ text, offset: (index) => index }, () => name.at));
}

function settingOf(told: MetricLabel | null, titled: MetricLabel | null, key: "k" | "beta"): Scalar | null {
  const label = told?.metric[key] ? told : titled;
  const setting = label?.metric[key];
  return label && setting ? scalar(setting, label.name.at, label.name.raw) : null;
}

const AVERAGES = new Set(["macro", "micro", "weighted"]);

function argument(metric: Value, key: "average" | "k" | "beta"): Scalar | null {
  const args = field(metric, "args");
  const value = isMapping(args) ? answer(field(args, key)) : key === "average" ? answer(args) : null;
  if (!value) return null;
  return key !== "average" || AVERAGES.has(String(value.value)) ? value : null;
}

function notANumber(name: Scalar, value: Scalar): Problem {
  const says = `the value of ${String(name.value)} is ${JSON.stringify(value.raw.slice(0, 60))}, which is not a number`;
  return {
    code: "not-a-number",
    about: `model-index ${String(name.value)}`,
    at: value.at,
    says,
    fix: "write one number",
  };
}

export function datasetEntry(name: Scalar): Mapping {
  return mapping([["dataset", name]], name.at);
}
