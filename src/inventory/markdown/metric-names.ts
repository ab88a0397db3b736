/**
 * The words that name a metric, by the values it can take: a share lies in [0, 1] (often written as percent),
 * a signed one in [-1, 1] or below, a free one has the unit of what is predicted.
 */
export type MetricKind = "share" | "signed" | "free";

const SHARE = `
accuracy, acc, accuracy score, balanced accuracy, balanced acc, subset accuracy, exact match accuracy,
precision, precision score, ppv, positive predictive value, npv, negative predictive value,
recall, recall score, sensitivity, tpr, true positive rate, hit rate,
specificity, tnr, true negative rate, fpr, false positive rate, fnr, false negative rate, false alarm rate,
f1, f1 score, f 1 score, f score, f measure, f1 measure, fbeta, fbeta score, f beta, f beta score, fβ, fβ score,
f2, f2 score, f0.5, f0.5 score, f3, f3 score,
auc, auc score, roc auc, auc roc, auroc, aucroc, rocauc, roc auc score, area under the roc curve,
area under the curve, area under roc curve, area under curve, auc roc score, c statistic, concordance index, c index,
pr auc, auc pr, auprc, aupr, prauc, average precision, average precision score, area under the precision recall curve,
brier, brier score, brier loss, brier score loss, ece, expected calibration error,
jaccard, jaccard index, jaccard score, iou, miou, mean iou, dice, dice score, dice coefficient,
mean average precision, ndcg, ndcg score, mrr, mean reciprocal rank, hits, exact match, em,
hamming loss, zero one loss, g mean, gmean, ks statistic, map, pass
`;
const SIGNED = `
mcc, matthews corrcoef, matthews correlation, matthews correlation coefficient,
kappa, cohen kappa, cohens kappa, cohen s kappa, kappa score, cohen kappa score, quadratic weighted kappa, qwk,
r2, r2 score, r², r² score, r squared, r squared score, coefficient of determination, adjusted r2, adjusted r²,
explained variance, explained variance score,
pearson, pearson r, pearson correlation, pearson correlation coefficient, spearman, spearman correlation,
spearman rho, kendall tau, silhouette score, gini, gini coefficient
`;
const FREE = `
mae, mean absolute error, mse, mean squared error, mean square error, rmse, root mean squared error,
root mean square error, rmsle, msle, mean squared log error, medae, median absolute error, max error,
mape, mean absolute percentage error, smape, wape, wmape, mase, mean bias error, pinball loss, poisson deviance,
log loss, logloss, perplexity, bleu, sacrebleu, bleu score, rouge 1, rouge 2, rouge l, rouge1, rouge2, rougel, rougelsum,
meteor, bertscore, chrf, wer, word error rate, cer, character error rate, ter
`;

function entries(names: string, kind: MetricKind): [string, MetricKind][] {
  return names.split(",").map((name) => [name.trim().replace(/\s+/g, " "), kind]);
}

export const METRIC_NAMES: readonly (readonly [string, MetricKind])[] = [
  ...entries(SHARE, "share"),
  ...entries(SIGNED, "signed"),
  ...entries(FREE, "free"),
];

/** Ordinary words in lower case; a metric only when written so. */
export const ONLY_SPELT: ReadonlyMap<string, RegExp> = new Map([
  ["map", /^(mAP|MAP)$/],
  ["em", /^EM$/],
]);

/** A metric only together with `@k`: "pass@1", "hits@10". */
export const ONLY_AT_K: ReadonlySet<string> = new Set(["pass", "hits"]);

/** Metrics of one class, where a bracketed name is that class: "Recall (fraud)". */
export const OF_A_CLASS =
  /^(precision|recall|sensitivity|specificity|ppv|f[\s-]?1|f[\s-]?score|f[\s-]?measure|f[\s-]?beta)/i;

/** Words before "precision" that make it a number format, not a metric. */
export const NUMBER_FORMATS: ReadonlySet<string> = new Set(
  "mixed half single double full numeric numerical numerics fp16 fp32 bf16 float16 float32 bfloat16 int8 tf32".split(
    " ",
  ),
);
