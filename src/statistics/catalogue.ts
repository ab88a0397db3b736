import { accuracy, balancedAccuracy } from "./classification/accuracy.ts";
import { confusionMatrix, support } from "./classification/counts.ts";
import { f1, fbeta } from "./classification/fbeta.ts";
import { cohenKappa } from "./classification/kappa.ts";
import { matthewsCorrcoef } from "./classification/matthews.ts";
import { jaccard, precision, recall } from "./classification/precision-recall.ts";
import {
  falseNegativeRate,
  falsePositiveRate,
  negativePredictiveValue,
  specificity,
} from "./classification/rates.ts";
import type { MetricOf } from "./metric.ts";
import { hammingLoss } from "./multilabel/hamming-loss.ts";
import { labelAveragePrecision, labelRocAuc } from "./multilabel/label-areas.ts";
import { labelRankingAveragePrecision } from "./multilabel/label-ranking.ts";
import { labelF1, labelJaccard, labelPrecision, labelRecall } from "./multilabel/precision-recall.ts";
import { subsetAccuracy } from "./multilabel/subset-accuracy.ts";
import { brierScore } from "./probability/brier-score.ts";
import { logLoss, multiclassLogLoss } from "./probability/log-loss.ts";
import { averagePrecision } from "./ranking/average-precision.ts";
import { gain, lift } from "./ranking/gain-lift.ts";
import { gini } from "./ranking/gini.ts";
import { ksStatistic } from "./ranking/ks-statistic.ts";
import { precisionAtK, recallAtK } from "./ranking/precision-recall-at-k.ts";
import { rocAuc } from "./ranking/roc-auc.ts";
import { rocAucOvo } from "./ranking/roc-auc-ovo.ts";
import { rocAucOvr } from "./ranking/roc-auc-ovr.ts";
import { topKAccuracy } from "./ranking/top-k-accuracy.ts";
import { explainedVariance, r2 } from "./regression/explained.ts";
import { maxError, medianAbsoluteError } from "./regression/extreme-errors.ts";
import { intervalCoverage } from "./regression/interval-coverage.ts";
import { meanAbsoluteError, meanAbsolutePercentageError, meanError } from "./regression/mean-errors.ts";
import { meanIntervalWidth } from "./regression/mean-interval-width.ts";
import { pinballLoss } from "./regression/pinball-loss.ts";
import { symmetricMeanAbsolutePercentageError } from "./regression/smape.ts";
import { meanSquaredError, rootMeanSquaredError } from "./regression/squared-errors.ts";
import type { Sample } from "./sample.ts";

const ON_DECISIONS = [
  accuracy,
  balancedAccuracy,
  precision,
  recall,
  f1,
  fbeta,
  jaccard,
  matthewsCorrcoef,
  cohenKappa,
  confusionMatrix,
  support,
];

/** Every metric by task, as reports list them. A new metric is a file of its own and a line here. */
export const CATALOGUE: { readonly [T in Sample["task"]]: readonly MetricOf<T>[] } = {
  binary: [
    ...ON_DECISIONS.map((metric) => metric.binary),
    specificity,
    negativePredictiveValue,
    falsePositiveRate,
    falseNegativeRate,
    rocAuc,
    gini,
    ksStatistic,
    averagePrecision,
    gain,
    lift,
    precisionAtK,
    recallAtK,
    logLoss,
    brierScore,
  ],
  multiclass: [
    ...ON_DECISIONS.map((metric) => metric.multiclass),
    topKAccuracy,
    rocAucOvr,
    rocAucOvo,
    multiclassLogLoss,
  ],
  multilabel: [
    subsetAccuracy,
    hammingLoss,
    labelPrecision,
    labelRecall,
    labelF1,
    labelJaccard,
    labelRocAuc,
    labelAveragePrecision,
    labelRankingAveragePrecision,
  ],
  regression: [
    meanAbsoluteError,
    meanSquaredError,
    rootMeanSquaredError,
    medianAbsoluteError,
    maxError,
    meanAbsolutePercentageError,
    symmetricMeanAbsolutePercentageError,
    pinballLoss,
    r2,
    explainedVariance,
    meanError,
    intervalCoverage,
    meanIntervalWidth,
  ],
};
