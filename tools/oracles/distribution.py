"""Goldens for src/statistics/distribution: SciPy, and all orders of small samples with ties written out.

    python tools/oracles/distribution.py [--check]
"""

import itertools
import math
import warnings

import numpy as np
import scipy
from scipy import special, stats
from scipy.spatial import distance

import golden_file

FLOOR = 1e-4


def floats(column):
    return np.array([np.nan if value is None else value for value in column], dtype=float)


def bins(reference, count):
    """The left and right ends of bins with open outer ends, a shared quantile as a bin of its own."""
    quantiles = np.quantile(reference, np.arange(count + 1) / count, method="inverted_cdf").tolist()
    marks = []
    for value, times in [(value, quantiles.count(value)) for value in sorted(set(quantiles))]:
        if times > 1:
            marks += [(value, "below"), (value, "here")]
        elif value not in (quantiles[0], quantiles[-1]):
            marks.append((value, "here"))
    return marks


def counts(column, marks):
    """A row falls in the first bin whose end it does not pass."""
    def place(value):
        passed = [value >= end if side == "below" else value > end for end, side in marks]
        return passed.index(False) if False in passed else len(marks)
    return np.bincount([place(value) for value in column], minlength=len(marks) + 1)


def numeric(given):
    reference, current = floats(given["reference"]), floats(given["current"])
    missing = [int(np.isnan(column).sum()) for column in [reference, current]]
    reference, current = reference[~np.isnan(reference)], current[~np.isnan(current)]
    marks = bins(reference, given["bins"]) if len(reference) else []
    table = [[*counts(column, marks), *([none] if sum(missing) else [])]
             for column, none in zip([reference, current], missing)]
    return {**shares(table), "counts": table, "ks": smirnov(reference, current),
            "wasserstein": stats.wasserstein_distance(reference, current) if len(reference) and len(current) else None}


def smirnov(reference, current):
    n, m = len(reference), len(current)
    if n == 0 or m == 0:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = stats.ks_2samp(reference, current, method="exact" if n * m <= 4_000_000 else "asymp")
    if n * m > 4_000_000:
        return [found.statistic, special.kolmogorov(math.sqrt(n * m / (n + m)) * found.statistic)]
    pooled = np.concatenate([reference, current])
    if len(np.unique(pooled)) == n + m:
        return [found.statistic, found.pvalue]
    return [found.statistic, all_orders(pooled, n, found.statistic) if math.comb(n + m, n) < 20000 else None]


def all_orders(pooled, n, statistic):
    """The share of all splits of the pooled values that are as far apart."""
    far = every = 0
    for chosen in itertools.combinations(range(len(pooled)), n):
        mask = np.isin(np.arange(len(pooled)), chosen)
        far += stats.ks_2samp(pooled[mask], pooled[~mask], method="asymp").statistic >= statistic - 1e-9
        every += 1
    return far / every


def shares(table):
    table = np.array(table, dtype=float)
    if (table.sum(axis=1) == 0).any():
        return {"psi": None, "js": None, "chi": None}
    share = table / table.sum(axis=1, keepdims=True)
    low = np.maximum(share, FLOOR)
    used = table[:, table.sum(axis=0) > 0]
    return {"psi": math.fsum((low[1] - low[0]) * np.log(low[1] / low[0])),
            "js": distance.jensenshannon(share[0], share[1], base=2), "chi": chi_square(used)}


def chi_square(table):
    if table.shape[1] < 2:
        return None
    found = stats.chi2_contingency(table, correction=False)
    n, k = table.sum(), table.shape[1]
    v = stats.contingency.association(table.astype(int), method="cramer", correction=False)
    excess = max(0, found.statistic / n - (k - 1) / (n - 1))
    room = min(k - (k - 1) ** 2 / (n - 1), 2 - 1 / (n - 1)) - 1
    expected = found.expected_freq
    return {"statistic": found.statistic, "freedom": found.dof, "p": found.pvalue, "least": expected.min(),
            "sparse": bool(expected.min() < 1 or (expected < 5).mean() > 0.2), "v": v,
            "corrected": math.sqrt(excess / room) if room > 0 else 0}


def categorical(given):
    names = sorted({*given["reference"], *given["current"]})
    return shares([[given[side].get(name, 0) for name in names] for side in ["reference", "current"]])


ANSWERS = {"numeric": numeric, "categorical": categorical, "kolmogorov": special.kolmogorov}


def inputs():
    random = np.random.default_rng(3)

    def column(rows, spread, shift=0.0, levels=10**6):
        return (np.round(random.integers(0, 10**6, rows) / 10**6 * spread * levels) / levels + shift).tolist()

    pairs = {
        "same": ([1, 2, 3, 4], [1, 2, 3, 4]), "disjoint": (column(100, 1), column(80, 1, 5)),
        "below": (column(100, 1), column(80, 1, -5)), "one row each": ([1], [2]), "equal rows": ([1], [1]),
        "constant": ([5] * 20, [5] * 30), "away from a constant": ([5] * 20, [3] * 10 + [7] * 5),
        "zeros": ([0] * 30 + column(40, 3), [-1] * 5 + [0] * 10 + column(25, 4)),
        "binary": ([0] * 30 + [1] * 20, [0] * 10 + [1] * 40), "ties": ([1, 1, 2, 3, 3], [1, 2, 2, 3, 4, 4]),
        "few ties": ([1, 2, 2, 5], [2, 3, 4, 6, 6]), "missing": ([1, 2, None, 4, 5], [None, None, 2, 3]),
        "only missing": ([None, None], [None, 1]), "nothing missing before": ([1, 2, 3], [1, None]),
        "no rows": ([], [1, 2]), "huge": ([1e300, -1e300, 1e299], [1e300, 5, 7]), "tiny": ([5e-324, 0, 1e-320], [1e-310, 0]),
        "equal sizes": (column(50, 1), column(50, 1, 0.1)), "sizes apart": (column(7, 1), column(300, 1, 0.2)),
        "many": (column(1999, 1), column(2000, 1, 0.01)), "beyond exact": (column(2001, 1), column(2000, 1.02, 0.01)),
        "sizes far apart": (column(40, 1), column(5000, 1, 0.1)), "levels": (column(400, 1, 0, 7), column(300, 1, 0, 9)),
    }
    for name, (reference, current) in pairs.items():
        for count in [10, 3]:
            if count == 10 or len(reference) < 500:
                yield "numeric", {"name": name, "reference": reference, "current": current, "bins": count}
    yield from (("categorical", {"reference": before, "current": after}) for before, after in [
        ({"a": 10, "b": 20}, {"a": 20, "b": 40}), ({"a": 10}, {"b": 7}), ({"a": 10}, {"a": 7}),
        ({"a": 3, "b": 1}, {"b": 2, "c": 9}), ({"a": 5000, "b": 4000, "c": 3}, {"a": 5100, "b": 3800, "c": 9, "d": 1}),
        ({"a": 10**6, "b": 10**6}, {"a": 10**6 + 1, "b": 10**6}), ({}, {"a": 1}), ({"a": 1}, {"b": 1}),
        ({"a": 1, "b": 1}, {"c": 1, "d": 1}), ({"a": 3, "b": 1, "c": 1}, {"c": 1, "d": 1, "e": 1})])
    yield from (("kolmogorov", x) for x in [0, 0.01, 0.2, 0.5, 0.9, 0.999999, 1, 1.36, 2, 5, 10])


if __name__ == "__main__":
    golden_file.run("distribution", inputs, lambda kind, given: ANSWERS[kind](given), [np, scipy])
