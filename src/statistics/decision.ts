/**
 * Decisions at a threshold: 1 where score ≥ threshold, else 0. A NaN score never decides for the positive class.
 * @throws RangeError when the threshold is NaN.
 */
export function decideAt(score: Float64Array, threshold: number): Uint8Array {
  if (Number.isNaN(threshold)) throw new RangeError("the threshold is not a number");
  const decision = new Uint8Array(score.length);
  for (let row = 0; row < score.length; row++) decision[row] = score[row]! >= threshold ? 1 : 0;
  return decision;
}

/**
 * Decisions by the largest of the classes' scores, the first class where several tie, as NumPy's argmax.
 * @throws RangeError when there is no class.
 */
export function decideLargest(scores: readonly Float64Array[]): Int32Array {
  const [first, ...others] = scores;
  if (first === undefined) throw new RangeError("there are no classes to choose from");
  const decision = new Int32Array(first.length);
  const largest = Float64Array.from(first);
  others.forEach((score, index) => {
    for (let row = 0; row < score.length; row++) {
      if (score[row]! <= largest[row]!) continue;
      largest[row] = score[row]!;
      decision[row] = index + 1;
    }
  });
  return decision;
}
