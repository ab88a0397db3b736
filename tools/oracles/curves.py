"""Goldens for src/statistics/curves: every point of scikit-learn's curves, from the highest threshold down.

    python tools/oracles/curves.py [--check]
"""

import warnings

import numpy as np
import sklearn
from sklearn import metrics as sk

import golden_file
import statistics_samples as samples


def curves(given):
    positive, score = np.asarray(given["positive"]), np.asarray(given["score"])
    weight = None if given["weight"] is None else np.asarray(given["weight"])
    share = np.ones(len(score)) if weight is None else weight
    all_positive, all_negative = (share[positive == side].sum() for side in [1, 0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        x, y, threshold = sk.roc_curve(positive, score, sample_weight=weight, drop_intermediate=False)
        precision, recall, cut = sk.precision_recall_curve(positive, score, sample_weight=weight)
    answer = {"roc": None, "precisionRecall": None, "gain": None}
    if all_positive and all_negative:
        answer["roc"] = [x.tolist(), y.tolist(), threshold[1:].tolist()]
    if all_positive:
        answer["precisionRecall"] = [recall[-2::-1].tolist(), precision[-2::-1].tolist(), cut[::-1].tolist()]
        depth = [share[score >= one].sum() / share.sum() for one in threshold]
        gain = [share[(score >= one) & (positive == 1)].sum() / all_positive for one in threshold]
        answer["gain"] = [depth, gain, threshold[1:].tolist()]
    return answer


def inputs():
    for sample in samples.binary_samples():
        yield "curves", {name: sample[name] for name in ["name", "positive", "score", "weight"]}


if __name__ == "__main__":
    golden_file.run("curves", inputs, lambda _, given: curves(given), [np, sklearn])
