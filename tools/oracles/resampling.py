"""Goldens for src/statistics/resampling: NumPy's own generator, and SciPy's bootstrap fed from it, so that the very
same rows are drawn and intervals agree to the last digits instead of within a Monte-Carlo error.

    python tools/oracles/resampling.py [--check]
"""

import warnings

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn import metrics as sk

import golden_file

LIMITS = [1, 2, 3, 10, 1000, 2**16 + 1, 2**21, 2**21 + 3, 3_000_000_000, 2**32 - 1]
METRICS = {
    "roc_auc": lambda s, i, w: sk.roc_auc_score(s["positive"][i], s["score"][i], sample_weight=w),
    "average_precision": lambda s, i, w: sk.average_precision_score(s["positive"][i], s["score"][i], sample_weight=w),
    "log_loss": lambda s, i, w: sk.log_loss(s["positive"][i], s["score"][i], labels=[0, 1], sample_weight=w),
    "brier_score": lambda s, i, w: sk.brier_score_loss(s["positive"][i], s["score"][i], sample_weight=w),
    "f1": lambda s, i, w: sk.f1_score(s["positive"][i], s["decision"][i], sample_weight=w),
    "matthews_corrcoef": lambda s, i, w: sk.matthews_corrcoef(s["positive"][i], s["decision"][i], sample_weight=w),
    "accuracy": lambda s, i, w: sk.accuracy_score(s["positive"][i], s["decision"][i], sample_weight=w),
    "mean_absolute_error": lambda s, i, w: sk.mean_absolute_error(s["truth"][i], s["prediction"][i], sample_weight=w),
    "median_absolute_error": lambda s, i, w: sk.median_absolute_error(s["truth"][i], s["prediction"][i]),
    "r2": lambda s, i, w: sk.r2_score(s["truth"][i], s["prediction"][i], sample_weight=w),
}


def entropy(seed):
    digest = seed["data"]
    words = [int(digest[start:start + 8], 16) for start in range(0, len(digest), 8)]
    return [len(words), *words, *seed["policy"].encode()]


def words(given):
    generator = np.random.SFC64(given)
    drawn = generator.random_raw(5000).tolist()
    halves = [half for word in drawn for half in (word & 0xFFFFFFFF, word >> 32)]
    return {"state": np.random.SeedSequence(given).generate_state(6).tolist(), "first": halves[:24],
            "late": halves[-4:], "sum": sum(halves)}


def integers(seed):
    generator = np.random.Generator(np.random.SFC64(entropy(seed)))
    return [generator.integers(0, limit, 12).tolist() for limit in LIMITS]


def interval(given):
    sample = {name: np.asarray(values) for name, values in given["sample"].items()}
    order = places(given["metric"], sample)
    sample = {name: values[order] for name, values in sample.items()}
    rows = np.arange(len(order))
    metric, weight = METRICS[given["metric"]], sample.get("weight")

    def of_rows(drawn):
        return metric(sample, drawn, None if weight is None else weight[drawn])

    data, statistic = (rows,), of_rows
    if given["byClass"]:
        data = tuple(rows[sample["positive"] == side] for side in [0, 1])
        statistic = lambda *parts: of_rows(np.concatenate(parts))
    if "entity" in sample:
        units = list(dict.fromkeys(sample["entity"].tolist()))
        members = [rows[sample["entity"] == unit] for unit in units]
        data, statistic = entity_data(given, sample, members), lambda *parts: of_rows(
            np.concatenate([members[unit] for part in parts for unit in part]))
    return {"value": of_rows(rows), **ends(data, statistic, given)}


def entity_data(given, sample, members):
    every = np.arange(len(members))
    if not given["byClass"]:
        return (every,)
    side = np.array([sample["positive"][rows[0]] for rows in members])
    return tuple(every[side == one] for one in [0, 1])


def difference(given):
    positive, first, second = (np.asarray(given[name]) for name in ["positive", "first", "second"])

    def statistic(drawn):
        return sk.roc_auc_score(positive[drawn], first[drawn]) - sk.roc_auc_score(positive[drawn], second[drawn])

    rows = np.arange(len(positive))
    return {"value": statistic(rows), **ends((rows,), statistic, given)}


def paired(given):
    """The metric after less before, rows (or entities) drawn once for both, in the order they come."""
    before, after = ({name: np.asarray(values) for name, values in given[side].items()} for side in ["before", "after"])
    metric, rows = METRICS[given["metric"]], np.arange(len(next(iter(given["after"].values()))))

    def of_rows(drawn):
        return metric(after, drawn, None) - metric(before, drawn, None)

    data, statistic = (rows,), of_rows
    if given["byClass"]:
        data = tuple(rows[after["positive"] == side] for side in [0, 1])
        statistic = lambda *parts: of_rows(np.concatenate(parts))
    if given["entity"] is not None:
        entity = np.asarray(given["entity"])
        members = [rows[entity == unit] for unit in dict.fromkeys(entity.tolist())]
        data, statistic = entity_data(given, after, members), lambda *parts: of_rows(
            np.concatenate([members[unit] for part in parts for unit in part]))
    return {"value": of_rows(rows), **ends(data, statistic, given)}


