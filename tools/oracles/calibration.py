"""Goldens for src/statistics/calibration: bins from scikit-learn and NumPy, recalibration from statsmodels.

    python tools/oracles/calibration.py [--check]
"""

import math
import warnings

import numpy as np
import sklearn
import statsmodels
import statsmodels.api as sm
from scipy import stats
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss

import golden_file
from statistics_samples import binary_samples as samples_of_statistics

CONFIDENCE = 0.95
# The inverse of the logit overflows to the 0 that it should be.
np.seterr(over="ignore")
BINNINGS = [("width", 10), ("width", 7), ("mass", 10), ("mass", 3), ("mass", 1)]


def columns(given):
    weight = None if given["weight"] is None else np.asarray(given["weight"], dtype=float)
    keep = slice(None) if weight is None else weight > 0
    score, positive = np.asarray(given["score"], dtype=float)[keep], np.asarray(given["positive"])[keep]
    return score, positive, None if weight is None else weight[keep]


def reliability(given, by, bins):
    score, positive, weight = columns(given)
    share = np.ones(len(score)) if weight is None else weight
    upper = np.linspace(0, 1, bins + 1)[1:] if by == "width" else np.quantile(
        score, np.arange(1, bins + 1) / bins, method="inverted_cdf", weights=weight)
    place = np.searchsorted(upper[:-1], score)
    found = [part(share[place == one], score[place == one], positive[place == one]) for one in np.unique(place)]
    by_scikit_learn(given, by, bins, found)
    weights, means, observed = (np.array([one[name] for one in found]) for name in ["weight", "mean", "observed"])
    rate, every = np.average(positive, weights=weight), np.unique(place, return_inverse=True)[1]
    apart = score - means[every]
    return {"bins": found, "ece": np.average(np.abs(observed - means), weights=weights),
            "mce": np.abs(observed - means).max(), "brier": brier_score_loss(positive, score, sample_weight=weight),
            "reliability": np.average((means - observed) ** 2, weights=weights),
            "resolution": np.average((observed - rate) ** 2, weights=weights), "uncertainty": rate - rate**2,
            "withinVariance": np.average(apart**2, weights=weight),
            "withinCovariance": 2 * np.average((positive - observed[every]) * apart, weights=weight)}


def part(weight, score, positive):
    total = math.fsum(weight)
    return {"rows": len(weight), "weight": total, "mean": math.fsum(weight * score) / total,
            "observed": math.fsum(weight * positive) / total}


def by_scikit_learn(given, by, bins, found):
    """Where scikit-learn bins alike (no weights; by mass no ties and bins of one size), it must say the same."""
    score, positive, weight = columns(given)
    alike = by == "width" or (len(score) % bins == 0 and len(set(score.tolist())) == len(score))
    if weight is None and alike:
        strategy = {"width": "uniform", "mass": "quantile"}[by]
        observed, mean = calibration_curve(positive, score, n_bins=bins, strategy=strategy)
        np.testing.assert_allclose([one["observed"] for one in found], observed, rtol=1e-12)
        np.testing.assert_allclose([one["mean"] for one in found], mean, rtol=1e-12)


def recalibration(given):
    score, positive, weight = columns(given)
    certain = ((score == 0) | (score == 1)).any()
    if certain or positive.min() == positive.max():
        return {"intercept": None, "slope": None, "joint": None}
    odds = np.log(score) - np.log1p(-score)
    weights = np.ones(len(score)) if weight is None else weight
    flat = sm.GLM(positive, np.ones(len(score)), family=sm.families.Binomial(), offset=odds, freq_weights=weights)
    # From its own start statsmodels runs off to -1e15 on the extreme scores.
    large = flat.fit(start_params=[0.0], tol=1e-14, maxiter=300, tol_criterion="params")
    answer = {"intercept": coefficient(large, 0, weight), "slope": None, "joint": None}
    sides = [odds[positive == side] for side in [0, 1]]
    if sides[0].max() > sides[1].min() and sides[1].max() > sides[0].min():
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            model = sm.GLM(positive, sm.add_constant(odds), family=sm.families.Binomial(), freq_weights=weights)
            fit = model.fit(tol=1e-14, maxiter=300, tol_criterion="params")
            if weight is None:
                again = sm.Logit(positive, sm.add_constant(odds)).fit(method="newton", tol=1e-13, maxiter=300, disp=0)
                np.testing.assert_allclose(again.params, fit.params, rtol=1e-7, atol=1e-9)
        answer |= {"slope": coefficient(fit, 1, weight), "joint": coefficient(fit, 0, weight)}
    return answer


