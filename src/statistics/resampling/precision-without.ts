import type { SortedScores } from "./sorted-scores.ts";

/**
 * The average precision without each row in turn, in two passes: taking a row away changes no term above its
 * score, and all below it alike, so that sums from either end give every answer.
 */
export function precisionsWithoutEach({ positive, last }: SortedScores): Float64Array {
  const rows = positive.length;
  const groups = groupsOf(positive, last);
  const count = groups.length;
  const all = count === 0 ? 0 : groups[count - 1]!.found;
  // Sums over the groups after each: without a negative row above them, and without a positive one.
  const lessNegative = new Float64Array(count + 1);
  const lessPositive = new Float64Array(count + 1);
  for (let index = count - 1; index >= 0; index--) {
    const { up, found, seen } = groups[index]!;
    lessNegative[index] = lessNegative[index + 1]! + share(up * found, seen - 1);
    lessPositive[index] = lessPositive[index + 1]! + share(up * (found - 1), seen - 1);
  }
  const values = new Float64Array(rows);
  let above = 0;
  let end = rows;
  for (let index = 0; index < count; index++) {
    const { up, found, seen, start } = groups[index]!;
    const negative = (above + lessNegative[index]!) / all;
    const own = share((up - 1) * (found - 1), seen - 1);
    const positiveOne = (above + own + lessPositive[index + 1]!) / (all - 1);
    for (let place = start; place < end; place++) {
      values[place] = positive[place] === 1 ? positiveOne : negative;
    }
    above += share(up * found, seen);
    end = start;
  }
  return values;
}

/** The rows of one score, from the highest down: how many are positive, and what has been seen through it. */
interface Group {
  readonly start: number;
  readonly up: number;
  readonly found: number;
  readonly seen: number;
}

function groupsOf(positive: Uint8Array, last: Uint8Array): readonly Group[] {
  const groups: Group[] = [];
  let found = 0;
  let up = 0;
  for (let place = positive.length - 1; place >= 0; place--) {
    up += positive[place]!;
    if (place > 0 && last[place - 1] === 0) continue;
    found += up;
    groups.push({ start: place, up, found, seen: positive.length - place });
    up = 0;
  }
  return groups;
}

function share(part: number, whole: number): number {
  return part === 0 ? 0 : part / whole;
}
