/**
 * A metric of a confusion matrix, NaN where it is 0/0. Each of them, for given numbers of positives and
 * negatives, never falls when TP grows and never rises when FP grows: the search rests on that. It is plain
 * for the ratios. With r = TP/P, s = FP/N and m = TP + FP, Matthews is (r - s) √(PN) / √(m (n - m)), whose
 * slope in s has the sign of -m (n - m) - (r - s) N (n - 2m) / 2, never above 0 since n - m ≥ N (r - s) and
 * m ≥ N (s - r). Kappa's has that of -(P² (1 - r) + PN + r N²).
 */
export type Score = (tp: number, fp: number, fn: number, tn: number) => number;

export const accuracy: Score = (tp, fp, fn, tn) => (tp + tn) / (tp + fp + fn + tn);
export const precision: Score = (tp, fp) => tp / (tp + fp);
export const recall: Score = (tp, _fp, fn) => tp / (tp + fn);
export const specificity: Score = (_tp, fp, _fn, tn) => tn / (tn + fp);
export const negativePredictiveValue: Score = (_tp, _fp, fn, tn) => tn / (tn + fn);
/** Minus the rate, so that it too rises with what is right. */
export const noFalsePositives: Score = (_tp, fp, _fn, tn) => -fp / (tn + fp);
export const noFalseNegatives: Score = (tp, _fp, fn) => -fn / (tp + fn);
export const jaccard: Score = (tp, fp, fn) => tp / (tp + fp + fn);
export const prevalence: Score = (tp, fp, fn, tn) => (tp + fn) / (tp + fp + fn + tn);

export const balancedAccuracy: Score = (tp, fp, fn, tn) => (tp / (tp + fn) + tn / (tn + fp)) / 2;

/** One class alone: scikit-learn then gives that class's recall, with a warning. */
export const balancedAccuracyOfAny: Score = (tp, fp, fn, tn) => {
  if (tp + fn === 0) return tn / (tn + fp);
  return tn + fp === 0 ? tp / (tp + fn) : balancedAccuracy(tp, fp, fn, tn);
};

/** The roots round, and 1 must not come out above 1. */
export const matthews: Score = (tp, fp, fn, tn) => {
  const roots = Math.sqrt((tp + fp) * (tp + fn)) * Math.sqrt((tn + fp) * (tn + fn));
  return Math.max(-1, Math.min(1, (tp * tn - fp * fn) / roots));
};

export const kappa: Score = (tp, fp, fn, tn) =>
  (2 * (tp * tn - fn * fp)) / ((tp + fp) * (fp + tn) + (tp + fn) * (fn + tn));

export function fbeta(beta: number): Score {
  const square = beta * beta;
  return (tp, fp, fn) => ((1 + square) * tp) / ((1 + square) * tp + square * fn + fp);
}

/** The same metric with the negative class as the one that counts. */
export function ofNegatives(score: Score): Score {
  return (tp, fp, fn, tn) => score(tn, fn, fp, tp);
}

/** A class without true rows and without decisions is no class of the data. */
export function macro(score: Score): Score {
  const both = meanOfBoth(score);
  return (tp, fp, fn, tn) => {
    if (tp + fp + fn === 0) return score(tn, fn, fp, tp);
    return tn + fp + fn === 0 ? score(tp, fp, fn, tn) : both(tp, fp, fn, tn);
  };
}

export function meanOfBoth(score: Score): Score {
  return (tp, fp, fn, tn) => (score(tp, fp, fn, tn) + score(tn, fn, fp, tp)) / 2;
}

/** A class without true rows has no weight, whatever its score. */
export function weighted(score: Score): Score {
  return (tp, fp, fn, tn) => {
    const [positives, negatives] = [tp + fn, tn + fp];
    const ofPositives = positives === 0 ? 0 : positives * score(tp, fp, fn, tn);
    const ofRest = negatives === 0 ? 0 : negatives * score(tn, fn, fp, tp);
    return (ofPositives + ofRest) / (positives + negatives);
  };
}

/** Many tools write 0 where a metric is 0/0. */
export function zeroWhenNone(score: Score): Score {
  return (tp, fp, fn, tn) => {
    const value = score(tp, fp, fn, tn);
    return Number.isNaN(value) ? 0 : value;
  };
}
