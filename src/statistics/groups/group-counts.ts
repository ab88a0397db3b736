/** What is counted of one group; an intersection of segments is one more group. */
export interface GroupCounts {
  readonly name: string;
  readonly rows: number;
  /** Rows decided for the positive class. */
  readonly decided: number;
  /** Null when the true classes are not known, which leaves the selection rate. */
  readonly truth: {
    readonly positives: number;
    /** Truly positive rows that are decided for the positive class. */
    readonly truePositives: number;
  } | null;
}

/** @throws RangeError when the counts contradict each other: a fault of the caller. */
export function checkGroup({ name, rows, decided, truth }: GroupCounts): void {
  const { positives, truePositives } = truth ?? { positives: 0, truePositives: 0 };
  const counts = [rows, decided, positives, truePositives];
  const sound =
    counts.every((count) => Number.isInteger(count) && count >= 0) &&
    truePositives <= Math.min(positives, decided) &&
    decided - truePositives <= rows - positives;
  if (!sound) throw new RangeError(`the counts of group "${name}" contradict each other`);
}
