import type { Claim } from "../../inventory/claim.ts";
import type { Model } from "../../inventory/model.ts";
import { metricNamed } from "../../measurement/metric-named.ts";
import type { Metric } from "../../statistics/metric.ts";
import { normalName } from "../../statistics/metric-name.ts";
import type { ShownFact } from "../tool-outputs.ts";

/** What a number is of, whoever states it, in words that can be compared. */
export interface Meaning {
  readonly name: string;
  readonly metric: Metric | null;
  readonly split: string | null;
  readonly slice: Readonly<Record<string, string>>;
  readonly settings: ReadonlyMap<string, string>;
}

interface Written {
  readonly name: string;
  readonly split: string | null;
  readonly slice: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string | number | null>>;
}

export function meaningOfClaim(claim: Claim, model: Model): Meaning {
  const { average, actual, predicted, k, beta, slice } = claim;
  const threshold = claim.threshold?.value ?? null;
  const settings = { average, class: claim.class, actual, predicted, k, beta, threshold };
  return meaning({ name: claim.metric.value, split: claim.split?.value ?? null, slice, settings }, model);
}

/** The split is the tool's word, else that of the card's entry, else a part of the name, as in `test_accuracy`. */
export function meaningOfFact({ fact, file }: ShownFact<"metric">, model: Model): Meaning {
  const { name, slice, params: settings } = fact;
  const split = fact.split ?? file.split;
  const whole = meaning({ name, split, slice, settings }, model);
  const [, word = "", rest = ""] = SPLIT_BEFORE.exec(name) ?? [];
  if (whole.metric !== null || rest === "") return whole;
  return meaning({ name: rest, split: split ?? word, slice, settings }, model);
}

const SPLIT_BEFORE = /^(train|training|val|valid|validation|test|testing)[_/.-](.{1,80})$/i;
const SPLITS: Readonly<Record<string, string>> = {
  training: "train",
  val: "validation",
  valid: "validation",
  testing: "test",
};

function meaning({ name, split, slice, settings }: Written, model: Model): Meaning {
  const found = metricNamed(name, model.task?.value ?? null);
  const metric = found?.metric ?? null;
  const given = { ...found?.implied, ...(found?.threshold !== undefined && { threshold: found.threshold }) };
  const all = new Map<string, string>();
  for (const [key, value] of [...Object.entries(given), ...Object.entries(settings)]) {
    if (value === null || value === undefined || !counts(key, metric)) continue;
    if (!isImplied(key, String(value), metric, model)) all.set(key, String(value));
  }
  const word = split?.toLowerCase() ?? null;
  const known = word !== null && Object.hasOwn(SPLITS, word) ? (SPLITS[word] ?? word) : split;
  return { name: metric?.name ?? normalName(name), metric, split: known, slice, settings: all };
}

/** A setting that the metric does not take says nothing of it: the average of an accuracy. */
function counts(key: string, metric: Metric | null): boolean {
  if (metric === null) return true;
  const taken: readonly string[] = metric.takes;
  return key === "threshold" ? metric.reads === "decision" : taken.includes(key);
}

/** In a binary task, a number of the positive class is the number. */
function isImplied(key: string, value: string, metric: Metric | null, { prediction }: Model): boolean {
  if (metric?.task !== "binary") return false;
  if (key === "average") return value === "binary";
  return key === "class" && value === (prediction.positiveClass?.value ?? "1");
}

/** `same`, `other`, or `perhaps`: one of them leaves out what the other says. */
export function compare(a: Meaning, b: Meaning): "same" | "perhaps" | "other" {
  if (a.name !== b.name || !sameSlice(a.slice, b.slice)) return "other";
  if (a.split !== null && b.split !== null && a.split !== b.split) return "other";
  let open = a.split !== b.split;
  for (const key of new Set([...a.settings.keys(), ...b.settings.keys()])) {
    const [one, other] = [a.settings.get(key), b.settings.get(key)];
    if (one === other) continue;
    if ((one !== undefined && other !== undefined) || PARTS.has(key)) return "other";
    open = true;
  }
  return open ? "perhaps" : "same";
}

/** A number of one class, or of one cell, is no number of all. */
const PARTS = new Set(["class", "actual", "predicted"]);

function sameSlice(a: Meaning["slice"], b: Meaning["slice"]): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
  );
}
