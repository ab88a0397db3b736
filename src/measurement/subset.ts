import { countsRows } from "../statistics/frequency.ts";
import { rememberPart } from "../statistics/part.ts";
import { Room } from "../statistics/room.ts";
import type { Sample } from "../statistics/sample.ts";
import type { Rows } from "./slices.ts";

/** The sample of the given rows only, in arrays of the room; the same sample when every row is meant. */
export function subset<S extends Sample>(sample: S, rows: Rows, room?: Room): S;
export function subset(sample: Sample, rows: Rows, room = new Room()): Sample {
  if (rows === null) return sample;
  const part = taken(sample, rows, room);
  rememberPart(part, { whole: sample, rows });
  return part;
}

function taken(sample: Sample, rows: Int32Array, room: Room): Sample {
  const floats = (values: Float64Array) => copied(values, rows, room.floats(rows.length));
  const integers = (values: Int32Array) => copied(values, rows, room.integers(rows.length));
  const bytes = (values: Uint8Array) => copied(values, rows, room.bytes(rows.length));
  const mass = massOf(sample, floats);
  switch (sample.task) {
    case "binary":
      return {
        ...sample,
        positive: bytes(sample.positive),
        decision: sample.decision && bytes(sample.decision),
        score: sample.score && floats(sample.score),
        ...mass,
      };
    case "multiclass":
      return {
        ...sample,
        truth: integers(sample.truth),
        decision: sample.decision && integers(sample.decision),
        scores: sample.scores?.map((scores) => floats(scores)) ?? null,
        ...mass,
      };
    case "multilabel":
      return {
        ...sample,
        truth: sample.truth.map((column) => bytes(column)),
        decision: sample.decision?.map((column) => bytes(column)) ?? null,
        scores: sample.scores?.map((column) => floats(column)) ?? null,
        ...mass,
      };
    case "regression":
      return {
        ...sample,
        truth: floats(sample.truth),
        prediction: sample.prediction && floats(sample.prediction),
        ...(sample.bounds && {
          bounds: { lower: floats(sample.bounds.lower), upper: floats(sample.bounds.upper) },
        }),
        ...mass,
      };
  }
}

/** One array stays one: it says that a unit of weight is a row. */
function massOf(
  sample: Sample,
  floats: (values: Float64Array) => Float64Array,
): Pick<Sample, "weight" | "frequency"> {
  if (!sample.frequency) return { weight: sample.weight && floats(sample.weight) };
  const frequency = floats(sample.frequency);
  return { frequency, weight: countsRows(sample) ? frequency : sample.weight && floats(sample.weight) };
}

function copied<Numbers extends Float64Array | Int32Array | Uint8Array>(
  values: Numbers,
  rows: Int32Array,
  into: Numbers,
): Numbers {
  for (let index = 0; index < rows.length; index++) into[index] = values[rows[index]!]!;
  return into;
}
