"""Goldens for src/statistics: what scikit-learn, SciPy and statsmodels say of the same samples.

    python tools/oracles/statistics.py            writes __tests__/statistics/goldens/*.json
    python tools/oracles/statistics.py --check    computes them again from the samples stored there, and compares

A result is [value], [value, low, high], or null where the product must say "undefined".
"""

import json
import math
import platform
import sys
import warnings
from fractions import Fraction
from pathlib import Path

import numpy as np
import scipy
import sklearn
import statsmodels
from scipy import stats
from sklearn import metrics as sk

import statistics_intervals as iv
import statistics_samples as samples

GOLDENS = Path(__file__).parents[2] / "__tests__" / "statistics" / "goldens"
CONFIDENCE = 0.95
CHECK_TOLERANCE = 1e-14
RATIOS = {
    "precision": (sk.precision_score, (1, 0, 1, 0)),
    "recall": (sk.recall_score, (1, 1, 0, 0)),
    "f1": (sk.f1_score, (2, 1, 1, 0)),
    "jaccard": (sk.jaccard_score, (1, 1, 1, -1)),
}


def defined(compute):
    """A number, or None where scikit-learn warns, raises or answers with no finite number."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            value = float(compute())
        except (ValueError, Warning, ZeroDivisionError, FloatingPointError):
            return None
    return value if math.isfinite(value) else None


def result(value, interval=None):
    if value is None:
        return None
    return [value] if interval is None else [value, *map(float, interval)]


def key(name, **parameters):
    return name if not parameters else f"{name} {json.dumps(parameters, sort_keys=True)}"


class Decisions:
    """Truth and decision of one sample, and everything that their confusion matrix gives."""

    def __init__(self, classes, truth, decision, weight):
        self.classes, self.truth, self.decision, self.weight = classes, truth, decision, weight
        self.every = range(len(classes))
        self.matrix = sk.confusion_matrix(truth, decision, labels=list(self.every), sample_weight=weight)
        self.true = [c for c in self.every if self.matrix[c].sum() > 0]
        self.predicted = [c for c in self.every if self.matrix[:, c].sum() > 0]
        self.present = sorted({*self.true, *self.predicted})

    def score(self, function, **settings):
        return defined(lambda: function(self.truth, self.decision, sample_weight=self.weight, **settings))

    def share(self, part, whole):
        if whole == 0:
            return None
        return result(part / whole, None if self.weight is not None else iv.wilson(part, whole, CONFIDENCE))

    def delta(self, value, function, low=0, high=1):
        if value is None or self.weight is not None:
            return result(value)
        matrix = self.matrix[np.ix_(self.present, self.present)]
        return result(value, iv.multinomial_delta(function, matrix, CONFIDENCE, low, high))

    def of_class(self, function, coefficients, index, **settings):
        value = self.score(function, labels=[index], average="macro", **settings)
        truth, predicted, both = self.matrix[index].sum(), self.matrix[:, index].sum(), self.matrix[index, index]
        if value is None or self.weight is not None:
            return result(value)
        if coefficients in [(1, 0, 1, 0), (1, 1, 0, 0)]:
            return result(value, iv.wilson(both, predicted if coefficients[2] else truth, CONFIDENCE))
        at = self.present.index(index)
        return self.delta(value, iv.averaged(iv.ratio(*coefficients), "macro", [at], []))

    def averaged(self, function, coefficients, average, **settings):
        labels = self.true if average == "weighted" else self.present
        value = self.score(function, labels=labels, average=average, **settings)
        if average == "micro" and coefficients[3] == 0:
            return result(value, None if self.weight is not None else self.accuracy_interval())
        places = [self.present.index(c) for c in self.true]
        everywhere = range(len(self.present))
        return self.delta(value, iv.averaged(iv.ratio(*coefficients), average, everywhere, places))

    def accuracy_interval(self):
        return iv.wilson(np.trace(self.matrix), self.matrix.sum(), CONFIDENCE)

    def results(self, positive):
        answers = {}
        for name, (function, coefficients) in RATIOS.items():
            self.add_ratio(answers, name, function, coefficients, positive)
        for beta in [0.5, 2]:
            coefficients = (1 + beta * beta, beta * beta, 1, 0)
            self.add_ratio(answers, "fbeta", sk.fbeta_score, coefficients, positive, beta=beta)
        accuracy = self.score(sk.accuracy_score)
        answers["accuracy"] = result(accuracy, None if self.weight is not None else self.accuracy_interval())
        several = len(self.true) > 1
        answers["balanced_accuracy"] = self.delta(
            self.score(sk.balanced_accuracy_score) if several else None,
            iv.averaged(iv.ratio(1, 1, 0, 0), "macro", range(len(self.present)), []))
        spread = several and len(self.predicted) > 1
        answers["matthews_corrcoef"] = self.delta(
            self.score(sk.matthews_corrcoef) if spread else None, iv.matthews, -1)
        answers["cohen_kappa"] = self.delta(
            defined(lambda: sk.cohen_kappa_score(self.truth, self.decision, sample_weight=self.weight)), iv.kappa, -1)
        for index in list(self.every)[:12]:
            answers[key("support", **{"class": self.classes[index]})] = [float(self.matrix[index].sum())]
            cell = key("confusion_matrix", actual=self.classes[index], predicted=self.classes[0])
            answers[cell] = [float(self.matrix[index, 0])]
        answers[key("support", average="macro")] = [float(self.matrix.sum())]
        return answers

    def add_ratio(self, answers, name, function, coefficients, positive, **settings):
        if positive is not None:
            answers[key(name, **settings)] = self.of_class(function, coefficients, positive, **settings)
        for index in list(self.every)[:12]:
            named = key(name, **{"class": self.classes[index]}, **settings)
            answers[named] = self.of_class(function, coefficients, index, **settings)
        for average in ["macro", "micro", "weighted"]:
            named = key(name, average=average, **settings)
            answers[named] = self.averaged(function, coefficients, average, **settings)


def array(values):
    return None if values is None else np.asarray(values)


def binary_results(sample):
    truth, decision = array(sample["positive"]), array(sample["decision"])
    score, weight = array(sample["score"]), array(sample["weight"])
    decisions = Decisions(sample["classes"], truth, decision, weight)
    answers = decisions.results(1)
    (tn, fp), (fn, tp) = decisions.matrix
    answers["specificity"] = decisions.share(tn, tn + fp)
    answers["negative_predictive_value"] = decisions.share(tn, tn + fn)
    answers["false_positive_rate"] = decisions.share(fp, fp + tn)
    answers["false_negative_rate"] = decisions.share(fn, fn + tp)
    area = defined(lambda: sk.roc_auc_score(truth, score, sample_weight=weight))
    spread = area is not None and weight is None
    answers["roc_auc"] = result(area, iv.delong(truth, score, area, CONFIDENCE) if spread else None)
    answers["gini"] = result(None if area is None else 2 * area - 1, None if answers["roc_auc"] is None
                             or len(answers["roc_auc"]) == 1 else [2 * end - 1 for end in answers["roc_auc"][1:]])
    answers["ks_statistic"] = result(widest_gap(truth, score, weight) if area is not None else None)
    add_cuts(answers, truth, score, weight)
    answers["average_precision"] = result(
        defined(lambda: sk.average_precision_score(truth, score, sample_weight=weight)))
    loss = defined(lambda: sk.log_loss(truth, score, labels=[0, 1], sample_weight=weight))
    probable = score.min() >= 0 and score.max() <= 1
    clipped = np.clip(np.where(truth == 1, score, 1 - score), np.finfo(float).eps, 1 - np.finfo(float).eps)
    answers["log_loss"] = of_losses(loss, -np.log(clipped), weight, np.inf)
    brier = defined(lambda: sk.brier_score_loss(truth, score, sample_weight=weight, pos_label=1)) if probable else None
    answers["brier_score"] = of_losses(brier, (score - truth) ** 2 if probable else None, weight, 1)
    return answers


def widest_gap(truth, score, weight):
    """SciPy where it can, else the curve; both where both can."""
    false, true, _ = sk.roc_curve(truth, score, sample_weight=weight, drop_intermediate=False)
    by_curve = float((true - false).max())
    if weight is not None:
        return by_curve
    by_test = stats.ks_2samp(score[truth == 0], score[truth == 1], alternative="greater", method="asymp").statistic
    assert abs(by_curve - by_test) < 1e-12
    return by_curve


def add_cuts(answers, truth, score, weight):
    """Rows from the top, in fractions; of rows of one score each gives the share of itself that fits."""
    rows = [Fraction(part) for part in (np.ones(len(truth)) if weight is None else weight).tolist()]
    total, positives = sum(rows), sum(row for row, one in zip(rows, truth) if one)
    for k in [1, 2, 3, 10, 25]:
        found = None if k > total else found_among(truth, score, rows, Fraction(k))
        answers[key("precision_at_k", k=k)] = exact(None if found is None else found / k)
        answers[key("recall_at_k", k=k)] = exact(None if found is None or positives == 0 else found / positives)
    for depth in [0.01, 0.1, 0.25, 1 / 3, 0.5, 1]:
        share = found_among(truth, score, rows, Fraction(depth) * total) / positives if positives > 0 else None
        answers[key("gain", depth=depth)] = exact(share)
        answers[key("lift", depth=depth)] = exact(None if share is None else share / Fraction(depth))


def exact(value):
    return result(None if value is None else float(value))


def found_among(truth, score, rows, amount):
    found, left = Fraction(0), amount
    for value in sorted(set(score.tolist()), reverse=True):
        tied = [(row, one) for row, one, own in zip(rows, truth, score.tolist()) if own == value]
        size = sum(row for row, _ in tied)
        if size == 0:
            continue
        share = min(Fraction(1), left / size)
        found += share * sum(row for row, one in tied if one)
        left -= share * size
    return found


def of_losses(value, losses, weight, high):
    if value is None or weight is not None:
        return result(value)
    return result(value, iv.student(losses, CONFIDENCE, 0, high))


def multiclass_results(sample):
    truth, decision = array(sample["truth"]), array(sample["decision"])
    weight = array(sample["weight"])
    answers = {} if decision is None else Decisions(sample["classes"], truth, decision, weight).results(None)
    if sample["scores"] is None:
        return answers
    scores = np.asarray(sample["scores"]).T
    labels = list(range(len(sample["classes"])))
    for k in [1, 2, len(labels) - 1, len(labels)]:
        value = defined(lambda: sk.top_k_accuracy_score(truth, scores, k=k, labels=labels, sample_weight=weight))
        hits = sk.top_k_accuracy_score(truth, scores, k=k, labels=labels, normalize=False) if value is not None else 0
        interval = None if weight is not None else iv.wilson(hits, len(truth), CONFIDENCE)
        answers[key("top_k_accuracy", k=k)] = result(value, interval)
    for average in ["macro", "weighted"]:
        answers[key("roc_auc_ovr", average=average)] = result(defined(lambda: sk.roc_auc_score(
            truth, scores, average=average, multi_class="ovr", labels=labels, sample_weight=weight)))
    add_pairs(answers, truth, scores, weight)
    probable = scores.min() >= 0
    for index in labels if probable else []:
        one, column = (truth == index).astype(int), scores[:, index]
        area = defined(lambda: sk.roc_auc_score(one, column, sample_weight=weight))
        spread = area is not None and weight is None
        interval = iv.delong(one, column, area, CONFIDENCE) if spread else None
        answers[key("roc_auc_ovr", **{"class": sample["classes"][index]})] = result(area, interval)
    loss = defined(lambda: sk.log_loss(truth, scores, labels=labels, sample_weight=weight))
    own = np.clip(scores[np.arange(len(truth)), truth], np.finfo(float).eps, 1 - np.finfo(float).eps)
    answers["log_loss"] = of_losses(loss, -np.log(own), weight, np.inf)
    return answers


def add_pairs(answers, truth, scores, weight):
    """Pair by pair, for scikit-learn takes no weights here; without weights its own answer has to be the same."""
    true = sorted(set(truth[slice(None) if weight is None else weight > 0].tolist()))
    pairs = [(one, other) for one in true for other in true if one < other]
    areas, sizes = [], []
    for one, other in pairs if scores.min() >= 0 else []:
        rows = (truth == one) | (truth == other)
        part = None if weight is None else weight[rows]
        sizes.append(rows.sum() if weight is None else part.sum())
        areas.append(np.mean([sk.roc_auc_score(truth[rows] == of, scores[rows, of], sample_weight=part)
                              for of in (one, other)]))
    for average, shares in [("macro", None), ("weighted", sizes)]:
        value = float(np.average(areas, weights=shares)) if areas else None
        if weight is None and value is not None:
            own = sk.roc_auc_score(truth, scores, average=average, multi_class="ovo", labels=range(scores.shape[1]))
            assert abs(own - value) < 1e-12
        answers[key("roc_auc_ovo", average=average)] = result(value)


def multilabel_results(sample):
    truth, decision = np.asarray(sample["truth"]).T, np.asarray(sample["decision"]).T
    scores, weight = np.asarray(sample["scores"]).T, array(sample["weight"])
    heavy_rows = np.ones(len(truth), dtype=bool) if weight is None else weight > 0
    wrong = truth != decision
    answers = {
        "accuracy": result(sk.accuracy_score(truth, decision, sample_weight=weight), None if weight is not None
                           else iv.wilson((~wrong.any(axis=1)).sum(), len(truth), CONFIDENCE)),
        "hamming_loss": of_losses(
            sk.hamming_loss(truth, decision, sample_weight=weight), wrong.mean(axis=1), weight, 1),
    }
    for name, (function, coefficients) in RATIOS.items():
        for average in ["macro", "micro", "weighted", "samples"]:
            answers[key(name, average=average)] = labels_averaged(
                function, coefficients, average, truth, decision, weight, heavy_rows)
        for index, label in enumerate(sample["labels"]):
            one = Decisions(["not", label], truth[:, index], decision[:, index], weight)
            answers[key(name, **{"class": label})] = one.of_class(function, coefficients, 1)
    for name, function in [("roc_auc", sk.roc_auc_score), ("average_precision", sk.average_precision_score)]:
        for average in ["macro", "micro", "weighted"]:
            answers[key(name, average=average)] = result(
                defined(lambda: score_averaged(function, average, truth, scores, weight)))
        for index, label in enumerate(sample["labels"]):
            one, column = truth[:, index], scores[:, index]
            value = defined(lambda: function(one, column, sample_weight=weight))
            spread = name == "roc_auc" and value is not None and weight is None
            interval = iv.delong(one, column, value, CONFIDENCE) if spread else None
            answers[key(name, **{"class": label})] = result(value, interval)
    ranking = [ranking_precision(row, score) for row, score in zip(truth, scores)]
    answers["label_ranking_average_precision"] = of_losses(float(np.average(ranking, weights=weight)), ranking, weight, 1)
    if truth.shape[1] > 1:
        own = sk.label_ranking_average_precision_score(truth, scores, sample_weight=weight)
        assert abs(own - answers["label_ranking_average_precision"][0]) < 1e-12
    return answers


def score_averaged(function, average, truth, scores, weight):
    """A single label is a binary problem to scikit-learn, and gives the same value whatever the average."""
    if average == "weighted" and truth.sum() == 0:
        raise ValueError("weights of zero, for which scikit-learn answers 0")
    if truth.shape[1] == 1:
        return function(truth[:, 0], scores[:, 0], sample_weight=weight)
    return function(truth, scores, average=average, sample_weight=weight)


def labels_averaged(function, coefficients, average, truth, decision, weight, heavy_rows):
    top, of_truth, of_decision, of_both = coefficients
    every = range(truth.shape[1])
    if average == "samples":
        # Rows of no weight are no rows, and a row whose ratio is 0/0 leaves the mean without a value.
        both = (truth & decision).sum(axis=1)
        bottom = of_truth * truth.sum(axis=1) + of_decision * decision.sum(axis=1) + of_both * both
        if (bottom[heavy_rows] == 0).any():
            return None
        losses = top * both / np.where(bottom > 0, bottom, 1)
        value = float(np.average(losses, weights=weight))
        if truth.shape[1] > 1:
            own = function(truth[heavy_rows], decision[heavy_rows], average="samples",
                           sample_weight=None if weight is None else weight[heavy_rows])
            assert abs(own - value) < 1e-12
        return of_losses(value, losses, weight, 1)
    if truth.shape[1] == 1:
        one = Decisions(["not", "it"], truth[:, 0], decision[:, 0], weight)
        value = one.score(function, labels=[1], average="macro")
    else:
        # A label without true rows has no part in a weighted mean, and warns of nothing that is used.
        counted = [label for label in every if truth[heavy_rows, label].any()] if average == "weighted" else list(every)
        value = defined(lambda: function(truth, decision, labels=counted, average=average, sample_weight=weight)
                        ) if counted else None
    if value is None or weight is not None:
        return result(value)
    ratio = iv.ratio(*coefficients)
    columns = np.column_stack([truth, decision, truth & decision]).astype(float)

    def of_means(means):
        had, said, both = np.split(means, 3)
        if average == "micro":
            return ratio(had.sum(), said.sum(), both.sum())
        used = [label for label in every if truth[:, label].any()] if average == "weighted" else list(every)
        values = [ratio(had[label], said[label], both[label]) for label in used]
        if average == "weighted":
            return sum(had[label] * value for label, value in zip(used, values)) / had.sum()
        return sum(values) / len(values)
    return result(value, iv.rows_delta(of_means, columns, value, CONFIDENCE))


def ranking_precision(truth, score):
    """By comparing all labels of one row."""
    true = [index for index, one in enumerate(truth) if one]
    if len(true) in [0, len(truth)]:
        return 1.0
    return float(np.mean([sum(score[other] >= score[index] for other in true) / (score >= score[index]).sum()
                          for index in true]))


def add_bounds(answers, truth, lower, upper, weight):
    sound = (lower <= upper).all()
    inside = (truth >= lower) & (truth <= upper)
    value = float(np.average(inside, weights=weight)) if sound else None
    answers["interval_coverage"] = result(
        value, iv.wilson(inside.sum(), len(truth), CONFIDENCE) if sound and weight is None else None)
    with np.errstate(all="ignore"):
        width = upper - lower
        mean = defined(lambda: np.average(width, weights=weight)) if sound else None
    answers["mean_interval_width"] = of_losses(mean, width, weight, np.inf)


def symmetric_share(truth, prediction):
    """In fractions, which nothing overflows; 0 where both are 0."""
    pairs = [(Fraction(one), Fraction(other)) for one, other in zip(truth.tolist(), prediction.tolist())]
    return np.array([float(2 * abs(one - other) / (abs(one) + abs(other))) if one != other else 0.0
                     for one, other in pairs])


def regression_results(sample):
    truth, prediction, weight = array(sample["truth"]), array(sample["prediction"]), array(sample["weight"])
    error = prediction - truth
    with np.errstate(all="ignore"):
        square = error**2
        share = np.abs(error) / np.maximum(np.abs(truth), np.finfo(float).eps)
        spread = len(truth) > 1 and np.ptp(truth) > 0 and 0 < np.var(truth) < np.inf

    symmetric = symmetric_share(truth, prediction)

    def value(function):
        return defined(lambda: function(truth, prediction, sample_weight=weight))

    answers = {
        "mean_absolute_error": of_losses(value(sk.mean_absolute_error), np.abs(error), weight, np.inf),
        "mean_squared_error": of_losses(value(sk.mean_squared_error), square, weight, np.inf),
        "median_absolute_error": result(
            value(sk.median_absolute_error) if weight is None else weighted_median(np.abs(error), weight)),
        "max_error": result(defined(lambda: sk.max_error(*heavy(truth, prediction, weight)))),
        "mean_absolute_percentage_error": of_losses(
            None if (truth == 0).any() else value(sk.mean_absolute_percentage_error), share, weight, np.inf),
        "symmetric_mean_absolute_percentage_error": of_losses(
            float(np.average(symmetric, weights=weight)), symmetric, weight, 2),
        "r2": result(value(sk.r2_score) if spread else None),
        "explained_variance": result(value(sk.explained_variance_score) if spread else None),
        "mean_error": result(math.fsum(error * (1 if weight is None else weight))
                             / (len(error) if weight is None else math.fsum(weight))),
    }
    for alpha in [0, 0.1, 0.5, 0.95, 1]:
        with np.errstate(all="ignore"):
            losses = np.where(truth >= prediction, alpha * -error, (1 - alpha) * error)
        mean = defined(lambda: sk.mean_pinball_loss(truth, prediction, sample_weight=weight, alpha=alpha))
        answers[key("mean_pinball_loss", alpha=alpha)] = of_losses(mean, losses, weight, np.inf)
    add_bounds(answers, truth, array(sample["lower"]), array(sample["upper"]), weight)
    root = value(sk.root_mean_squared_error)
    squared = answers["mean_squared_error"]
    answers["root_mean_squared_error"] = result(
        root, None if squared is None or len(squared) == 1 else np.sqrt(squared[1:]))
    if weight is None:
        add_signed_intervals(answers, truth, prediction, square)
    return answers


def heavy(truth, prediction, weight):
    """max_error takes no weights; rows of weight zero are left out by hand."""
    keep = slice(None) if weight is None else weight > 0
    return truth[keep], prediction[keep]


def weighted_median(values, weight):
    """In fractions: scikit-learn's running sum of weights such as 0.1 misses the half that they make up."""
    rows = sorted((value, Fraction(part)) for value, part in zip(values.tolist(), weight.tolist()) if part > 0)
    half, before = sum(part for _, part in rows) / 2, Fraction(0)
    for index, (value, part) in enumerate(rows):
        before += part
        if before > half:
            return value
        if before == half:
            return (value + rows[index + 1][0]) / 2


