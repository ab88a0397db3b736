import type { BinarySample } from "../sample.ts";
import { Sum } from "../sum.ts";
import { type Ranked, rankedOf } from "./ranked.ts";
import { Ties } from "./ties.ts";

/** The rows of a sample by score, to be taken from the highest down. */
export interface FromTheTop {
  /** All rows, or their weight. */
  readonly all: number;
  readonly allPositives: number;
  /**
   * The positive rows among the first `amount`, 0 to `all`. Of rows of one score no one is first: each counts
   * by the share of them that fits, which is the mean over all orders that they could be in.
   */
  positivesAmong(amount: number): number;
}

/** The reason when there are no scores, or one is not finite. */
export function fromTheTop(sample: BinarySample): FromTheTop | string {
  const ranked = rankedOf(sample);
  if (typeof ranked === "string") return ranked;
  const { allPositives, allNegatives } = ranked;
  return {
    all: allPositives + allNegatives,
    allPositives,
    positivesAmong: (amount) => Math.min(positivesAmong(ranked, amount), allPositives),
  };
}

function positivesAmong(ranked: Ranked, amount: number): number {
  const found = new Sum();
  const taken = new Sum();
  for (const ties = new Ties(ranked, "highest"); ties.previous(); ) {
    const size = ties.positives + ties.negatives;
    const left = Math.max(amount - taken.value, 0);
    if (left < size) {
      found.add((ties.positives / size) * left);
      break;
    }
    taken.add(size);
    found.add(ties.positives);
  }
  return found.value;
}
