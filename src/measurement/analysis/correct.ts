import { linesOf } from "../../statistics/frequency.ts";
import { wrongLabels } from "../../statistics/multilabel/wrong-labels.ts";
import type { MultilabelSample, Sample } from "../../statistics/sample.ts";

/** 1 where the decision is the true class, or all labels are decided rightly; null when there are no decisions. */
export function correctOf(sample: Sample): Uint8Array | null {
  switch (sample.task) {
    case "binary":
      return sample.decision && alike(sample.positive, sample.decision);
    case "multiclass":
      return sample.decision && alike(sample.truth, sample.decision);
    case "multilabel":
      return sample.decision && alike(wrongLabels({ ...sample, decision: sample.decision }), null);
    case "regression":
      return null;
  }
}

type ClassColumn = Uint8Array | Int32Array;

/** 1 where both hold the same, 0 where there is no other. */
function alike(one: ClassColumn, other: ClassColumn | null): Uint8Array {
  const same = new Uint8Array(one.length);
  for (let row = 0; row < same.length; row++) same[row] = one[row] === (other?.[row] ?? 0) ? 1 : 0;
  return same;
}

/** How many rows have another true class, value or set of labels in one sample than in the other. */
export function labelsThatDiffer(before: Sample, after: Sample): number {
  if (before.task === "multilabel" && after.task === "multilabel") return labelSetsThatDiffer(before, after);
  const [one, other] = [truthOf(before), truthOf(after)];
  const sameClass = numberedAlike(before, after);
  let count = 0;
  for (let row = 0; row < other.length; row++) {
    const truth = sameClass === null ? one[row]! : sameClass[one[row]!]!;
    if (truth !== other[row]!) count++;
  }
  return count;
}

function labelSetsThatDiffer(before: MultilabelSample, after: MultilabelSample): number {
  const differing = wrongLabels({ ...after, decision: before.truth });
  return differing.reduce((count, labels) => (labels > 0 ? count + 1 : count), 0);
}

function truthOf(sample: Sample): Uint8Array | Int32Array | Float64Array {
  switch (sample.task) {
    case "binary":
      return sample.positive;
    case "multiclass":
    case "regression":
      return sample.truth;
    case "multilabel":
      return new Uint8Array(linesOf(sample));
  }
}

/** Two samples may number the same classes differently: the number in the second of each class of the first. */
export function numberedAlike(before: Sample, after: Sample): Int32Array | null {
  if (before.task !== "multiclass" || after.task !== "multiclass") return null;
  return Int32Array.from(before.classes, (name) => after.classes.indexOf(name));
}
