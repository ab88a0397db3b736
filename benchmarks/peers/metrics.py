"""The point metrics of `metrics FILE`, with pandas and scikit-learn, as a good analyst would: only the columns that
are needed, counts once per group, scikit-learn for what needs scores, DeLong's variance with NumPy and SciPy.

    python3 benchmarks/peers/metrics.py FILE [c|pyarrow] [alone]

With `alone`, the metrics without calibration and curves.
"""

import json
import sys

import numpy as np
import pandas as pd
from scipy.stats import rankdata
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    confusion_matrix,
    log_loss,
    precision_recall_curve,
    roc_auc_score,
    roc_curve,
)

COLUMNS = ["label", "score", "sex", "region"]
THRESHOLD = 0.5
BINS = 10


def read(path: str, engine: str) -> pd.DataFrame:
    if path.endswith(".parquet"):
        return pd.read_parquet(path, columns=COLUMNS)
    if path.endswith(".jsonl"):
        reader = {"engine": "pyarrow"} if engine == "pyarrow" else {}
        return pd.read_json(path, lines=True, **reader)[COLUMNS]
    return pd.read_csv(path, usecols=COLUMNS, engine=engine, dtype={"sex": "category", "region": "category"})


def from_counts(label: np.ndarray, decision: np.ndarray) -> dict[str, float]:
    (tn, fp), (fn, tp) = confusion_matrix(label, decision, labels=[0, 1]).tolist()
    n = tn + fp + fn + tp
    recall, specificity, precision = tp / (tp + fn), tn / (tn + fp), tp / (tp + fp)

    def fbeta(beta: float) -> float:
        return (1 + beta**2) * tp / ((1 + beta**2) * tp + beta**2 * fn + fp)

    chance = ((tp + fp) * (tp + fn) + (fn + tn) * (fp + tn)) / n**2
    accuracy = (tp + tn) / n
    return {
        "tn": tn, "fp": fp, "fn": fn, "tp": tp,
        "accuracy": accuracy,
        "balanced_accuracy": (recall + specificity) / 2,
        "precision": precision,
        "recall": recall,
        "f1": fbeta(1), "f0.5": fbeta(0.5), "f2": fbeta(2),
        "jaccard": tp / (tp + fn + fp),
        "matthews_corrcoef": (tp * tn - fp * fn)
        / np.sqrt(float(tp + fp) * float(tp + fn) * float(tn + fp) * float(tn + fn)),
        "cohen_kappa": (accuracy - chance) / (1 - chance),
        "specificity": specificity,
        "negative_predictive_value": tn / (tn + fn),
        "false_positive_rate": 1 - specificity,
        "false_negative_rate": 1 - recall,
    }


def delong_deviation(label: np.ndarray, score: np.ndarray) -> float:
    positives, negatives = score[label == 1], score[label == 0]
    ranks = rankdata(np.concatenate([positives, negatives]))
    m, n = len(positives), len(negatives)
    beaten = (ranks[:m] - rankdata(positives)) / n
    beaten_by = 1 - (ranks[m:] - rankdata(negatives)) / m
    return float(np.sqrt(beaten.var(ddof=1) / m + beaten_by.var(ddof=1) / n))


def calibration(label: np.ndarray, score: np.ndarray, edges: np.ndarray) -> dict[str, object]:
    bins = np.searchsorted(edges[1:-1], score)
    rows = np.bincount(bins, minlength=BINS)
    forecast = np.bincount(bins, weights=score, minlength=BINS) / rows
    observed = np.bincount(bins, weights=label, minlength=BINS) / rows
    share, base = rows / len(label), label.mean()
    gap = np.abs(observed - forecast)
    return {
        "ece": float((share * gap).sum()),
        "mce": float(gap.max()),
        "reliability": float((share * (observed - forecast) ** 2).sum()),
        "resolution": float((share * (observed - base) ** 2).sum()),
        "uncertainty": float(base * (1 - base)),
    }


def curves(label: np.ndarray, score: np.ndarray) -> dict[str, int]:
    false_positives, _, _ = roc_curve(label, score)
    precision, _, _ = precision_recall_curve(label, score)
    return {"roc_points": len(false_positives), "pr_points": len(precision)}


def by(frame: pd.DataFrame, columns: list[str]) -> dict[str, object]:
    groups = {}
    for name, rows in frame.groupby(columns, observed=True).indices.items():
        label, score = frame["label"].to_numpy()[rows], frame["score"].to_numpy()[rows]
        decision = frame["decision"].to_numpy()[rows]
        groups[str(name)] = {
            "n": len(rows),
            "selection_rate": float(decision.mean()),
            "roc_auc": float(roc_auc_score(label, score)),
            "delong": delong_deviation(label, score),
            "average_precision": float(average_precision_score(label, score)),
            "brier_score": float(brier_score_loss(label, score)),
            **from_counts(label, decision),
        }
    return groups


def main(path: str, engine: str = "c", what: str = "all") -> None:
    frame = read(path, engine)
    frame["decision"] = (frame["score"] >= THRESHOLD).astype(np.int8)
    label, score = frame["label"].to_numpy(), frame["score"].to_numpy()
    answer = {
        "n": len(frame),
        **from_counts(label, frame["decision"].to_numpy()),
        "roc_auc": float(roc_auc_score(label, score)),
        "delong": delong_deviation(label, score),
        "average_precision": float(average_precision_score(label, score)),
        "log_loss": float(log_loss(label, score)),
        "brier_score": float(brier_score_loss(label, score)),
        "by": [by(frame, ["sex"]), by(frame, ["region"]), by(frame, ["sex", "region"])],
    }
    if what == "all":
        mass = np.quantile(score, np.linspace(0, 1, BINS + 1), method="inverted_cdf")
        answer["calibration"] = {
            "width": calibration(label, score, np.linspace(0, 1, BINS + 1)),
            "mass": calibration(label, score, mass),
        }
        answer["curves"] = curves(label, score)
    json.dump(answer, sys.stdout, indent=1)


main(*sys.argv[1:])