def coefficient(fit, place, weight):
    """With the information where the fit ended: statsmodels reports that of its last step but one."""
    if weight is not None:
        return [fit.params[place], None, None]
    error = np.sqrt(np.linalg.inv(-fit.model.hessian(fit.params, observed=False))[place, place])
    reach = stats.norm.ppf((1 + CONFIDENCE) / 2) * error
    return [fit.params[place], fit.params[place] - reach, fit.params[place] + reach]


def spiegelhalter(given):
    """By its other form: the Brier score less its mean under calibration, in standard errors."""
    score, positive, weight = columns(given)
    share = np.ones(len(score)) if weight is None else weight
    spread = math.fsum((share * (1 - 2 * score)) ** 2 * score * (1 - score))
    if spread == 0 or (score == 1 - positive).any():
        return None
    brier = math.fsum(share * (score - positive) ** 2)
    z = (brier - math.fsum(share * score * (1 - score))) / math.sqrt(spread)
    return [z, 2 * stats.norm.sf(abs(z))]


def inputs():
    yield from (("forecast", sample | {"name": name}) for name, sample in samples())


def samples():
    rng = np.random.default_rng(20240602)
    score = rng.beta(0.8, 1.6, 210)
    positive = (rng.random(210) < score**1.3).astype(int)
    rare = rng.beta(0.5, 60, 400) + 1e-9
    events = (rng.random(400) < np.minimum(1, 3 * rare)).astype(int)
    few = np.array([0.2, 0.4, 0.6, 0.7, 0.1, 0.9])
    outcome = np.array([0, 1, 0, 1, 0, 1])
    certain = np.where(positive == 1, np.where(score > 0.8, 1, score), np.where(score < 0.1, 0, score))
    yield "random", sample(score, positive)
    yield "many ties", sample(score.round(1), positive)
    yield "on the edges of ten bins", sample(rng.integers(0, 11, 210) / 10, positive)
    yield "rare event", sample(rare, events)
    yield "few rows", sample(few, outcome)
    yield "separated", sample(few, few > 0.5)
    yield "separated but for a tie", sample([0.1, 0.5, 0.5, 0.9], [0, 0, 1, 1])
    yield "the wrong way round", sample(1 - score, positive)
    yield "constant", sample(np.full(12, 0.25), outcome.tolist() * 2)
    yield "one half everywhere", sample(np.full(6, 0.5), outcome)
    yield "one class", sample(few, np.ones(6))
    yield "certain and right", sample(certain, positive)
    yield "certain and wrong", sample([0, 0.3, 0.7, 1], [1, 0, 1, 1])
    yield "extreme but not certain", sample([1e-300, 1e-12, 0.5, 0.25, 1 - 2**-53, 0.875], [0, 1, 0, 1, 1, 0])
    yield "whole weights with zeros", sample(score, positive, rng.integers(0, 4, 210))
    yield "weights of halves, tied", sample(score.round(1), positive, rng.integers(1, 9, 210) / 2)
    yield "random weights", sample(score, positive, rng.random(210) * 10)
    yield "one row", sample([0.7], [1])
    yield "three rows", sample([0.2, 0.6, 0.4], [0, 0, 1])
    yield "three positives of 400", sample(rare, np.isin(np.arange(400), [5, 170, 301]))
    yield "denormal scores", sample([5e-324, 1e-310, 1e-320, 0.5, 0.25, 0.75], [0, 0, 0, 1, 0, 1])
    real = next(one for one in samples_of_statistics() if one["name"] == "breast cancer")
    yield "breast cancer", sample(np.array(real["score"]), np.array(real["positive"]))


def sample(score, positive, weight=None):
    listed = None if weight is None else np.asarray(weight, dtype=float).tolist()
    return {"score": np.asarray(score, dtype=float).tolist(), "positive": np.asarray(positive).astype(int).tolist(),
            "weight": listed}


def answer(_, given):
    binned = {f"{by} {bins}": reliability(given, by, bins) for by, bins in BINNINGS}
    return {"binned": binned, "recalibration": recalibration(given), "spiegelhalter": spiegelhalter(given)}


if __name__ == "__main__":
    golden_file.run("calibration", inputs, answer, [np, sklearn, statsmodels])
