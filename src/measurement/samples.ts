import type { Model } from "../inventory/model.ts";
import { decideAt } from "../statistics/decision.ts";
import { countedLines } from "../statistics/frequency.ts";
import type { Sample } from "../statistics/sample.ts";
import type { Column, NumberColumn, TextColumn } from "../tables/table.ts";
import { binaryClasses, type ClassSpelling, sortClasses, spellingOf } from "./classes.ts";
import { type Frame, numbers, texts } from "./frame.ts";
import { multilabelSample } from "./multilabel-sample.ts";
import type { Unmeasured } from "./result.ts";
import { rowCountsOf } from "./row-counts.ts";
import type { SampleRequest } from "./sample-request.ts";
import { unusable } from "./usable.ts";

/** What of a model its samples are made by. */
type Predicting = Pick<Model, "prediction">;

/** All rows of a table as the sample that a metric is computed from, or what is in the way. */
export function sampleOf(frame: Frame, model: Predicting, request: SampleRequest): Sample | Unmeasured {
  const rows = rowCountsOf(frame);
  if ("kind" in rows) return rows;
  const sample = sampleOfLines(frame, model, request);
  if ("kind" in sample || rows.counts === null) return sample;
  return { ...sample, ...countedLines(rows.counts, sample.weight) };
}

function sampleOfLines(frame: Frame, model: Predicting, request: SampleRequest): Sample | Unmeasured {
  const weight = request.weighted ? numbers(frame, frame.roles.weight) : null;
  if (request.weighted && !weight) return absent("weight");
  switch (request.task) {
    case "binary":
      return binarySample(frame, model, request, weight);
    case "multiclass":
      return multiclassSample(frame, model, request, weight);
    case "multilabel":
      return multilabelSample(frame, model, request, weight);
    case "regression":
      return request.reads === "interval" ? boundedSample(frame, weight) : regressionSample(frame, weight);
  }
}

function binarySample(frame: Frame, model: Predicting, request: SampleRequest, weight: NumberColumn | null) {
  const label = texts(frame, frame.roles.label);
  if (!label) return absent("label");
  const column =
    request.reads === "decision" && request.decision === "column"
      ? texts(frame, frame.roles.prediction)
      : null;
  const spelling = spellingOf([...label.dictionary, ...(column?.dictionary ?? [])]);
  const observed = [...label.dictionary, ...(column?.dictionary ?? [])].map(spelling.spell);
  const classes = binaryClasses(observed, model.prediction, spelling);
  if (classes.kind === "cannot-tell") return classes;

  const needsScore =
    request.reads === "score" || (request.decision !== null && request.decision !== "column");
  const score = needsScore ? binaryScore(frame, classes.positive, spelling) : null;
  if (needsScore && !score) return absent("score");
  if (request.reads === "decision" && request.decision === "column" && !column) return absent("prediction");
  const flaw = unusable(frame, present([label, column, score, weight]));
  if (flaw) return flaw;

  const lower = model.prediction.scoreDirection?.value === "lower";
  const oriented = score && lower ? score.values.map((value) => -value) : (score?.values ?? null);
  const cut = typeof request.decision === "object" && request.decision ? request.decision.threshold : null;
  const decision = column
    ? indicator(column, spelling, classes.positive)
    : cut !== null && oriented
      ? decideAt(oriented, lower ? -cut : cut)
      : null;
  return {
    task: "binary" as const,
    classes: [classes.negative, classes.positive] as const,
    positive: indicator(label, spelling, classes.positive),
    decision,
    score: oriented,
    weight: weight?.values ?? null,
  };
}

function binaryScore(frame: Frame, positive: string, spelling: ClassSpelling): NumberColumn | null {
  const { score, scores } = frame.roles;
  if (score !== null) return numbers(frame, score);
  for (const [name, column] of scores) if (spelling.spell(name) === positive) return numbers(frame, column);
  return null;
}

