import { nearest } from "../documents/nearest.ts";
import type { AnalysisRequest } from "../measurement/analysis/request.ts";
import { SAMPLE_TASKS, type SampleTask } from "../measurement/task.ts";
import { askedMetric } from "./asked-metric.ts";
import { checkLabels, columnsOf, type NamedColumns } from "./named-columns.ts";
import { UsageError } from "./usage-error.ts";

/** `metrics`, as the command line wrote it. */
export interface MetricsOptions {
  readonly task: string;
  readonly label: readonly string[];
  readonly score?: readonly string[];
  readonly prediction?: readonly string[];
  readonly lower?: string;
  readonly upper?: string;
  readonly weight?: string;
  readonly count?: string;
  readonly segment?: readonly string[];
  readonly threshold?: string;
  readonly positive?: string;
  readonly entity?: string;
  readonly reference?: string;
  readonly id?: string;
  readonly bootstrap?: string;
  readonly seed?: string;
  readonly stratify?: boolean;
  readonly margin?: string;
  readonly confidence?: string;
  readonly metric?: readonly string[];
  readonly format?: string;
}

const FEWEST_REPLICATES = 100;
const MOST_REPLICATES = 100_000;

/** What the options ask for. @throws UsageError when they do not fit the task or each other. */
export function requestOf(options: MetricsOptions): AnalysisRequest {
  const task = taskOf(options.task);
  const { lower = null, upper = null, count = null, segment: segments = [] } = options;
  const ofEach = task === "multilabel" ? "label" : null;
  const { one: label, each: labels } = columnsOf("--label", options.label, ofEach);
  const { one: prediction, each: predictions } = columnsOf("--prediction", options.prediction ?? [], ofEach);
  const { one: score, each: scores } = scoresOf(task, options.score ?? []);
  if (task === "multilabel") {
    checkLabels("--prediction", labels, predictions);
    checkLabels("--score", labels, scores);
  }
  const threshold = options.threshold === undefined ? null : numberOf("--threshold", options.threshold);
  refuse(
    task === "regression" && prediction === null && lower === null && upper === null,
    "--task regression needs --prediction",
    "name the column of predicted numbers, or the interval's with --lower and --upper",
  );
  refuse(
    (lower === null) !== (upper === null),
    "an interval has two bounds",
    "give both --lower COLUMN and --upper COLUMN",
  );
  refuse(
    lower !== null && task !== "regression",
    "--lower and --upper are for --task regression",
    "leave them out",
  );
  refuse(
    [prediction, score, lower].every((column) => column === null) && scores.size + predictions.size === 0,
    "nothing answers for the rows",
    "give --score COLUMN, --prediction COLUMN, or both",
  );
  refuse(
    threshold !== null && task !== "binary" && task !== "multilabel",
    "--threshold is for --task binary and --task multilabel",
    "leave it out",
  );
  refuse(
    threshold !== null && score === null && scores.size === 0,
    "--threshold needs a score",
    "add --score COLUMN",
  );
  refuse(
    threshold !== null && (prediction !== null || predictions.size > 0),
    "--threshold and --prediction both decide",
    "give the one whose decisions are meant",
  );
  refuse(
    options.positive !== undefined && task !== "binary",
    "--positive is for --task binary",
    "leave it out",
  );
  refuse(
    options.seed !== undefined && options.bootstrap === undefined,
    "--seed is for the bootstrap",
    "add --bootstrap N",
  );
  refuse(
    options.stratify === true && options.bootstrap === undefined,
    "--stratify is for the bootstrap",
    "add --bootstrap N",
  );
  refuse(
    options.stratify === true && task === "regression",
    "--stratify draws each class apart, and --task regression has none",
    "leave it out",
  );
  refuse(
    options.margin !== undefined && options.id === undefined,
    "--margin is for a comparison row by row",
    "add --reference FILE and --id COLUMN",
  );
  refuse(
    options.id !== undefined && options.reference === undefined,
    "--id is for a comparison",
    "add --reference FILE",
  );
  refuse(
    count !== null &&
      [
        label,
        prediction,
        score,
        options.weight ?? null,
        ...labels.values(),
        ...predictions.values(),
        ...scores.values(),
      ].includes(count),
    `--count "${count}" has another role too`,
    "name the column that says how many rows a line stands for",
  );
  const answers = [prediction, score, lower, upper, ...predictions.values(), ...scores.values()];
  const own = [...(label === null ? [] : [label]), ...labels.values()].find((name) => answers.includes(name));
  refuse(own !== undefined, `--label "${own}" is also the answer`, "name the column of the truth");
  const twice = segments.find((name, index) => segments.indexOf(name) !== index);
  refuse(twice !== undefined, `--segment "${twice}" is given twice`, "give each column once");
  return {
    task,
    label,
    labels,
    prediction,
    predictions,
    score,
    scores,
    lower,
    upper,
    weight: options.weight ?? null,
    count,
    segments,
    entity: options.entity ?? null,
    time: null,
    id: options.id ?? null,
    threshold,
    positive: options.positive ?? null,
    confidence: confidenceOf(options.confidence ?? "0.95"),
    bootstrap:
      options.bootstrap === undefined
        ? null
        : {
            replicates: replicatesOf(options.bootstrap),
            seed: options.seed ?? "",
            stratify: options.stratify === true,
          },
    margin: options.margin === undefined ? null : marginOf(options.margin),
    metrics: options.metric?.map((name) => askedMetric(name, task)) ?? null,
  };
}

