"""Samples that the statistics are checked on: adversarial shapes, random data, and scikit-learn's own data."""

import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_wine
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

DENORMAL = 5e-324


def plain(values):
    return None if values is None else np.asarray(values).tolist()


def binary(name, positive, decision=None, score=None, weight=None, classes=("no", "yes")):
    return dict(name=name, classes=list(classes), positive=plain(positive), decision=plain(decision),
                score=plain(score), weight=plain(weight))


def at_half(score):
    return (np.asarray(score) >= 0.5).astype(int)


def scored(name, positive, score, weight=None):
    return binary(name, positive, at_half(score), score, weight)


def binary_samples():
    rng = np.random.default_rng(20240501)
    truth = rng.integers(0, 2, 120)
    score = np.clip(0.3 * truth + 0.7 * rng.random(120), 0, 1)
    rare = np.zeros(400, dtype=int)
    rare[[7, 211, 390]] = 1
    rare_score = np.where(rare == 1, 0.7, 1.0) * rng.random(400)
    few = rng.integers(0, 2, 30)
    few_score = rng.random(30)
    data = load_breast_cancer()
    train, test, y_train, y_test = train_test_split(data.data, data.target, test_size=0.5, random_state=0)
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(train[:, :3], y_train)
    real = model.predict_proba(test[:, :3])[:, 1]
    return [
        scored("one positive row", [1], [0.8]),
        scored("one negative row", [0], [0.8]),
        scored("two rows, one of each class", [0, 1], [0.2, 0.6]),
        scored("two rows of one class", [1, 1], [0.2, 0.6]),
        scored("three rows", [0, 1, 1], [0.6, 0.6, 0.9]),
        scored("all negative", [0] * 12, rng.random(12)),
        scored("all positive", [1] * 12, rng.random(12)),
        binary("all decided negative", few, np.zeros(30, dtype=int), few_score),
        binary("all decided positive", few, np.ones(30, dtype=int), few_score),
        scored("constant score", few, np.full(30, 0.5)),
        scored("many ties", truth, np.round(score, 1)),
        scored("perfect", truth, np.where(truth == 1, 0.9, 0.1)),
        scored("all wrong", truth, np.where(truth == 1, 0.1, 0.9)),
        scored("certain and sometimes wrong", few, at_half(few_score).astype(float)),
        scored("random", truth, score),
        scored("rare event", rare, rare_score),
        scored("denormal scores", few, rng.integers(0, 6, 30) * DENORMAL),
        scored("scores that are no probabilities", few, 6 * few_score - 3),
        scored("huge scores of either sign", few, (few_score - 0.5) * 1.7e308),
        scored("scores of zero and negative zero", [0, 1, 0, 1, 1], [0.0, -0.0, -0.0, 0.0, 1.0]),
        scored("close scores", few, 0.5 + rng.integers(-3, 4, 30) * 2.0**-53),
        scored("random weights", truth, score, rng.random(120) * 10),
        scored("weights of very different size", truth, np.round(score, 1), 10.0 ** rng.integers(-9, 9, 120)),
        scored("whole weights with zeros", truth, np.round(score, 1), rng.integers(0, 4, 120).astype(float)),
        scored("equal weights of a tenth", few, few_score, np.full(30, 0.1)),
        scored("breast cancer", y_test, real),
        scored("breast cancer, weighted", y_test, real, 1 + np.round(test[:, 0], 2)),
    ]


def multiclass(name, classes, truth, decision=None, scores=None, weight=None):
    return dict(name=name, classes=list(classes), truth=plain(truth), decision=plain(decision),
                scores=plain(None if scores is None else np.asarray(scores).T), weight=plain(weight))


def argmaxed(name, classes, truth, scores, weight=None):
    return multiclass(name, classes, truth, np.argmax(scores, axis=1), scores, weight)


def probabilities(rng, truth, classes, digits=4, skill=0.5):
    raw = rng.random((len(truth), classes)) ** 2 + skill * np.eye(classes)[truth]
    return np.round(raw / raw.sum(axis=1, keepdims=True), digits)


def rows_to_one(scores):
    """The last class takes up what rounding left, so that every row sums to 1 as scikit-learn wants it."""
    scores = scores.copy()
    scores[:, -1] = np.abs(1 - scores[:, :-1].sum(axis=1))
    return scores


