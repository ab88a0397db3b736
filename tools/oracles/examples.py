"""The numbers of examples/ as scikit-learn gives them, for comparison with the gate's report.

Reads every prediction table that the cards declare and computes, over all rows and for each value of each segment, a
standard set of metrics at the card's decision and at explicit thresholds. Then reads every number that the cards
report and says which do not reproduce.

    python tools/oracles/examples.py            writes __tests__/scenarios/goldens/examples.json
    python tools/oracles/examples.py --check    computes again and compares with what is written
"""

import json
import sys
from collections.abc import Iterator

import numpy as np
import pandas as pd
import sklearn
from sklearn import metrics

from example_cards import ROOT, Table, cards, claims, tables, text

GOLDENS = ROOT / "__tests__" / "scenarios" / "goldens" / "examples.json"
EXPLICIT_THRESHOLDS = (0.35, 0.5)

# Wrong on purpose; see examples/README.md.
KNOWN_NOT_TO_REPRODUCE = {("breast-cancer-triage", "recall", "{}")}


def regression(table: Table) -> Iterator[tuple]:
    truth, predicted = table.column("label"), table.column("prediction")
    yield "mean_absolute_error", {}, None, metrics.mean_absolute_error(truth, predicted)
    yield "mean_squared_error", {}, None, metrics.mean_squared_error(truth, predicted)
    yield "root_mean_squared_error", {}, None, metrics.root_mean_squared_error(truth, predicted)
    yield "median_absolute_error", {}, None, metrics.median_absolute_error(truth, predicted)
    yield "mean_absolute_percentage_error", {}, None, metrics.mean_absolute_percentage_error(truth, predicted)
    yield "max_error", {}, None, metrics.max_error(truth, predicted)
    yield "r2", {}, None, metrics.r2_score(truth, predicted)
    yield "explained_variance", {}, None, metrics.explained_variance_score(truth, predicted)


def multiclass(table: Table) -> Iterator[tuple]:
    truth, decided = table.column("label").map(text), table.column("prediction").map(text)
    classes = sorted(set(truth) | set(decided))
    yield "accuracy", {}, None, metrics.accuracy_score(truth, decided)
    yield "balanced_accuracy", {}, None, metrics.balanced_accuracy_score(truth, decided)
    yield "cohen_kappa", {}, None, metrics.cohen_kappa_score(truth, decided)
    yield "matthews_corrcoef", {}, None, metrics.matthews_corrcoef(truth, decided)
    for name, score in PER_CLASS.items():
        for average in ("macro", "micro", "weighted"):
            yield name, {"average": average}, None, score(truth, decided, average=average, zero_division=np.nan)
        for label, value in zip(classes, score(truth, decided, labels=classes, average=None, zero_division=np.nan)):
            yield name, {"class": label}, None, value
    for actual, row in zip(classes, metrics.confusion_matrix(truth, decided, labels=classes)):
        for predicted, count in zip(classes, row):
            yield "confusion_matrix", {"actual": actual, "predicted": predicted}, None, count
    if "scores" in table.columns:
        probability = table.rows[[table.columns["scores"][label] for label in classes]]
        yield "log_loss", {}, None, metrics.log_loss(truth, probability, labels=classes)
        for average in ("macro", "weighted"):
            area = metrics.roc_auc_score(truth, probability, multi_class="ovr", average=average, labels=classes)
            yield "roc_auc_ovr", {"average": average}, None, area


PER_CLASS = {
    "precision": metrics.precision_score,
    "recall": metrics.recall_score,
    "f1": metrics.f1_score,
}


def binary(table: Table) -> Iterator[tuple]:
    truth = (table.column("label").map(text) == text(table.prediction.get("positive_class", "1"))).astype(int)
    score = table.column("score")
    if truth.nunique() == 2:
        yield "roc_auc", {}, None, metrics.roc_auc_score(truth, score)
        yield "average_precision", {}, None, metrics.average_precision_score(truth, score)
    yield "log_loss", {}, None, metrics.log_loss(truth, score, labels=[0, 1])
    yield "brier_score", {}, None, metrics.brier_score_loss(truth, score, pos_label=1)
    if "prediction" in table.columns:
        yield from decision(truth, table.column("prediction"), None)
    elif "threshold" in table.prediction:
        yield from decision(truth, (score >= table.prediction["threshold"]).astype(int), None)
    for threshold in EXPLICIT_THRESHOLDS:
        yield from decision(truth, (score >= threshold).astype(int), threshold)


