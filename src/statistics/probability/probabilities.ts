import { type Frequency, rowsAt, rowsIn } from "../frequency.ts";
import { partOf } from "../part.ts";
import type { BinarySample, MulticlassSample, Sample } from "../sample.ts";

/** How far a row's probabilities may sum from 1: room for numbers that were written with few digits. */
const SUM_TOLERANCE = 0.01;

/** The scores as probabilities of the positive class, or why they are none. */
export function positiveProbability(sample: BinarySample): Float64Array | string {
  if (sample.score === null) return "there are no scores";
  if (isSound(sample)) return sample.score;
  const flaw = outsideUnit(sample.score, sample.frequency);
  if (flaw === null) sound.add(sample);
  return flaw ?? sample.score;
}

const sound = new WeakSet<Sample>();

/** Looked at once however many metrics ask, and not again in the parts of a sample. */
function isSound(sample: Sample): boolean {
  const part = partOf(sample);
  return sound.has(sample) || (part !== null && sound.has(part.whole));
}

/** The scores as one probability per class that sum to 1 in each row, or why they are none. */
export function probabilityRows(sample: MulticlassSample): readonly Float64Array[] | string {
  const { scores, truth, classes } = sample;
  if (scores === null) return "there are no scores of the classes";
  if (scores.length !== classes.length)
    return `there are scores of ${scores.length} of ${classes.length} classes`;
  for (const score of scores) {
    const flaw = outsideUnit(score, sample.frequency);
    if (flaw !== null) return flaw;
  }
  for (let row = 0; row < truth.length; row++) {
    let sum = 0;
    for (const score of scores) sum += score[row]!;
    if (Math.abs(sum - 1) > SUM_TOLERANCE)
      return "the scores of a row do not sum to 1, so they are not probabilities";
  }
  return scores;
}

function outsideUnit(score: Float64Array, frequency: Frequency): string | null {
  let outside = 0;
  for (let line = 0; line < score.length; line++) {
    if (!(score[line]! >= 0 && score[line]! <= 1)) outside += rowsAt(frequency, line);
  }
  if (outside === 0) return null;
  return `${outside} of ${rowsIn(frequency, score.length)} scores lie outside [0, 1], so they are not probabilities`;
}