def multiclass_samples():
    rng = np.random.default_rng(20240502)
    abc, abcd = ["a", "b", "c"], ["ant", "bee", "cat", "dog"]
    truth = rng.integers(0, 4, 150)
    scores = rows_to_one(probabilities(rng, truth, 4))
    many = rng.integers(0, 60, 240)
    skewed = np.minimum(rng.geometric(0.75, 200) - 1, 3)
    skewed[:4] = [0, 1, 2, 3]
    real = []
    for title, data, share in [("digits", load_digits(), 0.1), ("wine", load_wine(), 0.4)]:
        train, test, y_train, y_test = train_test_split(data.data, data.target, test_size=share, random_state=1)
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.003, max_iter=500)).fit(train, y_train)
        names = [str(name) for name in data.target_names]
        real.append(argmaxed(title, names, y_test, rows_to_one(np.round(model.predict_proba(test), 5))))
    return [
        argmaxed("one row", abc, [1], [[0.2, 0.5, 0.3]]),
        argmaxed("two rows", abc, [1, 2], [[0.2, 0.5, 0.3], [0.5, 0.2, 0.3]]),
        argmaxed("three rows", abc, [0, 1, 2], [[0.6, 0.2, 0.2], [0.2, 0.5, 0.3], [0.5, 0.2, 0.3]]),
        multiclass("one true class", abc, [1] * 9, [1, 1, 0, 1, 2, 1, 1, 0, 1]),
        multiclass("one decided class", abc, [0, 1, 2] * 5, [2] * 15),
        multiclass("one class in truth and decision", abc, [2] * 5, [2] * 5),
        multiclass("a class never decided for", abc, [0, 1, 2, 0, 1, 2, 0], [0, 1, 1, 0, 0, 1, 0]),
        multiclass("a class decided for and never true", abc, [0, 1, 1, 0, 1], [0, 1, 2, 0, 1]),
        multiclass("a listed class in no row", abcd, [0, 1, 2, 2, 1, 0, 0], [0, 1, 2, 1, 1, 0, 2]),
        multiclass("perfect", abcd, truth, truth),
        multiclass("all wrong", abcd, truth, (truth + 1) % 4),
        argmaxed("random", abcd, truth, scores),
        argmaxed("ties in the scores", abcd, truth, rng.permuted(np.tile([0.5, 0.25, 0.25, 0.0], (150, 1)), axis=1)),
        argmaxed("constant scores", abcd, truth, np.full((150, 4), 0.25)),
        argmaxed("certain and sometimes wrong", abcd, truth, np.eye(4)[np.where(rng.random(150) < 0.2, 0, truth)]),
        multiclass("scores that are no probabilities", abcd, truth[:20], scores=rng.normal(size=(20, 4)).round(3)),
        argmaxed("skewed", abcd, skewed, rows_to_one(probabilities(rng, skewed, 4))),
        multiclass("sixty classes", [f"class {i:02}" for i in range(60)], many,
                   np.where(rng.random(240) < 0.5, many, rng.integers(0, 60, 240))),
        argmaxed("random weights", abcd, truth, scores, rng.random(150) * 10),
        argmaxed("whole weights with zeros", abcd, truth, scores, rng.integers(0, 4, 150).astype(float)),
        *real,
    ]


def regression(name, truth, prediction, weight=None):
    return dict(name=name, truth=plain(truth), prediction=plain(prediction), weight=plain(weight))


def regression_samples():
    rng = np.random.default_rng(20240503)
    truth = np.round(rng.normal(10, 4, 100), 3)
    prediction = np.round(truth + rng.normal(0.5, 2, 100), 3)
    data = load_diabetes()
    train, test, y_train, y_test = train_test_split(data.data, data.target, test_size=0.4, random_state=2)
    real = LinearRegression().fit(train, y_train).predict(test)
    return [
        regression("one row", [3.0], [2.5]),
        regression("two rows", [3.0, -1.0], [2.5, 0.5]),
        regression("three rows", [3.0, -1.0, 7.0], [2.5, 0.5, 7.5]),
        regression("constant truth", [0.1] * 7, truth[:7]),
        regression("constant prediction", truth, np.full(100, 10.0)),
        regression("prediction of the mean", [1.0, 2.0, 3.0, 6.0], [3.0] * 4),
        regression("perfect", truth, truth),
        regression("perfect but for a constant", [1.0, 2.0, 4.0, 8.0], [1.5, 2.5, 4.5, 8.5]),
        regression("worse than the mean", truth, -prediction),
        regression("a true value of zero", [0.0, 1.0, 2.0, 4.0], [0.1, 1.5, 2.0, 3.0]),
        regression("true values below the floor of MAPE", [1e-20, -1e-18, 0.5], [2e-20, 0.0, 0.25]),
        regression("even number of rows", [1.0, 2.0, 3.0, 4.0], [1.5, 4.0, 3.1, 3.0]),
        regression("random", truth, prediction),
        regression("far from zero", 1e9 + truth, 1e9 + prediction),
        regression("large but squarable", truth * 1e150, prediction * 1e150),
        regression("too large to square", truth * 1e200, prediction * 1e200),
        regression("denormal", rng.integers(1, 9, 20) * DENORMAL, rng.integers(1, 9, 20) * DENORMAL),
        regression("both tiny and huge", 10.0 ** rng.integers(-12, 12, 50), 10.0 ** rng.integers(-12, 12, 50)),
        regression("random weights", truth, prediction, rng.random(100) * 10),
        regression("whole weights with zeros", truth, prediction, rng.integers(0, 4, 100).astype(float)),
        regression("equal weights of a tenth", truth[:30], prediction[:30], np.full(30, 0.1)),
        regression("diabetes", y_test, real),
        regression("diabetes, weighted", y_test, real, np.round(2 + 10 * test[:, 2], 3)),
    ]
