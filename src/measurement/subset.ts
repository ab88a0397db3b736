import { countsRows } from "../statistics/frequency.ts";
import { rememberPart, valuesAt } from "../statistics/part.ts";
import type { Sample } from "../statistics/sample.ts";
import type { Rows } from "./slices.ts";

/** The sample of the given rows only; the same sample when every row is meant. */
export function subset<S extends Sample>(sample: S, rows: Rows): S;
export function subset(sample: Sample, rows: Rows): Sample {
  if (rows === null) return sample;
  const part = taken(sample, rows);
  rememberPart(part, { whole: sample, rows });
  return part;
}

function taken(sample: Sample, rows: Int32Array): Sample {
  const mass = massOf(sample, rows);
  switch (sample.task) {
    case "binary":
      return {
        ...sample,
        positive: bytes(sample.positive, rows),
        decision: sample.decision && bytes(sample.decision, rows),
        score: sample.score && valuesAt(sample.score, rows),
        ...mass,
      };
    case "multiclass":
      return {
        ...sample,
        truth: integers(sample.truth, rows),
        decision: sample.decision && integers(sample.decision, rows),
        scores: sample.scores?.map((scores) => valuesAt(scores, rows)) ?? null,
        ...mass,
      };
    case "multilabel":
      return {
        ...sample,
        truth: sample.truth.map((column) => bytes(column, rows)),
        decision: sample.decision?.map((column) => bytes(column, rows)) ?? null,
        scores: sample.scores?.map((column) => valuesAt(column, rows)) ?? null,
        ...mass,
      };
    case "regression":
      return {
        ...sample,
        truth: valuesAt(sample.truth, rows),
        prediction: sample.prediction && valuesAt(sample.prediction, rows),
        ...(sample.bounds && {
          bounds: { lower: valuesAt(sample.bounds.lower, rows), upper: valuesAt(sample.bounds.upper, rows) },
        }),
        ...mass,
      };
  }
}

/** One array stays one: it says that a unit of weight is a row. */
function massOf(sample: Sample, rows: Int32Array): Pick<Sample, "weight" | "frequency"> {
  if (!sample.frequency) return { weight: sample.weight && valuesAt(sample.weight, rows) };
  const frequency = valuesAt(sample.frequency, rows);
  return {
    frequency,
    weight: countsRows(sample) ? frequency : sample.weight && valuesAt(sample.weight, rows),
  };
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
