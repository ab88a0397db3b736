import { ByGroup } from "../by-group.ts";
import type { GroupNumbers } from "../grouping.ts";
import type { BinarySample, MulticlassSample } from "../sample.ts";
import { inStretches } from "../stretch.ts";

export type ClassColumn = Uint8Array | Int32Array;

/** So many cells of so many groups are counted whether rows fall into them or not. */
const FEW_CELLS = 65_536;

/** The rows of every cell of the confusion matrix, by truth and then decision, of each group of unweighted rows. */
export const countsByGroup = new ByGroup<BinarySample | MulticlassSample, Uint32Array>(
  (whole, { groupOf, sizes }) => {
    const { decision, weight, classes } = whole;
    const cells = classes.length ** 2;
    if (decision === null || weight !== null || sizes.length * cells > FEW_CELLS) return null;
    const truth = whole.task === "binary" ? whole.positive : whole.truth;
    const counts = new Uint32Array(sizes.length * cells);
    inStretches(groupOf.length, (start, end) =>
      count(groupOf, truth, decision, classes.length, start, end, counts),
    );
    return Array.from(sizes, (_, group) => counts.subarray(group * cells, (group + 1) * cells));
  },
  (some) => some[0]!.map((_, cell) => some.reduce((sum, counts) => sum + counts[cell]!, 0)),
);

function count(
  groupOf: GroupNumbers,
  truth: ClassColumn,
  decision: ClassColumn,
  classes: number,
  start: number,
  end: number,
  counts: Uint32Array,
): void {
  for (let row = start; row < end; row++) {
    counts[(groupOf[row]! * classes + truth[row]!) * classes + decision[row]!]!++;
  }
}
