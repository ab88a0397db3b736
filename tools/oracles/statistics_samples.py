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
        scored("ties across every cut", np.resize([1, 0, 0, 1, 0], 30), np.repeat([0.8, 0.4, 0.1], [7, 16, 7])),
        scored("the wrong way round", truth, 1 - score),
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
    rng_ties = np.random.default_rng(20240504)
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
        argmaxed("two of four classes true", abcd, truth % 2 * 3, scores),
        argmaxed("many ties in the scores", abcd, truth, rng_ties.multinomial(8, scores) / 8),
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
        *multiclass_extremes(),
    ]


def multiclass_extremes():
    """With numbers of their own, so that the samples above stay what they are."""
    rng = np.random.default_rng(20240504)
    abc = ["a", "b", "c"]
    rare = np.where(np.arange(300) < 2, 2, rng.integers(0, 2, 300))
    alone = np.full(12, 1)
    tiny = rng.permuted(np.tile([1.0, 3 * DENORMAL, DENORMAL], (40, 1)), axis=1)
    return [
        argmaxed("one true class, with scores", abc, alone, rows_to_one(probabilities(rng, alone, 3))),
        argmaxed("a rare class", abc, rare, rows_to_one(probabilities(rng, rare, 3))),
        argmaxed("denormal scores", abc, rng.integers(0, 3, 40), tiny),
    ]


def multilabel(name, truth, scores, weight=None, decision=None):
    """Truth and scores row by row; stored label by label."""
    truth, scores = np.asarray(truth), np.asarray(scores, dtype=float)
    decision = scores >= 0.5 if decision is None else np.asarray(decision)
    labels = [f"label {index}" for index in range(truth.shape[1])]
    return dict(name=name, labels=labels, truth=plain(truth.T), decision=plain(decision.astype(int).T),
                scores=plain(scores.T), weight=plain(weight))


def multilabel_samples():
    rng = np.random.default_rng(20240505)
    truth = (rng.random((120, 4)) < [0.5, 0.3, 0.6, 0.4]).astype(int)
    scores = np.round(0.4 * truth + 0.6 * rng.random((120, 4)), 4)
    crowded, said = truth.copy(), (scores >= 0.5).astype(int)
    crowded[:, 2] = said[:, 2] = 1
    rare = (rng.random((90, 3)) < 0.02).astype(int)
    rare[:3] = np.eye(3)
    return [
        multilabel("one row", [[1, 0, 1]], [[0.9, 0.2, 0.4]]),
        multilabel("one row of no label", [[0, 0]], [[0.9, 0.2]]),
        multilabel("one label", truth[:20, :1], scores[:20, :1]),
        multilabel("random", truth, scores),
        multilabel("every row with a label in truth and decision", crowded, np.maximum(scores, 0.1), decision=said),
        multilabel("perfect", truth, truth.astype(float)),
        multilabel("all wrong", truth, 1.0 - truth),
        multilabel("nothing decided", truth, scores / 4),
        multilabel("everything decided", truth, 0.5 + scores / 4),
        multilabel("a label in no row", truth * [1, 1, 0, 1], scores),
        multilabel("a label in every row", crowded, scores),
        multilabel("rare labels", rare, np.round(0.3 * rare + 0.6 * rng.random((90, 3)), 3)),
        multilabel("ties", truth, np.round(scores, 1)),
        multilabel("constant scores", truth, np.full((120, 4), 0.5)),
        multilabel("scores that are no probabilities", truth, np.round(6 * scores - 3, 2)),
        multilabel("scores of zero and negative zero", truth[:6], np.resize([0.0, -0.0, 1.0], (6, 4))),
        multilabel("random weights", truth, scores, rng.random(120) * 10),
        multilabel("random weights, with labels in every row", crowded, scores, rng.random(120) * 10, said),
        multilabel("rows of weight zero, which have no label", truth[:40], scores[:40],
                   (truth.sum(axis=1) * said[:, :2].any(axis=1))[:40].astype(float)),
        multilabel("whole weights with zeros", crowded, scores, rng.integers(0, 4, 120).astype(float), said),
        *extreme_multilabel_samples(),
    ]


