"""Goldens for src/statistics/groups: Fairlearn on the rows that the counts stand for.

    python tools/oracles/groups.py [--check]
"""

import warnings

import fairlearn
import numpy as np
import sklearn
from fairlearn import metrics as fair
from sklearn import metrics as sk

import golden_file

RATES = {
    "selection_rate": fair.selection_rate,
    "base_rate": lambda truth, decision: float(np.mean(truth)),
    "true_positive_rate": fair.true_positive_rate,
    "false_negative_rate": fair.false_negative_rate,
    "false_positive_rate": fair.false_positive_rate,
    "true_negative_rate": fair.true_negative_rate,
    "precision": lambda truth, decision: sk.precision_score(truth, decision, zero_division=np.nan),
    "negative_predictive_value": lambda truth, decision: sk.precision_score(truth, decision, pos_label=0, zero_division=np.nan),
    "accuracy": sk.accuracy_score,
}
PARITIES = {
    "demographic_parity": (fair.demographic_parity_difference, fair.demographic_parity_ratio),
    "equal_opportunity": (fair.equal_opportunity_difference, fair.equal_opportunity_ratio),
    "equalized_odds": (fair.equalized_odds_difference, fair.equalized_odds_ratio),
}


def rows(groups):
    truth, decision, names = [], [], []
    for name, true_positives, false_positives, false_negatives, true_negatives in groups:
        truth += [1] * true_positives + [0] * false_positives + [1] * false_negatives + [0] * true_negatives
        decision += [1] * (true_positives + false_positives) + [0] * (false_negatives + true_negatives)
        names += [name] * (true_positives + false_positives + false_negatives + true_negatives)
    return np.array(truth), np.array(decision), np.array(names)


def answer(_, groups):
    """None where a group has no denominator, which Fairlearn counts as 0 in a rate and leaves out in a precision."""
    truth, decision, names = rows(groups)
    known = {name: frame_of(groups, name, function, truth, decision, names) for name, function in RATES.items()}
    found = {"rates": {name: None if frame is None else contrasts(frame) for name, frame in known.items()}, "parities": {}}
    for name, functions in PARITIES.items():
        asked = {"demographic_parity": ["selection_rate"], "equal_opportunity": ["true_positive_rate"],
                 "equalized_odds": ["true_positive_rate", "false_positive_rate"]}[name]
        if any(known[rate] is None for rate in asked):
            found["parities"][name] = None
            continue
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            found["parities"][name] = {method: [function(truth, decision, sensitive_features=names, method=method)
                                                for function in functions] for method in ["between_groups", "to_overall"]}
            if any(contrasts(known[rate])["between_groups"][1] is None for rate in asked):
                for pair in found["parities"][name].values():
                    pair[1] = None
    return found


def frame_of(groups, rate, function, truth, decision, names):
    trials = {"selection_rate": lambda a, b, c, d: a + b + c + d, "base_rate": lambda a, b, c, d: a + b + c + d,
              "accuracy": lambda a, b, c, d: a + b + c + d, "true_positive_rate": lambda a, b, c, d: a + c,
              "false_negative_rate": lambda a, b, c, d: a + c, "false_positive_rate": lambda a, b, c, d: b + d,
              "true_negative_rate": lambda a, b, c, d: b + d, "precision": lambda a, b, c, d: a + b,
              "negative_predictive_value": lambda a, b, c, d: c + d}[rate]
    if len(groups) < 2 or any(trials(*counts) == 0 for _, *counts in groups):
        return None
    return fair.MetricFrame(metrics=function, y_true=truth, y_pred=decision, sensitive_features=names)


def contrasts(frame):
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        every = {method: [frame.difference(method=method), frame.ratio(method=method)]
                 for method in ["between_groups", "to_overall"]}
    if frame.by_group.max() == 0:
        every = {method: [pair[0], None] for method, pair in every.items()}
    return every | {"by_group": frame.by_group.to_dict()}


def inputs():
    yield from (("groups", [[name, *counts] for name, counts in zip("abcdefgh", groups)]) for groups in [
        [(30, 10, 10, 50), (20, 5, 15, 60)], [(30, 10, 10, 50), (30, 10, 10, 50)], [(1, 1, 1, 1), (1, 0, 0, 1)],
        [(5, 5, 5, 5), (0, 3, 4, 9)], [(0, 0, 5, 5), (0, 0, 9, 9)], [(5, 1, 0, 3), (0, 1, 0, 7)], [(5, 5, 0, 0), (3, 4, 0, 0)],
        [(300, 100, 200, 4000), (12, 7, 9, 80), (40, 1, 3, 200), (2, 2, 2, 2)], [(10, 0, 5, 20), (8, 0, 3, 30)], [(4, 4, 4, 4)],
        [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0)], [(3, 1, 4, 1), (5, 9, 2, 6), (5, 3, 5, 8), (9, 7, 9, 3), (2, 3, 8, 4)],
        [(0, 1, 99, 10000), (3, 1, 150, 20000)]])


if __name__ == "__main__":
    golden_file.run("groups", inputs, answer, [fairlearn, np, sklearn])
