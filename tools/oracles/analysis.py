"""Goldens for `metrics FILE`: the same files read with pandas, measured with scikit-learn, Fairlearn, SciPy and statsmodels.

    python tools/oracles/analysis.py [--check]
"""

from pathlib import Path

import fairlearn
import numpy as np
import pandas as pd
import scipy
import sklearn
import statsmodels
from fairlearn import metrics as fair
from scipy import stats
from sklearn import metrics as sk
from sklearn.calibration import calibration_curve
from statsmodels.genmod import families
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.tools import add_constant

import golden_file

FILES = Path(__file__).parents[2] / "__tests__" / "measurement" / "analysis" / "fixtures"


def answer(kind, _):
    return {"binary": binary, "groups": groups, "calibration": calibration, "change": change,
            "comparison": comparison, "multiclass": multiclass, "regression": regression}[kind]()


def champion():
    frame = pd.read_csv(FILES / "champion.csv")
    return frame.assign(truth=frame.defaulted == "yes", decided=frame.decision == "yes")


def challenger():
    frame = pd.read_parquet(FILES / "challenger.parquet").sort_values("loan").reset_index(drop=True)
    return frame.assign(truth=frame.defaulted == "yes", decided=frame.decision == "yes")


def binary():
    frame = champion()
    truth, decided, score = frame.truth, frame.decided, frame.probability
    (tn, fp), (fn, tp) = sk.confusion_matrix(truth, decided)
    return {
        "accuracy": sk.accuracy_score(truth, decided), "balanced_accuracy": sk.balanced_accuracy_score(truth, decided),
        "precision": sk.precision_score(truth, decided), "recall": sk.recall_score(truth, decided),
        "f1": sk.f1_score(truth, decided), "jaccard": sk.jaccard_score(truth, decided),
        "matthews_corrcoef": sk.matthews_corrcoef(truth, decided), "cohen_kappa": sk.cohen_kappa_score(truth, decided),
        "specificity": tn / (tn + fp), "negative_predictive_value": tn / (tn + fn),
        "false_positive_rate": fp / (fp + tn), "false_negative_rate": fn / (fn + tp),
        "roc_auc": sk.roc_auc_score(truth, score), "average_precision": sk.average_precision_score(truth, score),
        "log_loss": sk.log_loss(truth, score), "brier_score": sk.brier_score_loss(truth, score),
    }


def groups():
    frame = champion()
    by_sex = {name: {"n": len(part), "roc_auc": sk.roc_auc_score(part.truth, part.probability),
                     "recall": sk.recall_score(part.truth, part.decided),
                     "brier_score": sk.brier_score_loss(part.truth, part.probability)}
              for name, part in frame.groupby("sex")}
    of = {"sensitive_features": frame.sex}
    precision = fair.MetricFrame(metrics=sk.precision_score, y_true=frame.truth, y_pred=frame.decided, **of)
    parities = {
        "demographic_parity": [function(frame.truth, frame.decided, **of) for function in
                               [fair.demographic_parity_difference, fair.demographic_parity_ratio]],
        "equal_opportunity": [function(frame.truth, frame.decided, **of) for function in
                              [fair.equal_opportunity_difference, fair.equal_opportunity_ratio]],
        "equalized_odds": [function(frame.truth, frame.decided, **of) for function in
                           [fair.equalized_odds_difference, fair.equalized_odds_ratio]],
        "predictive_parity": [precision.difference(), precision.ratio()],
    }
    crossed = frame.assign(region=frame.region.fillna("")).groupby(["sex", "region"]).size()
    return {"by_sex": by_sex, "parities": parities, "crossed": {"|".join(key): size for key, size in crossed.items()}}


def calibration():
    frame = champion()
    truth, score = frame.truth.to_numpy(), frame.probability.to_numpy()
    observed, mean = calibration_curve(truth, score, n_bins=10)
    rows = np.histogram(np.ceil(score * 10 - 1e-12), bins=np.arange(0.5, 11))[0]
    gaps = np.abs(observed - mean)
    odds = np.log(score / (1 - score))
    level = GLM(truth.astype(float), np.ones_like(odds), family=families.Binomial(), offset=odds).fit(tol=1e-14)
    line = GLM(truth.astype(float), add_constant(odds), family=families.Binomial()).fit(tol=1e-14)
    off = np.sum((truth - score) * (1 - 2 * score)) / np.sqrt(np.sum((1 - 2 * score) ** 2 * score * (1 - score)))
    return {"expected": float(np.sum(gaps * rows[rows > 0]) / len(truth)), "maximum": gaps.max(), "intercept": level.params[0],
            "slope": line.params[1], "z": off, "p": 2 * stats.norm.sf(abs(off))}


def change():
    before, after = champion(), challenger()
    ks = stats.ks_2samp(before.probability, after.probability, method="asymp")
    table = pd.crosstab(np.repeat(["before", "after"], [len(before), len(after)]), pd.concat([before.decision, after.decision]).to_numpy())
    return {"ks": ks.statistic, "wasserstein": stats.wasserstein_distance(before.probability, after.probability),
            "chi_square": stats.chi2_contingency(table, correction=False).statistic}


def comparison():
    before, after = champion(), challenger()
    right = [frame.truth == frame.decided for frame in (before, after)]
    table = [[int((right[0] & right[1]).sum()), int((right[0] & ~right[1]).sum())],
             [int((~right[0] & right[1]).sum()), int((~right[0] & ~right[1]).sum())]]
    losses = [(frame.probability - frame.truth) ** 2 for frame in (before, after)]
    paired = stats.ttest_rel(losses[1], losses[0])
    interval = paired.confidence_interval(0.95)
    return {"roc_auc": [sk.roc_auc_score(frame.truth, frame.probability) for frame in (before, after)],
            "accuracy": [float(one.mean()) for one in right], "mcnemar": mcnemar(table, exact=True).pvalue,
            "brier_score": [sk.brier_score_loss(frame.truth, frame.probability) for frame in (before, after)],
            "brier_p": paired.pvalue, "brier_interval": [interval.low, interval.high]}


def multiclass():
    frame = pd.read_parquet(FILES / "flowers.parquet")
    scores = frame[["p_a", "p_b", "p_c"]].to_numpy()
    return {"accuracy": sk.accuracy_score(frame.kind, frame.said), "f1, macro": sk.f1_score(frame.kind, frame.said, average="macro"),
            "recall, class b": sk.recall_score(frame.kind, frame.said, labels=["b"], average="macro"),
            "roc_auc_ovr, macro": sk.roc_auc_score(frame.kind, scores, multi_class="ovr"),
            "top_k_accuracy, k = 2": sk.top_k_accuracy_score(frame.kind, scores, k=2), "log_loss": sk.log_loss(frame.kind, scores)}


def regression():
    frame = pd.read_parquet(FILES / "harvest.parquet")
    given = (frame["yield"], frame.forecast)
    functions = {"mean_absolute_error": sk.mean_absolute_error, "root_mean_squared_error": sk.root_mean_squared_error, "r2": sk.r2_score}
    return {"plain": {name: function(*given) for name, function in functions.items()},
            "weighted": {name: function(*given, sample_weight=frame.weight) for name, function in functions.items()},
            "dry": {name: function(*(column[frame["plot"] == "dry"] for column in given)) for name, function in functions.items()}}


def inputs():
    yield from ((kind, None) for kind in ["binary", "groups", "calibration", "change", "comparison", "multiclass", "regression"])


if __name__ == "__main__":
    golden_file.run("analysis", inputs, answer, [fairlearn, np, pd, scipy, sklearn, statsmodels])
