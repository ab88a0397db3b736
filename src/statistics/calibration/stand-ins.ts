import { NODE, NODES, nodeWeight } from "./chebyshev.ts";
import type { FitRows } from "./fit-rows.ts";
import type { Forecast } from "./forecast.ts";
import { logOddsOf } from "./log-odds.ts";

/** Below so many rows a fit to the rows themselves is as fast. */
const FEWEST_ROWS = 8192;
/** The largest |slope| for which stand-ins give the chances that the rows do. */
export const STEEPEST = 2;

/** Buckets, by the lesser of a probability and its complement, from 2^-64 to a half: 32 from each power of 2 to the next. */
const LEAST_POWER = -64;
const BITS = 5;
const BUCKETS = (1 - LEAST_POWER) << BITS;
/** The first bucket by a number's exponent and five bits more, the rest of its first word shifted out. */
const FIRST = (1023 + LEAST_POWER) << BITS;
const SHIFT = 20 - BITS;
/** Which of the two words of a number in memory is its first. */
const HIGH_WORD = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

const CENTRE = new Float64Array(BUCKETS);
/** One over half of a bucket's width. */
const SCALE = new Float64Array(BUCKETS);
for (let bucket = 0; bucket < BUCKETS; bucket++) {
  const start = 2 ** (LEAST_POWER + (bucket >> BITS));
  const part = bucket & (2 ** BITS - 1);
  CENTRE[bucket] = start * (1 + (part + 0.5) / 2 ** BITS);
  SCALE[bucket] = 2 ** (BITS + 1) / start;
}

const remembered = new WeakMap<Forecast, FitRows | null>();

/**
 * A few thousand lines that stand for many rows in a logistic fit: eight to a bucket, at Chebyshev's nodes, so weighted
 * that over them any polynomial of degree 7 in the probability sums to what it does over the rows. Null when the rows are
 * few, or a probability lies within 2^-64 of 0. None may be 0 or 1.
 *
 * For |slope| ≤ 2 the chance σ of each row is off by less than 4e-12 of its variance s = σ(1 - σ), and the coefficients
 * by as much. Let a bucket of q, the probability or its complement, have the centre c; its half-width is c/65 or less. In
 * the complex disc |q - c| ≤ 3c/8 the arguments of q and 1 - q are below 0.398, so that fitted log-odds z stay within π/2
 * of the real line, where |1 + e^z| ≥ 1, and the lesser of |σ| and |1 - σ| is at most e^-|Re z|; Re z changes by less
 * than 1.93, which makes that less than 28 s. The disc holds the ellipse about the bucket with ρ = 48.7, and what is
 * interpolated in degree 7 is off by at most 4 · 28 s / ((ρ - 1) ρ^7).
 * Source: L. N. Trefethen, "Approximation Theory and Approximation Practice" (2013), theorem 8.2.
 */
export function standInsOf(forecast: Forecast): FitRows | null {
  const known = remembered.get(forecast);
  if (known !== undefined) return known;
  const sums = forecast.probability.length < FEWEST_ROWS ? null : polynomialSums(forecast);
  const rows = sums && linesFrom(sums);
  remembered.set(forecast, rows);
  return rows;
}

/** The sums of Chebyshev's polynomials over the rows of each bucket, by side of a half and class. */
function polynomialSums({ probability, positive, weight }: Forecast): Float64Array | null {
  const sums = new Float64Array(4 * BUCKETS * NODES);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  for (let row = 0; row < probability.length; row++) {
    const chance = probability[row]!;
    // No branch on the side or the class, which no processor can foresee.
    const above = (2 * chance) | 0;
    const lesser = Math.abs(above - chance);
    number[0] = lesser;
    const bucket = (words[HIGH_WORD]! >>> SHIFT) - FIRST;
    if (bucket < 0) return null;
    const at = (4 * bucket + 2 * above + positive[row]!) * NODES;
    const share = weight === null ? 1 : weight[row]!;
    const t = (lesser - CENTRE[bucket]!) * SCALE[bucket]!;
    const t2 = 2 * t * t - 1;
    const t3 = 2 * t * t2 - t;
    const t4 = 2 * t2 * t2 - 1;
    sums[at]! += share;
    sums[at + 1]! += share * t;
    sums[at + 2]! += share * t2;
    sums[at + 3]! += share * t3;
    sums[at + 4]! += share * t4;
    sums[at + 5]! += share * (2 * t2 * t3 - t);
    sums[at + 6]! += share * (2 * t3 * t3 - 1);
    sums[at + 7]! += share * (2 * t3 * t4 - t);
  }
  return sums;
}

function linesFrom(sums: Float64Array): FitRows {
  const [x, weight, came]: [number[], number[], number[]] = [[], [], []];
  for (let side = 0; side < 2 * BUCKETS; side++) {
    const [negatives, positives] = [2 * side * NODES, (2 * side + 1) * NODES];
    if (sums[negatives]! + sums[positives]! === 0) continue;
    for (let node = 0; node < NODES; node++) {
      const lesser = CENTRE[side >> 1]! + NODE[node]! / SCALE[side >> 1]!;
      const positive = nodeWeight(sums, positives, node);
      x.push(side % 2 === 0 ? logOddsOf(lesser) : -logOddsOf(lesser));
      weight.push(positive + nodeWeight(sums, negatives, node));
      came.push(positive);
    }
  }
  return { x: Float64Array.from(x), weight: Float64Array.from(weight), came: Float64Array.from(came) };
}
