"""The percentile interval of the area under the ROC curve, by a NumPy loop that draws rows and ranks them anew.

    python3 benchmarks/peers/bootstrap.py FILE REPLICATES
"""

import json
import sys

import numpy as np
import pandas as pd


def area(label: np.ndarray, score: np.ndarray) -> float:
    order = np.argsort(score)
    score, label = score[order], label[order]
    first = np.r_[True, score[1:] != score[:-1]]
    starts = np.flatnonzero(first)
    ends = np.r_[starts[1:], len(score)]
    midranks = ((starts + ends + 1) / 2)[np.cumsum(first) - 1]
    positives = int(label.sum())
    negatives = len(label) - positives
    return (midranks[label == 1].sum() - positives * (positives + 1) / 2) / positives / negatives


path, replicates = sys.argv[1], int(sys.argv[2])
frame = pd.read_csv(path, usecols=["label", "score"])
label, score = frame["label"].to_numpy(), frame["score"].to_numpy()
random = np.random.default_rng(1)
areas = np.empty(replicates)
for index in range(replicates):
    rows = random.integers(0, len(label), len(label))
    areas[index] = area(label[rows], score[rows])
json.dump(list(np.quantile(areas, [0.025, 0.975])), sys.stdout)