def decision(truth: pd.Series, decided: pd.Series, threshold: float | None) -> Iterator[tuple]:
    yield "accuracy", {}, threshold, metrics.accuracy_score(truth, decided)
    yield "balanced_accuracy", {}, threshold, metrics.balanced_accuracy_score(truth, decided)
    yield "specificity", {}, threshold, metrics.recall_score(truth, decided, pos_label=0, zero_division=np.nan)
    negative_predictive_value = metrics.precision_score(truth, decided, pos_label=0, zero_division=np.nan)
    yield "negative_predictive_value", {}, threshold, negative_predictive_value
    yield "matthews_corrcoef", {}, threshold, metrics.matthews_corrcoef(truth, decided)
    yield "cohen_kappa", {}, threshold, metrics.cohen_kappa_score(truth, decided)
    yield "fbeta", {"beta": 2}, threshold, metrics.fbeta_score(truth, decided, beta=2, zero_division=np.nan)
    for name, score in PER_CLASS.items():
        yield name, {}, threshold, score(truth, decided, zero_division=np.nan)


TASKS = {
    "regression": regression,
    "multiclass-classification": multiclass,
    "binary-classification": binary,
    "generation": multiclass,
}


def goldens() -> list[dict]:
    return [
        {
            "model": part.model,
            "evidence": part.path,
            "split": part.split,
            "slice": part.slice,
            "metric": metric,
            "params": params,
            "threshold": threshold,
            "value": value.item() if isinstance(value, np.generic) else value,
            "n": len(part.rows),
        }
        for folder, card in cards()
        for table in tables(folder, card)
        for part in table.slices()
        for metric, params, threshold, value in TASKS[part.task](part)
        if np.isfinite(value)
    ]


def not_reproduced(values: list[dict]) -> set[tuple[str, str, str]]:
    known = {key(value): value["value"] for value in values}
    wrong = set()
    for folder, card in cards():
        model = card["model"]["id"]
        for claim in claims(folder, card):
            value = known[model, claim.split, str(claim.slice), claim.metric, str(claim.params), claim.threshold]
            number, scale = (float(claim.raw[:-1]), 100) if claim.raw.endswith("%") else (float(claim.raw), 1)
            decimals = len(claim.raw.rstrip("%").partition(".")[2])
            if abs(number - scale * value) > 0.5 * 10**-decimals * (1 + 1e-9):
                wrong.add((model, claim.metric, str(claim.slice)))
    return wrong


def key(value: dict) -> tuple:
    return (
        value["model"],
        value["split"],
        str(value["slice"]),
        value["metric"],
        str(value["params"]),
        value["threshold"],
    )


def agrees(written: dict, computed: dict) -> bool:
    size = max(abs(computed["value"]), 1e-3)
    same = {**written, "value": None} == {**computed, "value": None}
    return same and abs(written["value"] - computed["value"]) <= 1e-12 * size


def main() -> int:
    values = goldens()
    wrong = not_reproduced(values)
    if wrong != KNOWN_NOT_TO_REPRODUCE:
        print(f"claims that do not reproduce: {sorted(wrong)}; expected {sorted(KNOWN_NOT_TO_REPRODUCE)}")
        return 1
    if "--check" in sys.argv:
        written = json.loads(GOLDENS.read_text())["values"]
        if len(written) != len(values) or not all(map(agrees, written, values)):
            print(f"{GOLDENS.relative_to(ROOT)} is not what scikit-learn gives; run this script without --check")
            return 1
        print(f"{len(values)} values agree")
        return 0
    versions = {module.__name__: module.__version__ for module in (sklearn, np, pd)}
    lines = ",\n".join(f"    {json.dumps(value)}" for value in values)
    GOLDENS.parent.mkdir(parents=True, exist_ok=True)
    GOLDENS.write_text(f'{{\n  "made_with": {json.dumps(versions)},\n  "values": [\n{lines}\n  ]\n}}\n')
    print(f"{len(values)} values written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