def ends(data, statistic, given):
    """One draw of the replicates, and both of SciPy's intervals from it."""
    shared = {"confidence_level": given["confidence"], "vectorized": False, "batch": 1}
    generator = np.random.Generator(np.random.SFC64(entropy(given["seed"])))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        drawn = stats.bootstrap(data, statistic, n_resamples=given["replicates"], method="BCa", rng=generator, **shared)
        again = stats.bootstrap(data, statistic, n_resamples=0, method="percentile", bootstrap_result=drawn, **shared)
    return {"bca": list(drawn.confidence_interval), "percentile": list(again.confidence_interval)}


def places(metric, sample):
    """The order that the product sorts rows into where it sorts them, so that draws by place mean the same rows."""
    if metric in ["roc_auc", "average_precision"]:
        last = [sample["positive"], sample["score"]]
        return np.lexsort(last if "weight" not in sample else [sample["weight"], *last])
    if metric == "median_absolute_error":
        return np.argsort(np.abs(sample["prediction"] - sample["truth"]), kind="stable")
    return np.arange(len(next(iter(sample.values()))))


def inputs():
    yield from (("words", given) for given in [[0], [1], [1, 2, 3, 4], [2**32 - 1] * 9, list(range(100))])
    seeds = [{"data": "00000000", "policy": ""}, {"data": "9f86d081884c7d65" * 4, "policy": "2024-Q1 né"}]
    yield from (("integers", seed) for seed in seeds)
    rng = np.random.default_rng(20240601)
    binary = forecasts(rng, 90, None)
    tied = forecasts(rng, 120, 1)
    rare = forecasts(rng, 300, 2, 0.06)
    errors = {"truth": rng.normal(10, 4, 81).round(3)}
    errors["prediction"] = (errors["truth"] + rng.standard_t(3, 81)).round(3)
    weight = rng.integers(1, 6, 120) / 2
    entity = rng.integers(0, 30, 120)
    nested = 2 * entity + tied["positive"]
    for sample, names in [(binary, list(METRICS)[:7]), (errors, list(METRICS)[7:])]:
        yield from (case(name, sample, seeds[1]) for name in names)
    for name in ["roc_auc", "average_precision"]:
        yield case(name, tied, seeds[0])
        yield case(name, rare, seeds[1], by_class=True)
        yield case(name, tied | {"weight": weight}, seeds[1])
        yield case(name, tied | {"entity": entity}, seeds[1])
    for name in ["roc_auc", "f1", "brier_score"]:
        yield case(name, tied | {"weight": weight, "entity": entity}, seeds[0], confidence=0.8)
        yield case(name, tied | {"entity": nested}, seeds[1], by_class=True)
    yield case("median_absolute_error", errors | {"entity": np.arange(81) // 3}, seeds[0])
    yield case("accuracy", rare, seeds[0], by_class=True, confidence=0.9, replicates=200)
    yield "difference", {"positive": tied["positive"].tolist(), "first": tied["score"].tolist(),
                         "second": (tied["score"] + rng.normal(0, 0.2, 120)).round(3).tolist(), "seed": seeds[1],
                         "replicates": 500, "confidence": 0.95}
    other = tied | {"score": np.clip(tied["score"] + rng.normal(0, 0.15, 120), 0.01, 0.99).round(2)}
    other["decision"] = (other["score"] >= 0.45).astype(int)
    further = errors | {"prediction": (errors["prediction"] + rng.normal(0, 1, 81)).round(3)}
    for name in list(METRICS)[:7]:
        yield pair(name, tied, other, seeds[1])
    for name in list(METRICS)[7:]:
        yield pair(name, errors, further, seeds[0])
    for name in ["roc_auc", "average_precision", "f1", "brier_score"]:
        yield pair(name, tied, other, seeds[0], entity=entity, confidence=0.9)
        yield pair(name, tied, other, seeds[1], by_class=True)
        yield pair(name, tied, other, seeds[1], entity=nested, by_class=True)


def forecasts(rng, rows, digits, share=0.45):
    positive = (rng.random(rows) < share).astype(int)
    score = np.clip(0.25 * positive + 0.75 * rng.random(rows), 0.01, 0.99)
    score = score if digits is None else score.round(digits)
    return {"positive": positive, "score": score, "decision": (score >= 0.5).astype(int)}


def case(metric, sample, seed, by_class=False, confidence=0.95, replicates=500):
    return "interval", {"metric": metric, "sample": {name: values.tolist() for name, values in sample.items()},
                        "seed": seed, "byClass": by_class, "confidence": confidence, "replicates": replicates}


def pair(metric, before, after, seed, entity=None, by_class=False, confidence=0.95):
    plain = [{name: values.tolist() for name, values in sample.items()} for sample in [before, after]]
    return "paired", {"metric": metric, "before": plain[0], "after": plain[1], "seed": seed, "byClass": by_class,
                      "entity": None if entity is None else entity.tolist(), "confidence": confidence, "replicates": 200}


def answer(kind, given):
    return {"words": words, "integers": integers, "interval": interval, "difference": difference, "paired": paired}[kind](given)


if __name__ == "__main__":
    golden_file.run("resampling", inputs, answer, [np, scipy, sklearn])
