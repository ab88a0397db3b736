import type { Metric } from "../../src/statistics/metric.ts";
import { metricsOf } from "../../src/statistics/registry.ts";
import type { Sample } from "../../src/statistics/sample.ts";
import { docstrings } from "./docstrings.ts";
import { code, table } from "./table.ts";

const TITLES: Readonly<Record<Sample["task"], string>> = {
  binary: "Binary classification, and anomaly detection",
  multiclass: "Multiclass classification",
  multilabel: "Multilabel classification",
  regression: "Regression",
};
const TASKS = Object.keys(TITLES) as readonly Sample["task"][];

/** docs/metrics.md: the metrics that are recomputed, from the registry and from what is written above each. */
export async function metricsPage(): Promise<string> {
  const definitions = definitionsFrom(await docstrings());
  const parts = [
    "<!-- Generated from src/statistics by npm run docs. -->",
    "# Metrics",
    "The metrics that are recomputed, by the model's task. A name is scikit-learn's where there is one. Spelling is free: capitals, spaces, hyphens and a " +
      "closing `score` make no difference, and `f1_macro`, `top_5_accuracy`, `f2`, `precision@100` and `lift@10%` say their setting in the name; " +
      "`recall@0.35` says the threshold of the decision. " +
      "`neg_` before a metric whose lower values are better means its negative, as scikit-learn's scorers have it.",
    "*Reads*: the decision (a class), the score (a probability, or one per class), the predicted number, or the predicted interval. " +
      "*Settings*: keys that a claim may give. *Better*: which direction is an improvement; counts have none.",
    "Undefined is a value, with its reason: never 0, and never a guess. Beside what each definition says, every metric is undefined when there are no rows, " +
      "when weights are negative, all zero or not finite, when a number that it reads is not finite, when it is given a setting that it does not take, " +
      "and when the result is larger than a number can hold.",
    ...TASKS.flatMap((task) => [`## ${TITLES[task]}`, rows(metricsOf(task), definitions)]),
    "## Definitions",
    ...definitions.flatMap(({ title, text }) => [`### ${title}`, ...paragraphs(text)]),
  ];
  return `${parts.join("\n\n")}\n`;
}

interface Definition {
  readonly title: string;
  readonly text: string;
  readonly metrics: readonly Metric[];
}

/** Metrics of one name and one docstring are defined once, for all their tasks. */
function definitionsFrom(written: ReadonlyMap<unknown, string>): readonly Definition[] {
  const all: readonly Metric[] = TASKS.flatMap((task) => [...metricsOf(task)]);
  const groups = new Map<string, Metric[]>();
  for (const metric of all) {
    const key = JSON.stringify([metric.name, written.get(metric)]);
    groups.set(key, [...(groups.get(key) ?? []), metric]);
  }
  return [...groups.values()].map((metrics) => {
    const [{ name, task }] = metrics as [Metric];
    const alone = all.filter((other) => other.name === name).length === metrics.length;
    return {
      title: alone ? code(name) : `${code(name)}, ${task}`,
      text: written.get(metrics[0]) ?? "",
      metrics,
    };
  });
}

/** The definition, when it is undefined, and its source, each where a reader looks for it. */
function paragraphs(text: string): readonly string[] {
  const [definition = "", source] = text.split(/\s*\bSource: /);
  return [
    definition.replace(/\b(Undefined|Never undefined)\b/, "**$1**"),
    ...(source === undefined ? [] : [`*Source:* ${source}`]),
  ];
}

function rows(metrics: readonly Metric[], definitions: readonly Definition[]): string {
  return table(
    ["name", "also written", "reads", "settings", "better", "range"],
    metrics.map((metric) => {
      const { name, aliases, reads, takes, better, range } = metric;
      const title = definitions.find((definition) => definition.metrics.includes(metric))?.title ?? "";
      return [
        `[${code(name)}](#${anchor(title)})`,
        aliases.map(code).join(", "),
        reads,
        takes.map(code).join(", "),
        better ?? "",
        `${bound(range[0])} to ${bound(range[1])}`,
      ];
    }),
  );
}

/** As GitHub makes the anchor of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
}

function bound(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? "∞" : "−∞";
}
