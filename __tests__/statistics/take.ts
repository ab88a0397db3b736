import type { Sample } from "../../src/statistics/sample.ts";

/** The sample's rows by number, in that order; a number may come twice. */
export function take<S extends Sample>(sample: S, order: readonly number[]): S;
export function take(sample: Sample, order: readonly number[]): Sample {
  const floats = (values: Float64Array) => Float64Array.from(order, (row) => values[row]!);
  const bytes = (values: Uint8Array) => Uint8Array.from(order, (row) => values[row]!);
  const indices = (values: Int32Array) => Int32Array.from(order, (row) => values[row]!);
  const weight = sample.weight && floats(sample.weight);
  switch (sample.task) {
    case "binary": {
      const { positive, decision, score } = sample;
      return {
        ...sample,
        positive: bytes(positive),
        decision: decision && bytes(decision),
        score: score && floats(score),
        weight,
      };
    }
    case "multiclass": {
      const { truth, decision, scores } = sample;
      return {
        ...sample,
        truth: indices(truth),
        decision: decision && indices(decision),
        scores: scores?.map(floats) ?? null,
        weight,
      };
    }
    case "multilabel": {
      const { truth, decision, scores } = sample;
      return {
        ...sample,
        truth: truth.map(bytes),
        decision: decision?.map(bytes) ?? null,
        scores: scores?.map(floats) ?? null,
        weight,
      };
    }
    case "regression": {
      const { truth, prediction, bounds } = sample;
      return {
        ...sample,
        truth: floats(truth),
        prediction: prediction && floats(prediction),
        bounds: bounds ? { lower: floats(bounds.lower), upper: floats(bounds.upper) } : null,
        weight,
      };
    }
  }
}
