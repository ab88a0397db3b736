import type { BinarySample } from "../../statistics/sample.ts";
import type { Analysis, ColumnRoles } from "./analysis.ts";
import { calibrationOf } from "./calibration.ts";
import { changesOf } from "./change.ts";
import { classesOf } from "./classes.ts";
import { comparisonOf } from "./comparison.ts";
import { curvesOf } from "./curves.ts";
import { type FileProblem, problemsIn, problemsInReference } from "./flaws.ts";
import { catalogueRows, notMeasured } from "./metrics.ts";
import { notesOn } from "./notes.ts";
import { factsOf, frameOf, type Population } from "./population.ts";
import type { AnalysisRequest } from "./request.ts";
import { bootstrapFacts, resampler } from "./resampled.ts";
import { rowsNeeded } from "./rows-needed.ts";
import { type Samples, samplesOf } from "./samples.ts";
import { segmentsOf } from "./segments.ts";

/** What is to be analysed: the file, and the one to compare it with. */
export interface Populations {
  readonly current: Population;
  readonly reference: Population | null;
}

/** The analysis of one file, or everything that stands in its way. */
export function analyse(
  { current, reference }: Populations,
  request: AnalysisRequest,
  version: string,
): Analysis | readonly FileProblem[] {
  const problems = [
    ...problemsIn(current, request),
    ...(reference === null ? [] : problemsInReference(reference, request)),
  ];
  if (problems.length > 0) return problems;
  const frame = frameOf(current, request);
  const classes = classesOf(frame, request);
  if ("says" in classes) return [{ path: current.file.path, line: null, ...classes }];
  const samples = samplesOf(frame, request, classes.positive);
  if ("kind" in samples) {
    return [{ path: current.file.path, line: null, says: samples.says, fix: samples.fix }];
  }
  const { task, confidence, threshold, metrics: asked } = request;
  const bootstrap = bootstrapFacts(request, current.file.sha256);
  const scored = asked === null ? scoredOf(samples) : null;
  const other = reference && frameOf(reference, request);
  return {
    schema: "effective-challenge/analysis/v1",
    tool: { name: "effective-challenge", version },
    file: factsOf(current, request),
    reference: reference && factsOf(reference, request),
    task,
    columns: rolesOf(request),
    classes: classes.names,
    positive: classes.positive,
    threshold,
    confidence,
    bootstrap,
    notes: notesOn(request, classes.names),
    metrics: catalogueRows(
      task,
      asked,
      samples,
      classesIn(samples, classes.names),
      confidence,
      resampler(frame, bootstrap, confidence),
    ),
    rowsNeeded: rowsNeeded(samples, asked, confidence),
    notMeasured: notMeasured(task, asked, samples),
    calibration: scored && calibrationOf(scored, confidence),
    curves: scored ? curvesOf(scored) : [],
    segments: segmentsOf(frame, request, samples, bootstrap),
    changes: other ? changesOf(other, frame, request) : [],
    comparison:
      other && request.id !== null
        ? comparisonOf(other, frame, samples, request, classes.positive, bootstrap)
        : null,
  };
}

function scoredOf(samples: Samples): BinarySample | null {
  const sample = samples.get("score");
  return sample?.task === "binary" ? sample : null;
}

/** A class that no row has is still one of the two, in a binary sample. */
function classesIn(samples: Samples, names: readonly string[]): readonly string[] {
  const [sample] = samples.values();
  return sample?.task === "binary" ? sample.classes.filter((name) => name !== "") : names;
}

function rolesOf(request: AnalysisRequest): ColumnRoles {
  const { label, prediction, score, lower, upper, weight, count, segments, entity, id } = request;
  return {
    label,
    prediction,
    score,
    scores: Object.fromEntries(request.scores),
    labels: Object.fromEntries(request.labels),
    predictions: Object.fromEntries(request.predictions),
    lower,
    upper,
    weight,
    count,
    segments,
    entity,
    id,
  };
}
