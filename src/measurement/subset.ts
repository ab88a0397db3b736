import { countsRows } from "../statistics/frequency.ts";
import type { Grouping } from "../statistics/grouping.ts";
import { type Part, rememberPart } from "../statistics/part.ts";
import { Room } from "../statistics/room.ts";
import type { BinarySample, Sample } from "../statistics/sample.ts";
import { inStretches } from "../statistics/stretch.ts";
import type { Rows } from "./slices.ts";

/** The sample of the given rows only; the same sample when every row is meant. */
export function subset<S extends Sample>(sample: S, rows: Rows): S;
export function subset(sample: Sample, rows: Rows): Sample {
  if (rows === null) return sample;
  return partOf({ whole: sample, lines: rows.length, rows, group: null }, new Room());
}

/** The sample of one group of its rows, in arrays of the room. */
export function subsetOfGroup(sample: Sample, of: Grouping, number: number, room: Room): Sample {
  return partOf(
    {
      whole: sample,
      lines: of.sizes[number]!,
      get rows() {
        return of.rowsOf(number);
      },
      group: { of, number },
    },
    room,
  );
}

function partOf(part: Part, room: Room): Sample {
  const sample = taken(part, room);
  rememberPart(sample, part);
  return sample;
}

function taken(part: Part, room: Room): Sample {
  const sample = part.whole;
  const floats = (values: Float64Array) => {
    const [{ rows }, into] = [part, room.floats(part.lines)];
    inStretches(part.lines, (start, end) => copyFloats(values, rows, start, end, into));
    return into;
  };
  const integers = (values: Int32Array) => {
    const [{ rows }, into] = [part, room.integers(part.lines)];
    inStretches(part.lines, (start, end) => copyWhole(values, rows, start, end, into));
    return into;
  };
  const bytes = (values: Uint8Array) => {
    const [{ rows }, into] = [part, room.bytes(part.lines)];
    inStretches(part.lines, (start, end) => copyWhole(values, rows, start, end, into));
    return into;
  };
  const mass = massOf(sample, floats);
  switch (sample.task) {
    case "binary":
      return lazily(sample, floats, bytes, mass);
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

/** Much that is told of a group follows from what is known of all of them: its own arrays are made when they are read. */
function lazily(
  sample: BinarySample,
  floats: (values: Float64Array) => Float64Array,
  bytes: (values: Uint8Array) => Uint8Array,
  mass: Pick<Sample, "weight" | "frequency">,
): BinarySample {
  const positive = once(() => bytes(sample.positive));
  const decision = once(() => sample.decision && bytes(sample.decision));
  const score = once(() => sample.score && floats(sample.score));
  return {
    ...sample,
    get positive() {
      return positive();
    },
    get decision() {
      return decision();
    },
    get score() {
      return score();
    },
    ...mass,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function copyFloats(from: Float64Array, rows: Int32Array, start: number, end: number, into: Float64Array) {
  for (let index = start; index < end; index++) into[index] = from[rows[index]!]!;
}

type Whole = Int32Array | Uint8Array;

function copyWhole(from: Whole, rows: Int32Array, start: number, end: number, into: Whole) {
  for (let index = start; index < end; index++) into[index] = from[rows[index]!]!;
}