def extreme_multilabel_samples():
    rng = np.random.default_rng(20240506)
    truth = (rng.random((200, 3)) < 0.5).astype(int)
    truth[:, 0] = 0
    truth[[3, 90], 0] = 1
    truth[:, 2] |= 1 - truth[:, 1]
    scores = np.round(0.5 * truth + 0.5 * rng.random((200, 3)), 4)
    said = (scores >= 0.5).astype(int)
    said[:, 2] = 1
    tiny = np.asarray([[5e-324, 1.0], [1e-310, 0.5], [0.0, 5e-324], [1.0, 1e-310], [0.75, 0.25], [0.25, 1.0]])
    data = load_digits()
    drawn = np.column_stack([data.target % 2 == 0, data.target > 4, np.isin(data.target, [0, 3, 6, 8, 9])]).astype(int)
    train, test, y_train, y_test = train_test_split(data.data, drawn, test_size=0.3, random_state=3)
    fitted = [LogisticRegression(max_iter=5000).fit(train, column) for column in y_train.T]
    real = np.column_stack([model.predict_proba(test)[:, 1] for model in fitted])
    return [
        multilabel("a label in one row of a hundred", truth, scores, decision=said),
        multilabel("denormal scores", [[1, 1], [0, 1], [1, 0], [1, 1], [0, 1], [1, 1]], tiny,
                   decision=[[1, 1], [1, 1], [0, 1], [1, 0], [1, 1], [1, 1]]),
        multilabel("digits: even, above four, round", y_test, real),
    ]


def regression(name, truth, prediction, weight=None, bounds=None):
    lower, upper = around(prediction) if bounds is None else bounds
    return dict(name=name, truth=plain(truth), prediction=plain(prediction), lower=plain(lower), upper=plain(upper),
                weight=plain(weight))


def around(prediction):
    """Bounds that hold some of the true values: wider for some rows than for others, of no width for some."""
    prediction = np.asarray(prediction, dtype=float)
    width = np.round(np.abs(prediction) * np.resize([0.25, 0.0, 0.1, 0.5], prediction.size), 3)
    return prediction - width, prediction + width / 2


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
        regression("rows of zero in truth and prediction", [0.0, 0.0, 2.0, 4.0], [0.0, 1.5, 2.0, 3.0]),
        regression("all zero in truth and prediction", [0.0] * 3, [-0.0, 0.0, 0.0]),
        regression("of opposite sign", [1.0, -2.0, 0.0], [-1.0, 2.0, -0.0]),
        regression("bounds that cross", [1.0, 2.0, 3.0], [1.0, 2.0, 3.0], bounds=([0.5, 2.5, 2.0], [1.5, 2.4, 3.5])),
        regression("bounds of no width", [1.0, 2.0, 3.0], [1.0, 2.0, 3.1], bounds=([1.0, 2.0, 3.1], [1.0, 2.0, 3.1])),
        regression("bounds that hold nothing", [1.0, 2.0, 3.0], [5.0, 5.0, 5.0], bounds=([4.0] * 3, [6.0] * 3)),
        regression("bounds that are infinite together", [1.0, 2.0], [1.0, 2.0],
                   bounds=([-1.7e308, 0.0], [1.7e308, 3.0])),
        regression("close to the largest number", [1.7e308, -1.7e308, 1.0], [1.6e308, -1.7e308, 2.0],
                   bounds=([-1.0] * 3, [1.7e308, 1.0, 3.0])),
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
        regression("one row outweighs the rest", [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [1.1, 1.8, 3.3, 3.9, 5.2, 60.0]),
        regression("tied errors", [5.0, 5.0, 1.0, 2.0, 3.0, 9.0, 9.0, 4.0], [6.0, 4.0, 1.0, 4.0, 5.0, 9.0, 6.0, 4.0]),
    ]
