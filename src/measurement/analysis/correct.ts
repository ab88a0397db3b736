import type { Sample } from "../../statistics/sample.ts";

/** 1 where the decision is the true class; null when the sample has no decisions. */
export function correctOf(sample: Sample): Uint8Array | null {
  if (sample.task === "regression" || sample.decision === null) return null;
  const { decision } = sample;
  const truth = sample.task === "binary" ? sample.positive : sample.truth;
  const correct = new Uint8Array(truth.length);
  for (let row = 0; row < correct.length; row++) correct[row] = truth[row] === decision[row] ? 1 : 0;
  return correct;
}

/** How many rows have another true class or value in one sample than in the other. */
export function labelsThatDiffer(before: Sample, after: Sample): number {
  const [one, other] = [truthOf(before), truthOf(after)];
  const sameClass = numberedAlike(before, after);
  let count = 0;
  for (let row = 0; row < other.length; row++) {
    const truth = sameClass === null ? one[row]! : sameClass[one[row]!]!;
    if (truth !== other[row]!) count++;
  }
  return count;
}

function truthOf(sample: Sample): Uint8Array | Int32Array | Float64Array {
  return sample.task === "binary" ? sample.positive : sample.truth;
}

/** Two samples may number the same classes differently: the number in the second of each class of the first. */
function numberedAlike(before: Sample, after: Sample): Int32Array | null {
  if (before.task !== "multiclass" || after.task !== "multiclass") return null;
  return Int32Array.from(before.classes, (name) => after.classes.indexOf(name));
}
