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
from statsmodels.stats.multitest import multipletests
from statsmodels.tools import add_constant

import golden_file

FILES = Path(__file__).parents[2] / "__tests__" / "measurement" / "analysis" / "fixtures"


def answer(kind, _):
    return {"binary": binary, "groups": groups, "calibration": calibration, "by_group": by_group, "to_overall": to_overall, "change": change,
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


def by_group():
    """Calibration of every group of fifty rows or more, and what chance gives by drawing outcomes from the scores."""
    frame = champion().assign(region=champion().region.fillna(""))
    random, found = np.random.default_rng(7), {}
    for columns in [["sex"], ["region"], ["sex", "region"]]:
        for key, part in frame.groupby(columns):
            if len(part) < 50:
                continue
            truth, score = part.truth.to_numpy(), part.probability.to_numpy()
            edges = np.quantile(score, np.arange(1, 10) / 10, method="inverted_cdf")
            place = np.searchsorted(edges, score)

            def error(outcome):
                return sum(abs(np.sum((outcome - score)[place == one])) for one in set(place.tolist())) / len(score)

            odds = np.log(score / (1 - score))
            level = GLM(truth.astype(float), np.ones_like(odds), family=families.Binomial(), offset=odds).fit(tol=1e-12, tol_criterion="params")
            line = GLM(truth.astype(float), add_constant(odds), family=families.Binomial()).fit(tol=1e-12, tol_criterion="params")
            found["|".join(key)] = {
                "expected": error(truth), "byChance": np.mean([error(random.random(len(score)) < score) for _ in range(4000)]),
                "intercept": [level.params[0], *level.conf_int()[0]], "slope": [line.params[1], *line.conf_int()[1]],
                "brier": sk.brier_score_loss(truth, score)}
    return found


def to_overall():
    frame = champion()
    of = {"sensitive_features": frame.sex}
    rates = {"selection_rate": fair.selection_rate, "true_positive_rate": fair.true_positive_rate,
             "false_positive_rate": fair.false_positive_rate, "precision": sk.precision_score}
    frames = {name: fair.MetricFrame(metrics=function, y_true=frame.truth, y_pred=frame.decided, **of)
              for name, function in rates.items()}
    parities = {name: [function(frame.truth, frame.decided, method="to_overall", **of) for function in functions]
                for name, functions in {
                    "demographic_parity": [fair.demographic_parity_difference, fair.demographic_parity_ratio],
                    "equal_opportunity": [fair.equal_opportunity_difference, fair.equal_opportunity_ratio],
                    "equalized_odds": [fair.equalized_odds_difference, fair.equalized_odds_ratio]}.items()}
    precision = frames["precision"]
    parities["predictive_parity"] = [precision.difference(method="to_overall"), precision.ratio(method="to_overall")]
    return {"parities": parities, "rates": {name: {
        "overall": one.overall, "difference": (one.by_group - one.overall).to_dict(),
        "ratio": (one.by_group / one.overall).to_dict()} for name, one in frames.items()}}


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
            "brier_p": paired.pvalue, "brier_interval": [interval.low, interval.high],
            "adjusted": adjusted(before, after), "metrics": {name: [function(frame) for frame in (before, after)]
                                                             for name, function in PAIRED.items()}}


PAIRED = {
    "balanced_accuracy": lambda f: sk.balanced_accuracy_score(f.truth, f.decided),
    "precision": lambda f: sk.precision_score(f.truth, f.decided), "recall": lambda f: sk.recall_score(f.truth, f.decided),
    "f1": lambda f: sk.f1_score(f.truth, f.decided), "matthews_corrcoef": lambda f: sk.matthews_corrcoef(f.truth, f.decided),
    "specificity": lambda f: sk.recall_score(~f.truth, ~f.decided),
    "average_precision": lambda f: sk.average_precision_score(f.truth, f.probability),
    "log_loss": lambda f: sk.log_loss(f.truth, f.probability),
}


def adjusted(before, after):
    """Six tests of no difference: McNemar's mid-p on the rows of each rate, DeLong's over all pairs, Student's."""
    truth = after.truth.to_numpy()
    right = [(frame.truth == frame.decided).to_numpy() for frame in (before, after)]
    log_loss, squares = ([function(truth, frame.probability.to_numpy()) for frame in (before, after)] for function in [
        lambda y, p: -np.log(np.where(y, p, 1 - p)), lambda y, p: (y - p) ** 2])
    p = {"accuracy": mid_p(right, truth | ~truth), "recall": mid_p(right, truth), "specificity": mid_p(right, ~truth),
         "roc_auc": delong(truth, before.probability.to_numpy(), after.probability.to_numpy()),
         "log_loss": stats.ttest_rel(*log_loss).pvalue, "brier_score": stats.ttest_rel(*squares).pvalue}
    found = {method: multipletests(list(p.values()), method=method)[1] for method in ["holm", "fdr_bh"]}
    return {name: [p[name], found["holm"][index], found["fdr_bh"][index]] for index, name in enumerate(p)}


def mid_p(right, rows):
    lost, won = int((right[0] & ~right[1])[rows].sum()), int((~right[0] & right[1])[rows].sum())
    exact, seen = stats.binomtest(won, lost + won).pvalue, stats.binom.pmf(won, lost + won, 0.5)
    return exact - seen if lost != won else 1 - seen / 2


def delong(truth, before, after):
    wins = [np.sign(score[truth][:, None] - score[~truth][None, :]) / 2 for score in (before, after)]
    change = wins[1] - wins[0]
    error = np.sqrt(sum(change.mean(axis=axis).var(ddof=1) / change.shape[1 - axis] for axis in [0, 1]))
    return 2 * stats.norm.sf(abs(change.mean()) / error)


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
    yield from ((kind, None) for kind in ["binary", "groups", "calibration", "by_group", "to_overall", "change", "comparison", "multiclass", "regression"])


if __name__ == "__main__":
    golden_file.run("analysis", inputs, answer, [fairlearn, np, pd, scipy, sklearn, statsmodels])