function multiclassSample(
  frame: Frame,
  model: Predicting,
  request: SampleRequest,
  weight: NumberColumn | null,
) {
  const label = texts(frame, frame.roles.label);
  if (!label) return absent("label");
  const decided = request.reads === "decision" ? texts(frame, frame.roles.prediction) : null;
  if (request.reads === "decision" && !decided) return absent("prediction");
  const declared = model.prediction.classes?.value ?? [];
  const named = request.reads === "score" ? [...frame.roles.scores.keys()] : [];
  const texting = [...label.dictionary, ...(decided?.dictionary ?? []), ...named];
  const spelling = spellingOf([...texting, ...declared]);
  const classes = sortClasses(texting.map(spelling.spell), spelling);
  const scores = request.reads === "score" ? classScores(frame, classes, spelling) : null;
  if (request.reads === "score" && !scores) return absent("scores");
  const flaw = unusable(frame, present([label, decided, weight, ...(scores ?? [])]));
  if (flaw) return flaw;
  return {
    task: "multiclass" as const,
    classes,
    truth: classIndex(label, spelling, classes),
    decision: decided ? classIndex(decided, spelling, classes) : null,
    scores: scores?.map((column) => column.values) ?? null,
    weight: weight?.values ?? null,
  };
}

function classScores(
  frame: Frame,
  classes: readonly string[],
  spelling: ClassSpelling,
): NumberColumn[] | null {
  const columns = new Map([...frame.roles.scores].map(([name, column]) => [spelling.spell(name), column]));
  const found = classes.map((name) => numbers(frame, columns.get(name) ?? null));
  return found.every((column) => column !== null) ? found : null;
}

function regressionSample(frame: Frame, weight: NumberColumn | null) {
  const truth = numbers(frame, frame.roles.label);
  if (!truth) return absent("label");
  const prediction = numbers(frame, frame.roles.prediction ?? frame.roles.score);
  if (!prediction) return absent("prediction");
  const flaw = unusable(frame, present([truth, prediction, weight]));
  if (flaw) return flaw;
  return {
    task: "regression" as const,
    truth: truth.values,
    prediction: prediction.values,
    weight: weight?.values ?? null,
  };
}

function boundedSample(frame: Frame, weight: NumberColumn | null) {
  const truth = numbers(frame, frame.roles.label);
  if (!truth) return absent("label");
  const lower = numbers(frame, frame.roles.lower);
  if (!lower) return absent("lower");
  const upper = numbers(frame, frame.roles.upper);
  if (!upper) return absent("upper");
  const flaw = unusable(frame, present([truth, lower, upper, weight]));
  if (flaw) return flaw;
  return {
    task: "regression" as const,
    truth: truth.values,
    prediction: null,
    bounds: { lower: lower.values, upper: upper.values },
    weight: weight?.values ?? null,
  };
}

function indicator(column: TextColumn, spelling: ClassSpelling, positive: string): Uint8Array {
  const isPositive = Uint8Array.from(column.dictionary, (text) =>
    spelling.spell(text) === positive ? 1 : 0,
  );
  const out = new Uint8Array(column.codes.length);
  for (let row = 0; row < out.length; row++) out[row] = isPositive[column.codes[row]!]!;
  return out;
}

function classIndex(column: TextColumn, spelling: ClassSpelling, classes: readonly string[]): Int32Array {
  const position = new Map(classes.map((name, index) => [name, index]));
  const indexOf = Int32Array.from(column.dictionary, (text) => position.get(spelling.spell(text)) ?? -1);
  const out = new Int32Array(column.codes.length);
  for (let row = 0; row < out.length; row++) out[row] = indexOf[column.codes[row]!]!;
  return out;
}

function present(columns: readonly (Column | null)[]): Column[] {
  return columns.filter((column) => column !== null);
}

function absent(role: string): Unmeasured {
  return {
    kind: "cannot-tell",
    says: `no column of the table plays the role \`${role}\``,
    fix: `add the column, and map it: \`columns: { ${role}: … }\``,
  };
}
