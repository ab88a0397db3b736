import { nearest } from "../documents/nearest.ts";
import type { AnalysisRequest } from "../measurement/analysis/request.ts";
import { SAMPLE_TASKS, type SampleTask } from "../measurement/task.ts";
import { UsageError } from "./usage-error.ts";

/** `metrics`, as the command line wrote it. */
export interface MetricsOptions {
  readonly task: string;
  readonly label: string;
  readonly score?: readonly string[];
  readonly prediction?: string;
  readonly weight?: string;
  readonly segment?: readonly string[];
  readonly threshold?: string;
  readonly positive?: string;
  readonly entity?: string;
  readonly reference?: string;
  readonly id?: string;
  readonly bootstrap?: string;
  readonly seed?: string;
  readonly confidence?: string;
  readonly format?: string;
}

const FEWEST_REPLICATES = 100;
const MOST_REPLICATES = 100_000;

/** What the options ask for. @throws UsageError when they do not fit the task or each other. */
export function requestOf(options: MetricsOptions): AnalysisRequest {
  const task = taskOf(options.task);
  const { label, prediction = null, segment: segments = [] } = options;
  const { score, scores } = scoresOf(task, options.score ?? []);
  const threshold = options.threshold === undefined ? null : numberOf("--threshold", options.threshold);
  refuse(
    task === "regression" && prediction === null,
    "--task regression needs --prediction",
    "name the column of predicted numbers",
  );
  refuse(
    prediction === null && score === null && scores.size === 0,
    "nothing answers for the rows",
    "give --score COLUMN, --prediction COLUMN, or both",
  );
  refuse(threshold !== null && task !== "binary", `--threshold is for --task binary`, "leave it out");
  refuse(threshold !== null && score === null, "--threshold needs a score", "add --score COLUMN");
  refuse(
    threshold !== null && prediction !== null,
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
    options.id !== undefined && options.reference === undefined,
    "--id is for a comparison",
    "add --reference FILE",
  );
  const answers = [prediction, score, ...scores.values()];
  refuse(answers.includes(label), `--label "${label}" is also the answer`, "name the column of the truth");
  const twice = segments.find((name, index) => segments.indexOf(name) !== index);
  refuse(twice !== undefined, `--segment "${twice}" is given twice`, "give each column once");
  return {
    task,
    label,
    prediction,
    score,
    scores,
    weight: options.weight ?? null,
    segments,
    entity: options.entity ?? null,
    id: options.id ?? null,
    threshold,
    positive: options.positive ?? null,
    confidence: confidenceOf(options.confidence ?? "0.95"),
    bootstrap:
      options.bootstrap === undefined
        ? null
        : { replicates: replicatesOf(options.bootstrap), seed: options.seed ?? "" },
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

/** Of two classes one score is enough; of several each has its own, `CLASS=COLUMN`. */
function scoresOf(task: SampleTask, written: readonly string[]): Pick<AnalysisRequest, "score" | "scores"> {
  const none = new Map<string, string>();
  const [first, second] = written;
  if (first === undefined) return { score: null, scores: none };
  if (task === "regression")
    throw new UsageError(
      "--score is not for --task regression",
      "name the predicted numbers with --prediction",
    );
  if (task === "binary") {
    if (second !== undefined)
      throw new UsageError("--score is given twice", "name the score of the positive class");
    return { score: first, scores: none };
  }
  const scores = written.map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1)
      throw new UsageError(`--score ${pair} names no class`, "write --score CLASS=COLUMN for every class");
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  if (new Set(scores.map(([name]) => name)).size < scores.length)
    throw new UsageError("--score names a class twice", "write --score CLASS=COLUMN once for every class");
  return { score: null, scores: new Map(scores) };
}

function numberOf(option: string, written: string): number {
  const value = Number(written);
  if (written.trim() !== "" && Number.isFinite(value)) return value;
  throw new UsageError(`${option} ${written} is no number`, `write it as ${option} 0.5`);
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
