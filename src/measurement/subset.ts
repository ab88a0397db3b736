import type { Sample } from "../statistics/sample.ts";
import type { Rows } from "./slices.ts";

/** The sample of the given rows only; the same sample when every row is meant. */
export function subset<S extends Sample>(sample: S, rows: Rows): S;
export function subset(sample: Sample, rows: Rows): Sample {
  if (rows === null) return sample;
  const weight = sample.weight && floats(sample.weight, rows);
  switch (sample.task) {
    case "binary":
      return {
        ...sample,
        positive: bytes(sample.positive, rows),
        decision: sample.decision && bytes(sample.decision, rows),
        score: sample.score && floats(sample.score, rows),
        weight,
      };
    case "multiclass":
      return {
        ...sample,
        truth: integers(sample.truth, rows),
        decision: sample.decision && integers(sample.decision, rows),
        scores: sample.scores?.map((scores) => floats(scores, rows)) ?? null,
        weight,
      };
    case "regression":
      return {
        ...sample,
        truth: floats(sample.truth, rows),
        prediction: floats(sample.prediction, rows),
        weight,
      };
  }
}

function floats(values: Float64Array, rows: Int32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) out[index] = values[rows[index]!]!;
  return out;
}

function integers(values: Int32Array, rows: Int32Array): Int32Array {
  const out = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index++) out[index] = values[rows[index]!]!;
  return out;
}

function bytes(values: Uint8Array, rows: Int32Array): Uint8Array {
  const out = new Uint8Array(rows.length);
  for (let index = 0; index < rows.length; index++) out[index] = values[rows[index]!]!;
  return out;
}
