"""Intervals by another road than the product takes: explicit covariances, complex-step gradients, O(mn) pairs."""

import warnings

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

STEP = 1e-100
NO_SPREAD = 1e-12


def around(value, reach, scale, low, high):
    """value ± reach within the range; none where the reach is rounding beside the terms it was made of."""
    if not reach > NO_SPREAD * scale:
        return None
    return [max(low, value - reach), min(high, value + reach)]


def wilson(successes, trials, confidence):
    return [float(end) for end in proportion_confint(successes, trials, 1 - confidence, method="wilson")]


def clopper_pearson(successes, trials, confidence):
    return [float(end) for end in proportion_confint(successes, trials, 1 - confidence, method="beta")]


def student(losses, confidence, low, high):
    losses = np.asarray(losses, dtype=float)
    if len(losses) < 2:
        return None
    mean = losses.mean()
    # SciPy warns of rows that are all alike and of squares that overflow; neither has an interval.
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        ends = stats.ttest_1samp(losses, 0.0).confidence_interval(confidence)
    return None if not np.isfinite(ends.high) else around(mean, (ends.high - ends.low) / 2, abs(mean), low, high)


def delong(positive, score, area, confidence):
    """Structural components by comparing every positive with every negative."""
    positive, score = np.asarray(positive), np.asarray(score)
    up, down = score[positive == 1], score[positive == 0]
    if len(up) < 2 or len(down) < 2:
        return None
    won = (up[:, None] > down[None, :]) + 0.5 * (up[:, None] == down[None, :])
    variance = np.var(won.mean(axis=1), ddof=1) / len(up) + np.var(won.mean(axis=0), ddof=1) / len(down)
    return around(area, stats.norm.ppf((1 + confidence) / 2) * np.sqrt(variance), 1, 0, 1)


def gradient(function, point):
    """By complex steps: exact to the last digit for the smooth functions here."""
    slopes = np.empty(point.size)
    for index in range(point.size):
        moved = point.astype(complex).ravel()
        moved[index] += 1j * STEP
        slopes[index] = function(moved.reshape(point.shape)).imag / STEP
    return slopes


def multinomial_delta(function, counts, confidence, low, high):
    """sqrt(g' S g) with the multinomial covariance S = (diag(p) - pp') / n written out."""
    n = counts.sum()
    shares = counts / n
    slopes = gradient(function, shares)
    flat = shares.ravel()
    covariance = (np.diag(flat) - np.outer(flat, flat)) / n
    variance = max(float(slopes @ covariance @ slopes), 0.0)
    reach = stats.norm.ppf((1 + confidence) / 2) * np.sqrt(variance)
    # The quadratic form cancels where the product's sum of squares does not: below 1e-7 it is all rounding.
    scale = np.abs(slopes).max() * 1e5 / np.sqrt(n)
    return around(float(function(shares).real), reach, scale, low, high)


def means_delta(function, columns, confidence, high):
    """The delta method for a smooth function of means, with the sample covariance of the rows."""
    rows = np.column_stack(columns)
    if len(rows) < 3:
        return None
    means = rows.mean(axis=0)
    slopes = gradient(function, means)
    variance = float(slopes @ np.cov(rows, rowvar=False, ddof=1) @ slopes) / len(rows)
    reach = stats.norm.ppf((1 + confidence) / 2) * np.sqrt(max(variance, 0.0))
    value = float(function(means).real)
    return around(value, reach, max(abs(1 - value), 1), -np.inf, high)


def rows_delta(function, columns, value, confidence):
    """The delta method for a function of the columns' means, with the covariance of the rows as they are."""
    slopes = gradient(function, columns.mean(axis=0))
    covariance = np.atleast_2d(np.cov(columns, rowvar=False, ddof=0)) / len(columns)
    variance = max(float(slopes @ covariance @ slopes), 0.0)
    reach = stats.norm.ppf((1 + confidence) / 2) * np.sqrt(variance)
    return around(value, reach, np.abs(slopes).max() * 1e5 / np.sqrt(len(columns)), 0, 1)


def ratio(top, truth, predicted, correct):
    """precision, recall, F-beta and Jaccard by their coefficients, from one class's margins."""
    return lambda t, q, c: top * c / (truth * t + predicted * q + correct * c)


def averaged(of_class, average, present, true):
    def function(shares):
        truth, predicted, correct = shares.sum(axis=1), shares.sum(axis=0), np.diagonal(shares)
        if average == "macro":
            return sum(of_class(truth[i], predicted[i], correct[i]) for i in present) / len(present)
        if average == "weighted":
            return sum(truth[i] * of_class(truth[i], predicted[i], correct[i]) for i in true) / truth.sum()
        return of_class(truth.sum(), predicted.sum(), correct.sum())
    return function


def matthews(shares):
    truth, predicted, total = shares.sum(axis=1), shares.sum(axis=0), shares.sum()
    together = np.trace(shares) * total - truth @ predicted
    return together / np.sqrt((total**2 - truth @ truth) * (total**2 - predicted @ predicted))


def kappa(shares):
    truth, predicted, total = shares.sum(axis=1), shares.sum(axis=0), shares.sum()
    expected = truth @ predicted / total**2
    return (np.trace(shares) / total - expected) / (1 - expected)


def r2_of_means(means):
    squared_error, truth, squared_truth = means
    return 1 - squared_error / (squared_truth - truth * truth)


def explained_of_means(means):
    error, squared_error, truth, squared_truth = means
    return 1 - (squared_error - error * error) / (squared_truth - truth * truth)