def add_signed_intervals(answers, truth, prediction, square):
    error = prediction - truth
    interval = iv.student(error, CONFIDENCE, -np.inf, np.inf)
    answers["mean_error"] = result(answers["mean_error"][0], interval)
    if answers["r2"] is None:
        return
    # Both are the same for shifted and scaled data; the moments of centred data lose no digits.
    size = np.abs(truth - truth.mean()).max()
    centred, error, square = (truth - truth.mean()) / size, -error / size, (error / size) ** 2
    answers["r2"] = result(answers["r2"][0], iv.means_delta(
        iv.r2_of_means, [square, centred, centred**2], CONFIDENCE, 1))
    off = error - error.mean()
    answers["explained_variance"] = result(answers["explained_variance"][0], iv.means_delta(
        iv.explained_of_means, [off, off**2, centred, centred**2], CONFIDENCE, 1))


def interval_goldens():
    proportions = [[k, n, confidence, *iv.wilson(k, n, confidence), *iv.clopper_pearson(k, n, confidence)]
                   for n in [1, 2, 3, 10, 97, 1000, 250000] for k in sorted({0, 1, n // 3, n - 1, n})
                   for confidence in [0.5, 0.9, 0.95, 0.999]]
    tails = [0.5 + 1e-3, 0.6, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995, 0.9995, 1 - 1e-6, 1 - 1e-9]
    normal = [[p, float(stats.norm.ppf(p))] for p in tails]
    student = [[p, df, float(stats.t.ppf(p, df))] for p in tails for df in [1, 2, 3, 5, 10, 29, 100, 568, 10**4, 10**6]]
    beta = [[p, a, b, float(stats.beta.ppf(p, a, b))] for p in [0.0005, 0.025, 0.05, 0.5, 0.9, 0.975, 0.9995]
            for a, b in [(1, 1), (1, 2), (2, 1), (1, 100), (50, 51), (3, 1000), (999, 2), (500, 501), (10, 10**6)]]
    return {"proportions": proportions, "normal": normal, "student": student, "beta": beta}


FAMILIES = {
    "binary": (samples.binary_samples, binary_results),
    "multiclass": (samples.multiclass_samples, multiclass_results),
    "multilabel": (samples.multilabel_samples, multilabel_results),
    "regression": (samples.regression_samples, regression_results),
}
VERSIONS = {
    "python": platform.python_version(),
    **{module.__name__: module.__version__ for module in [np, sklearn, scipy, statsmodels]},
}


def golden(family, made):
    compute = FAMILIES[family][1]
    return {"versions": VERSIONS, "confidence": CONFIDENCE,
            "cases": [{"sample": sample, "results": compute(sample)} for sample in made]}


def write():
    GOLDENS.mkdir(parents=True, exist_ok=True)
    for family, (make, _) in FAMILIES.items():
        dump(family, golden(family, make()))
    dump("intervals", {"versions": VERSIONS, **interval_goldens()})


def dump(family, content):
    (GOLDENS / f"{family}.json").write_text(json.dumps(content, separators=(",", ":"), allow_nan=False) + "\n")


def check():
    """Fitted models differ from machine to machine in the last digits, so the stored samples are the input."""
    differences = []
    for family in FAMILIES:
        stored = json.loads((GOLDENS / f"{family}.json").read_text())
        again = golden(family, [case["sample"] for case in stored["cases"]])
        differences += compare(family, stored["cases"], again["cases"])
    stored = json.loads((GOLDENS / "intervals.json").read_text())
    differences += compare("intervals", {**stored, "versions": None}, {"versions": None, **interval_goldens()})
    for difference in differences[:20]:
        print(difference, file=sys.stderr)
    print(f"{len(differences)} differences")
    return 1 if differences else 0


def compare(where, stored, again):
    if isinstance(stored, dict) and isinstance(again, dict) and stored.keys() == again.keys():
        return [found for name in stored for found in compare(f"{where}/{name}", stored[name], again[name])]
    if isinstance(stored, list) and isinstance(again, list) and len(stored) == len(again):
        return [found for index in range(len(stored))
                for found in compare(f"{where}/{index}", stored[index], again[index])]
    if isinstance(stored, (int, float)) and isinstance(again, (int, float)):
        same = abs(stored - again) <= CHECK_TOLERANCE * max(abs(stored), 1e-3)
        return [] if same else [f"{where}: {stored!r} stored, {again!r} now"]
    return [] if stored == again else [f"{where}: {str(stored)[:60]} stored, {str(again)[:60]} now"]


if __name__ == "__main__":
    sys.exit(check() if "--check" in sys.argv[1:] else write())