function refuse(wrong: boolean, says: string, fix: string): void {
  if (wrong) throw new UsageError(says, fix);
}

function taskOf(written: string): SampleTask {
  const task = SAMPLE_TASKS.find((known) => known === written);
  if (task) return task;
  const close = nearest(written, SAMPLE_TASKS);
  const fix = close === null ? `use one of: ${SAMPLE_TASKS.join(", ")}` : `did you mean "${close}"?`;
  throw new UsageError(`there is no task "${written}"`, fix);
}

/** Of two classes one score is enough; of several each has its own. */
function scoresOf(task: SampleTask, written: readonly string[]): NamedColumns {
  if (task === "regression" && written.length > 0)
    throw new UsageError(
      "--score is not for --task regression",
      "name the predicted numbers with --prediction",
    );
  if (task === "binary" && written.length > 1)
    throw new UsageError("--score is given twice", "name the score of the positive class");
  return columnsOf("--score", written, OF_SEVERAL[task]);
}

const OF_SEVERAL: Readonly<Record<SampleTask, "class" | "label" | null>> = {
  binary: null,
  multiclass: "class",
  multilabel: "label",
  regression: null,
};

function numberOf(option: string, written: string): number {
  const value = Number(written);
  if (written.trim() !== "" && Number.isFinite(value)) return value;
  throw new UsageError(`${option} ${written} is no number`, `write it as ${option} 0.5`);
}

function marginOf(written: string): number {
  const value = numberOf("--margin", written);
  refuse(value < 0, `--margin ${written} is out of range`, "give 0 or more, such as 0.02");
  return value;
}

function confidenceOf(written: string): number {
  const value = numberOf("--confidence", written);
  refuse(
    value < 0.5 || value > 0.9999,
    `--confidence ${written} is out of range`,
    "give a number from 0.5 to 0.9999, such as 0.95",
  );
  return value;
}

function replicatesOf(written: string): number {
  const value = numberOf("--bootstrap", written);
  const within = Number.isInteger(value) && value >= FEWEST_REPLICATES && value <= MOST_REPLICATES;
  refuse(
    !within,
    `--bootstrap ${written} is out of range`,
    `give a whole number from ${FEWEST_REPLICATES} to ${MOST_REPLICATES}, such as 2000`,
  );
  return value;
}
