import { weightAt } from "../weight.ts";
import type { SortedScores } from "./sorted-scores.ts";

/**
 * The area without each unit in turn, all of them in one pass: a row takes with it the pairs that it won
 * against the other class (its structural component), and a unit gives back those among its own rows.
 */
export function areasWithoutEach(
  sorted: SortedScores,
  unitOf: Uint32Array | null,
  units: number,
): Float64Array {
  const { positive, weight } = sorted;
  const { wins, allPositives, allNegatives, won } = winsOf(sorted);
  const lost = new Float64Array(units);
  const positives = new Float64Array(units);
  const negatives = new Float64Array(units);
  for (let place = 0; place < positive.length; place++) {
    const unit = unitOf === null ? place : unitOf[place]!;
    lost[unit]! += wins[place]!;
    const side = positive[place] === 1 ? positives : negatives;
    side[unit]! += weightAt(weight, place);
  }
  const kept = unitOf === null ? null : wonWithin(sorted, unitOf, units);
  return lost.map((pairs, unit) => {
    const rest = won - pairs + (kept === null ? 0 : kept[unit]!);
    return rest / left(allPositives, positives[unit]!) / left(allNegatives, negatives[unit]!);
  });
}

/** What is left of a class, NaN where that is nothing but the rounding of weights. */
function left(all: number, taken: number): number {
  const rest = all - taken;
  return rest > all * 4 * Number.EPSILON ? rest : Number.NaN;
}

/** What each place wins: of the negatives at or below a positive, or of the positives at or above a negative. */
function winsOf(sorted: SortedScores) {
  const { positive, weight, last } = sorted;
  const rows = positive.length;
  const wins = new Float64Array(rows);
  const totals = [0, 0];
  for (let place = 0; place < rows; place++) totals[positive[place]!]! += weightAt(weight, place);
  const [allNegatives, allPositives] = totals as [number, number];
  let won = 0;
  let negatives = 0;
  let positives = 0;
  for (let start = 0, end = 0; start < rows; start = end) {
    const inGroup = [0, 0];
    do inGroup[positive[end]!]! += weightAt(weight, end);
    while (last[end++] === 0);
    const [down, up] = inGroup as [number, number];
    for (let place = start; place < end; place++) {
      const beaten = positive[place] === 1 ? negatives + down / 2 : allPositives - positives - up / 2;
      wins[place] = weightAt(weight, place) * beaten;
    }
    won += up * (negatives + down / 2);
    negatives += down;
    positives += up;
  }
  return { wins, allPositives, allNegatives, won };
}

/** What the rows of each unit win against one another. */
function wonWithin(sorted: SortedScores, unitOf: Uint32Array, units: number): Float64Array {
  const { positive, weight, last } = sorted;
  const won = new Float64Array(units);
  const before = new Float64Array(units);
  const tied = new Float64Array(units);
  for (let start = 0, end = 0; start < positive.length; start = end) {
    do if (positive[end] === 0) tied[unitOf[end]!]! += weightAt(weight, end);
    while (last[end++] === 0);
    for (let place = start; place < end; place++) {
      const unit = unitOf[place]!;
      if (positive[place] === 1) won[unit]! += weightAt(weight, place) * (before[unit]! + tied[unit]! / 2);
    }
    for (let place = start; place < end; place++) {
      const unit = unitOf[place]!;
      before[unit]! += tied[unit]!;
      tied[unit] = 0;
    }
  }
  return won;
}
