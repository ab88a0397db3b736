"""Goldens for src/statistics/comparison: DeLong over all m·n pairs, McNemar from statsmodels, Student's from SciPy,
Tango's score inverted in 30-digit arithmetic with the constrained maximum found by search.

    python tools/oracles/comparison.py [--check]
"""

import mpmath as mp
import numpy as np
import scipy
import sklearn
import statsmodels
from scipy import stats
from sklearn.metrics import roc_auc_score
from statsmodels.stats import contingency_tables as tables
from statsmodels.stats.weightstats import ttost_paired

import golden_file
from statistics_samples import binary_samples

mp.mp.dps = 30


def delong(given):
    positive, scores = np.array(given["positive"]) == 1, [np.array(given[side]) for side in ["before", "after"]]
    pairs = [np.sign(score[positive][:, None] - score[~positive][None, :]) / 2 + 0.5 for score in scores]
    areas = [roc_auc_score(positive, score) for score in scores]
    m, n = pairs[0].shape
    rows = np.cov([one.mean(axis=1) for one in pairs]) / m + np.cov([one.mean(axis=0) for one in pairs]) / n
    change = pairs[1] - pairs[0]
    variance = change.mean(axis=1).var(ddof=1) / m + change.mean(axis=0).var(ddof=1) / n
    answer = {"areas": areas, "variances": [rows[0, 0], rows[1, 1]], "covariance": rows[0, 1], "interval": None}
    if variance > 1e-20:
        difference, error = areas[1] - areas[0], np.sqrt(variance)
        reach = stats.norm.ppf((1 + given["confidence"]) / 2) * error
        answer |= {"interval": [max(-1, difference - reach), min(1, difference + reach)], "z": difference / error,
                   "p": 2 * stats.norm.sf(abs(difference) / error)}
    return answer


def mcnemar(given):
    only_before, only_after = given
    table, every = [[5, only_before], [only_after, 5]], only_before + only_after
    fewer = min(given)
    half = stats.binom.pmf(fewer, every, 0.5)
    exact = tables.mcnemar(table, exact=True).pvalue
    return {"exact": exact, "midP": exact - half if only_before != only_after else 1 - half / 2,
            "asymptotic": tables.mcnemar(table, exact=False, correction=False).pvalue,
            "corrected": tables.mcnemar(table, exact=False, correction=True).pvalue}


def student(given):
    test = stats.ttest_rel(given["after"], given["before"])
    interval = test.confidence_interval(given["confidence"])
    return {"interval": [interval.low, interval.high], "t": test.statistic, "p": test.pvalue,
            "difference": np.mean(np.array(given["after"]) - given["before"])}


def tango(given):
    rows, lost, gained, confidence = given
    seen, reach = mp.mpf(gained - lost) / rows, mp.sqrt(2) * mp.erfinv(mp.mpf(confidence))

    def score(d):
        low, high = max(mp.mpf(0), -d), (1 - d) / 2

        def slope(share):
            up, rest = gained / (share + d) if gained else 0, 2 * (rows - lost - gained) / (1 - 2 * share - d) if rows > lost + gained else 0
            return up + (lost / share if lost else 0) - rest

        likely = bisect(slope, low, high)
        variance = (2 * likely + d - d * d) / rows
        return (seen - d) / mp.sqrt(variance) if variance > 0 else mp.sign(seen - d) * mp.inf

    return [bisect(lambda d: score(d) - reach, mp.mpf(-1), seen), bisect(lambda d: score(d) + reach, seen, mp.mpf(1))]


def bisect(falling, low, high):
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return (low + high) / 2


def margin(given):
    """The verdict by one-sided paired t tests: statsmodels' for non-inferiority, SciPy's for the two ends."""
    after, before, least = np.array(given["after"]), np.array(given["before"]), -given["margin"]
    level = (1 - given["confidence"]) / 2
    not_worse = ttost_paired(after, before, least, 1e9)[1][1]
    better = stats.ttest_rel(after, before, alternative="greater").pvalue
    worse = stats.ttest_rel(after, before + least, alternative="less").pvalue
    kind = ("superior" if better < level else "non-inferior" if not_worse < level else
            "inferior" if worse < level else "inconclusive")
    return {"p": not_worse, "kind": kind}


