import type { MetricFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { isoOfSeconds } from "../../iso-time.ts";

/** `wandb-summary.json`: the last value of each metric of one run of Weights & Biases, and not the best. */
export const wandbSummary = defineReader<"document">({
  tool: "wandb",
  form: "document",
  about: {
    versions: ["0.16", "0.31"],
    detectedBy:
      "an object with numbers `_timestamp` and `_step` or `_runtime`, or with a map `_wandb` that has `runtime`",
    notRead: "tables, pictures and histograms; whether the run failed, which the file does not say",
  },
  recognises: ({ root, syntax }) => {
    if (syntax !== "json") return false;
    const isNumber = (key: string) => typeof root.get(key).value === "number";
    return (
      (isNumber("_timestamp") && (isNumber("_step") || isNumber("_runtime"))) ||
      root.get("_wandb", "runtime").number() !== null
    );
  },
  read({ root }) {
    const { facts, warnings } = metricsIn(root);
    return {
      kind: "output",
      output: {
        tool: "wandb",
        formatVersion: null,
        producedAt: isoOfSeconds(root.get("_timestamp").number()),
        subject: null,
        facts,
        incomplete: shortfalls(root, facts.length),
        aggregates: [],
        warnings,
      },
    };
  },
});

const MOST_LEVELS = 4;

/** Numbers inside maps have the names that Weights & Biases shows: `val.loss`. */
function metricsIn(root: Json): { facts: MetricFact[]; warnings: OutputWarning[] } {
  const facts: MetricFact[] = [];
  const warnings: OutputWarning[] = [];
  const open: { readonly name: string; readonly json: Json; readonly level: number }[] = [];
  const push = (json: Json, prefix: string, level: number) => {
    for (const [key, value] of [...json.entries()].reverse())
      if (level > 0 || !key.startsWith("_")) open.push({ name: prefix + key, json: value, level });
  };
  push(root, "", 0);
  for (let next = open.pop(); next; next = open.pop()) {
    const { name, json, level } = next;
    const { value } = json;
    if (json.isMap && !json.has("_type") && level < MOST_LEVELS) push(json, `${name}.`, level + 1);
    else if (typeof value === "number" || value === null || isConstant(value))
      facts.push({ ...BLANK, name, value: typeof value === "number" ? json.number() : null, at: json.at });
    else warnings.push({ code: "no-number", says: `\`${name.slice(0, 80)}\` is no number`, at: json.at });
  }
  return { facts, warnings };
}

const BLANK = { kind: "metric", split: null, dataset: null, slice: {}, params: {}, n: null } as const;

/** Weights & Biases writes what is no finite number as a bare word, and in what its server exports as text. */
function isConstant(value: unknown): boolean {
  return value === "NaN" || value === "Infinity" || value === "-Infinity";
}

const MOST_NAMED = 4;

function shortfalls(root: Json, metrics: number): Shortfall[] {
  if (metrics > 0) return [];
  const own = [...root.entries()].map(([key]) => key).filter((key) => key.startsWith("_"));
  const named = own
    .sort()
    .slice(0, MOST_NAMED)
    .map((key) => `\`${key.slice(0, 80)}\``);
  const says = `the run logged no metric beside ${named.join(", ")}`;
  return [{ code: "empty", says, fix: "log the metrics of the evaluation in it", at: root.at }];
}
