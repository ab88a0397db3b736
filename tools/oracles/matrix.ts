import { readFileSync } from "node:fs";
import { parseKey, type Result, readGolden, sampleFrom } from "../../__tests__/statistics/golden.ts";
import { binarySample, type StoredScores } from "../../__tests__/statistics/scores.ts";
import { metricsOf } from "../../src/statistics/registry.ts";
import type { Sample } from "../../src/statistics/sample.ts";
import { inRoot } from "../docs/root.ts";
import { code, table } from "../docs/table.ts";
import { type AdversarialClass, CLASSES, classesOf, MEANINGS } from "./adversarial.ts";

/** The goldens of one metric on samples of one class: how many have a value, and how many are undefined. */
export interface Checked {
  readonly valued: number;
  readonly none: number;
}

export type Matrix = ReadonlyMap<string, ReadonlyMap<AdversarialClass, Checked>>;

const TASKS = [
  "binary",
  "multiclass",
  "multilabel",
  "regression",
] as const satisfies readonly Sample["task"][];

/** By metric of the task's catalogue, and by class, what its goldens hold. */
export function matrixOf(task: Sample["task"]): Matrix {
  const cases = readGolden(task).cases.map(({ sample, results }) => ({
    classes: classesOf(sample.name, sampleFrom(sample)),
    results: Object.entries(results).map(([key, result]) => ({ name: parseKey(key).name, result })),
  }));
  return new Map(
    metricsOf(task).map(({ name }) => [
      name,
      new Map(
        CLASSES.map((one) => {
          const found = cases
            .filter(({ classes }) => classes.has(one))
            .flatMap(({ results }) => results.filter((golden) => golden.name === name));
          return [one, counted(found.map(({ result }) => result))];
        }),
      ),
    ]),
  );
}

function counted(results: readonly Result[]): Checked {
  const valued = results.filter((result) => result !== null).length;
  return { valued, none: results.length - valued };
}

/** The metrics without a golden of a class, as "metric: class". */
export function gapsIn(matrix: Matrix): readonly string[] {
  return [...matrix].flatMap(([name, byClass]) =>
    [...byClass].flatMap(([one, { valued, none }]) => (valued + none === 0 ? [`${name}: ${one}`] : [])),
  );
}

interface StoredPair {
  readonly positive: readonly number[];
  readonly before: readonly number[];
}

interface Topic {
  readonly title: string;
  /** Classes that the topic has no answer for. */
  readonly apart: readonly AdversarialClass[];
  samples(): readonly StoredScores[];
}

/** What is measured on scores and truth, and is no metric of the catalogue. */
export const TOPICS: readonly Topic[] = [
  { title: "calibration", apart: [], samples: () => inputs("calibration", "forecast") },
  { title: "curves", apart: [], samples: () => inputs("curves", "curves") },
  {
    title: "paired areas",
    apart: ["tiny", "one class", "weights"],
    samples: () =>
      inputs<StoredPair>("comparison", "delong").map((input) => ({
        name: input.positive.length === REAL_ROWS ? "breast cancer" : "made",
        positive: input.positive,
        score: input.before,
        weight: null,
      })),
  },
];

/** Only the real data of the paired areas has as many rows. */
const REAL_ROWS = 285;

/** Not by the tests' own reader, which brings Vitest along. */
function inputs<I = StoredScores>(topic: string, kind: string): readonly I[] {
  const text = readFileSync(inRoot(`__tests__/statistics/goldens/${topic}.json`), "utf8");
  const { cases }: { readonly cases: readonly { readonly kind: string; readonly input: I }[] } =
    JSON.parse(text);
  return cases.filter((one) => one.kind === kind).map(({ input }) => input);
}

/** How many samples of each class a topic has. */
export function samplesOf(topic: Topic): ReadonlyMap<AdversarialClass, number> {
  const found = topic.samples().map((sample) => classesOf(sample.name, binarySample(sample)));
  return new Map(CLASSES.map((one) => [one, found.filter((classes) => classes.has(one)).length]));
}

/** The part of the README that shows it. */
export function matrixSection(): string {
  return [
    ...TASKS.flatMap((task) => [
      `### ${task[0]!.toUpperCase()}${task.slice(1)}`,
      table(
        ["metric", ...CLASSES],
        [...matrixOf(task)].map(([name, byClass]) => [
          code(name),
          ...CLASSES.map((one) => cell(byClass.get(one)!)),
        ]),
      ),
    ]),
    "### On scores, beyond the catalogue",
    table(
      ["topic", ...CLASSES],
      TOPICS.map((topic) => [
        topic.title,
        ...CLASSES.map((one) => (topic.apart.includes(one) ? "—" : String(samplesOf(topic).get(one)))),
      ]),
    ),
    "A paired comparison of areas needs two rows of each class and takes no weights. Proportions, groups and distributions have " +
      "their own lists of extremes in `proportions.py`, `groups.py` and `distribution.py`: no successes, all successes, empty bins, missing values, populations apart.",
    "`12 + 3 u` are twelve values and three that both sides leave undefined.",
    table(
      ["class", "samples in which"],
      CLASSES.map((one) => [one, MEANINGS[one]]),
    ),
  ].join("\n\n");
}

function cell({ valued, none }: Checked): string {
  return none === 0 ? String(valued) : valued === 0 ? `${none} u` : `${valued} + ${none} u`;
}
