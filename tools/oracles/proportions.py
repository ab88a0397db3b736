"""Goldens for src/statistics/proportions and src/statistics/tails: statsmodels, SciPy, and score tests inverted in
30-digit arithmetic because statsmodels' own are wrong (differences, its issue 10269) or
have no answer (ratios without successes).

    python tools/oracles/proportions.py [--check]
"""

import math

import mpmath as mp
import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats import multitest, power
from statsmodels.stats import proportion as sm

import golden_file

mp.mp.dps = 30
PAIRS = [(0, 1, 0, 1), (1, 1, 0, 1), (0, 5, 0, 7), (5, 5, 7, 7), (5, 5, 0, 7), (0, 10, 3, 12), (4, 10, 0, 12),
         (10, 10, 9, 12), (56, 70, 48, 80), (9, 10, 3, 10), (1, 2, 1, 2), (15, 148, 4, 132), (300, 1000, 250, 1000),
         (5, 10**6, 8, 10**6), (999990, 10**6, 999999, 10**6), (1, 10**5, 0, 10**5), (7, 20, 7000, 20000),
         (123456, 10**6, 123999, 10**6), (2, 3, 99, 100), (1, 30, 29, 30)]


def quantile(confidence):
    return mp.sqrt(2) * mp.erfinv(mp.mpf(confidence))


def difference_score(x1, n1, x2, n2, d):
    """The constrained maximum by the cubic's roots, in exact arithmetic."""
    d, n = mp.mpf(d), n1 + n2
    cubic = [n, (n1 + 2 * n2) * d - n - (x1 + x2), (n2 * d - n - 2 * x2) * d + x1 + x2, x2 * d * (1 - d)]
    low, high = max(mp.mpf(0), -d), min(mp.mpf(1), 1 - d)
    inside = [mp.re(r) for r in mp.polyroots(cubic, maxsteps=500, extraprec=200) if abs(mp.im(r)) < mp.mpf(10)**-15]
    likely = max([min(max(r, low), high) for r in inside] + [low, high], key=lambda r: likelihood(x1, n1, x2, n2, r, d))
    one = min(max(likely + d, mp.mpf(0)), mp.mpf(1))
    variance = (one * (1 - one) / n1 + likely * (1 - likely) / n2) * n / (n - 1)
    above = mp.mpf(x1) / n1 - mp.mpf(x2) / n2 - d
    return above / mp.sqrt(variance) if variance > 0 else mp.sign(above) * mp.inf


def likelihood(x1, n1, x2, n2, second, d):
    total = mp.mpf(0)
    for count, share in [(x1, second + d), (n1 - x1, 1 - second - d), (x2, second), (n2 - x2, 1 - second)]:
        if count > 0:
            if share <= 0:
                return -mp.inf
            total += count * mp.log(share)
    return total


def ratio_score(x1, n1, x2, n2, ratio, corrected):
    ratio, n, x = mp.mpf(ratio), n1 + n2, x1 + x2
    linear = n1 * ratio + x1 + n2 + x2 * ratio
    second = (linear - mp.sqrt(linear**2 - 4 * n * ratio * x)) / (2 * n * ratio)
    first = ratio * second
    variance = first * (1 - first) / n1 + ratio**2 * second * (1 - second) / n2
    above = mp.mpf(x1) / n1 - ratio * x2 / n2
    return above / mp.sqrt(variance * (mp.mpf(n) / (n - 1) if corrected else 1)) if variance > 0 else mp.sign(above) * mp.inf


def crossing(falling, low, high):
    for _ in range(75):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return (low + high) / 2


def invert_difference(x1, n1, x2, n2, confidence):
    seen, reach = mp.mpf(x1) / n1 - mp.mpf(x2) / n2, quantile(confidence)
    low = crossing(lambda d: difference_score(x1, n1, x2, n2, d) - reach, mp.mpf(-1), seen)
    return [low, crossing(lambda d: difference_score(x1, n1, x2, n2, d) + reach, seen, mp.mpf(1))]


def least_ratio(x1, n1, x2, n2, confidence, corrected):
    if x1 == 0:
        return mp.mpf(0)
    reach = quantile(confidence)
    return mp.e ** crossing(lambda log: ratio_score(x1, n1, x2, n2, mp.e**log, corrected) - reach, mp.mpf(-45), mp.mpf(45))


def invert_ratio(x1, n1, x2, n2, confidence, corrected):
    inverse = least_ratio(x2, n2, x1, n1, confidence, corrected)
    return [least_ratio(x1, n1, x2, n2, confidence, corrected), None if inverse == 0 else 1 / inverse]


def intervals(given):
    *pair, confidence = given
    how = {"alpha": 1 - confidence, "compare": "diff", "method": "newcomb"}
    return {
        "newcombe": list(sm.confint_proportions_2indep(*pair, **how)),
        "difference": invert_difference(*pair, confidence),
        "koopman": invert_ratio(*pair, confidence, False),
        "ratio": invert_ratio(*pair, confidence, True),
    }