ANSWERS = {"margin": margin, "delong": delong, "mcnemar": mcnemar, "student": student, "tango": tango}


def inputs():
    random = np.random.default_rng(11)
    for rows, digits, share in [(4, 1, 0.5), (30, 1, 0.4), (200, 2, 0.1), (400, 6, 0.5), (300, 0, 0.3)]:
        positive = (np.arange(rows) < max(2, rows * share)).astype(int)
        shared = random.integers(0, 1000, rows) / 1000 + positive * 0.3
        before = np.round(shared + random.integers(0, 500, rows) / 1000, digits)
        after = np.round(shared + random.integers(0, 500, rows) / 1000, digits)
        for confidence in [0.9, 0.99]:
            yield "delong", {"positive": positive.tolist(), "before": before.tolist(), "after": after.tolist(),
                             "confidence": confidence}
    yield "delong", {"positive": [0, 0, 1, 1], "before": [1, 2, 3, 4], "after": [10, 20, 30, 40], "confidence": 0.95}
    yield "delong", {"positive": [0, 0, 1, 1], "before": [1, 2, 3, 4], "after": [4, 3, 2, 1], "confidence": 0.95}
    yield "delong", {"positive": [0, 0, 0, 1, 1, 1], "before": [1, 1, 1, 1, 1, 1], "after": [1, 2, 5, 3, 4, 5],
                     "confidence": 0.95}
    near = (np.arange(300) + random.integers(0, 200, 300)) / 1000
    moved = near.copy()
    moved[7] += 0.011
    yield "delong", {"positive": [int(row >= 150) for row in range(300)], "before": near.tolist(),
                     "after": moved.tolist(), "confidence": 0.95}
    yield from (("mcnemar", list(given)) for given in
                [(0, 1), (1, 0), (0, 6), (5, 5), (1, 1), (3, 9), (25, 10), (40, 41), (121, 59), (1000, 1100), (30000, 29000)])
    for rows in [2, 5, 100]:
        before = (random.integers(0, 1000, rows) / 250).tolist()
        after = (random.integers(0, 1000, rows) / 250).tolist()
        yield "student", {"before": before, "after": after, "confidence": 0.95}
    yield "student", {"before": [1e-9, 2e-9, 4e-9], "after": [3, 2, 1], "confidence": 0.5}
    for shift, share in [(0.6, 0.1), (0.02, 0.1), (0.0, 0.3), (-0.05, 0.1), (-0.05, 0.02), (-0.3, 0.1), (-0.1, 0.1), (0.0, 0.0)]:
        before = np.round(random.normal(1, 1, 60), 3)
        after = np.round(before + random.normal(shift, 0.2, 60), 3)
        for confidence in [0.9, 0.99]:
            yield "margin", {"before": before.tolist(), "after": after.tolist(), "margin": share, "confidence": confidence}
    yield from (("tango", list(given)) for given in
                [(10, 0, 0, 0.95), (1, 1, 0, 0.95), (1, 0, 1, 0.9), (30, 0, 5, 0.95), (30, 5, 0, 0.99), (44, 1, 0, 0.95),
                 (100, 12, 7, 0.95), (12, 6, 6, 0.95), (10**6, 3, 9, 0.95), (10**5, 4000, 4100, 0.999), (8, 8, 0, 0.95)])
    more = np.random.default_rng(12)
    rare = (np.arange(400) < 3).astype(int)
    yield "delong", {"positive": rare.tolist(), "before": (more.random(400).round(3) + 0.4 * rare).tolist(),
                     "after": (more.random(400).round(3) + 0.6 * rare).tolist(), "confidence": 0.95}
    yield "delong", {"positive": [0, 1] * 15, "before": (more.integers(0, 9, 30) * 5e-324).tolist(),
                     "after": (more.integers(0, 9, 30) * 5e-324).tolist(), "confidence": 0.95}
    real = next(one for one in binary_samples() if one["name"] == "breast cancer")
    yield "delong", {"positive": real["positive"], "before": real["score"],
                     "after": np.round(np.array(real["score"]) * 4).tolist(), "confidence": 0.95}


if __name__ == "__main__":
    golden_file.run("comparison", inputs, lambda kind, given: ANSWERS[kind](given), [mp, np, scipy, sklearn, statsmodels])