def ratio_intervals(given):
    *pair, confidence = given
    how = {"alpha": 1 - confidence, "compare": "ratio", "method": "score"}
    return [list(sm.confint_proportions_2indep(*pair, correction=corrected, **how)) for corrected in [False, True]]


def score_test(given):
    z = difference_score(*given)
    return {"z": z, "p": mp.erfc(abs(z) / mp.sqrt(2))}


def equality_test(pair):
    return list(sm.score_test_proportions_2indep(*pair, compare="diff", correction=True, return_results=False))


def rows_to_show(given):
    """Every number of rows in turn."""
    target, truth, confidence, wanted = given
    for rows in range(1, 5000):
        failures = int(stats.binom.ppf(1 - confidence, rows, 1 - target)) + 1
        while failures >= 0 and stats.binom.cdf(failures, rows, 1 - target) > 1 - confidence:
            failures -= 1
        if failures >= 0 and stats.binom.cdf(failures, rows, 1 - truth) >= wanted:
            spread = [math.sqrt(p * (1 - p)) for p in [target, truth]]
            near = power.normal_sample_size_one_tail(truth - target, wanted, 1 - confidence, *spread) if spread[1] else None
            return {"rows": rows, "failures": failures, "normal": near}


def half_width(given):
    """Every number of rows in turn."""
    share, wanted, confidence = given
    rows = 1
    while np.ptp(sm.proportion_confint(share * rows, rows, 1 - confidence, method="wilson")) / 2 > wanted:
        rows += 1
    return rows


def tail(given):
    law, *arguments = given
    return {"normal": lambda z: 2 * stats.norm.sf(abs(z)), "student": lambda t, df: 2 * stats.t.sf(abs(t), df),
            "chi-square": stats.chi2.sf, "binomial": stats.binom.cdf}[law](*arguments)


ANSWERS = {
    "intervals": intervals,
    "ratio intervals": ratio_intervals,
    "test": score_test,
    "equality": equality_test,
    "adjusted": lambda p: {name: list(multitest.multipletests(p, method=name)[1]) for name in ["holm", "fdr_bh"]},
    "rows to show": rows_to_show,
    "half-width": half_width,
    "no failures": lambda given: -mp.expm1(mp.log1p(-mp.mpf(given[1])) / given[0]),
    "tail": tail,
}


def inputs():
    for pair in PAIRS:
        for confidence in [0.8, 0.95]:
            yield "intervals", [*pair, confidence]
        for difference in [0, -0.1, 0.25]:
            if difference != 0 or 0 < pair[0] + pair[2] < pair[1] + pair[3]:
                yield "test", [*pair, difference]
    for pair in [(56, 70, 48, 80), (9, 10, 3, 10), (15, 148, 4, 132), (300, 1000, 250, 1000), (7, 20, 7000, 20000)]:
        yield "equality", list(pair)
        yield from (("ratio intervals", [*pair, confidence]) for confidence in [0.9, 0.95, 0.99])
    random = np.random.default_rng(7)
    yield from (("adjusted", p) for p in [[0.5], [0.01, 0.04, 0.03, 0.005], [0, 0, 1, 1], [0.02] * 5, [0.9, 0.8, 0.7]])
    yield "adjusted", [float(f"{p:.6g}") for p in random.random(60) ** 3]
    for claim in [(0.9, 0.95), (0.95, 0.97), (0.5, 0.6), (0.95, 1), (0.8, 0.99), (0.99, 0.998), (0.1, 0.2)]:
        yield from (("rows to show", [*claim, *chances]) for chances in [(0.95, 0.8), (0.9, 0.9)])
    for share in [0, 0.02, 0.5, 0.9, 1]:
        yield from (("half-width", [share, width, confidence])
                    for width in [0.02, 0.05, 0.3] for confidence in [0.9, 0.95])
    yield from (("no failures", [rows, confidence]) for rows in [1, 3, 59, 300, 10**7] for confidence in [0.5, 0.95, 0.999])
    yield from (("tail", ["normal", z]) for z in [0, 1e-9, -0.3, 1, 1.96, -4, 8, 30])
    for freedom in [1, 2, 5, 30, 499, 1000, 4000, 10**6]:
        yield from (("tail", ["student", t, freedom]) for t in [0, 1e-6, -0.01, 1, 2, 5, 40])
        yield from (("tail", ["chi-square", freedom * x, freedom]) for x in [0.01, 0.9, 1, 1.1, 2, 4])
    for rows in [1, 10, 999, 10**5]:
        yield from (("tail", ["binomial", count, rows, share])
                    for count in [0, rows // 3, rows // 2] for share in [0.001, 0.3, 0.5, 0.99])


if __name__ == "__main__":
    golden_file.run("proportions", inputs, lambda kind, given: ANSWERS[kind](given), [mp, np, scipy, statsmodels])
