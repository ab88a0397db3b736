"""What the cards in examples/ declare and report, read without any of the gate's own code."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"

# The one card without a native card: what a reader takes from its words and from its columns' usual names.
MARKDOWN_ALONE = {
    "follow-up-priority": {
        "model": {"id": "follow-up-priority", "task": "binary-classification"},
        "evidence": [
            {
                "kind": "predictions",
                "path": "evidence/test-predictions.csv",
                "split": "test",
                "columns": {"id": "id", "label": "y_true", "prediction": "y_pred", "score": "y_score"},
            }
        ],
    }
}

ALIASES = {
    "mae": "mean_absolute_error",
    "rmse": "root_mean_squared_error",
    "brier score": "brier_score",
    "roc auc": "roc_auc",
}


@dataclass(frozen=True)
class Table:
    """One prediction table, or one slice of it."""

    model: str
    task: str
    path: str
    split: str
    rows: pd.DataFrame
    columns: dict
    prediction: dict
    slice: dict = field(default_factory=dict)

    def slices(self) -> Iterator["Table"]:
        yield self
        for segment in self.columns.get("segments", []):
            for value, rows in self.rows.groupby(segment):
                yield Table(**{**vars(self), "rows": rows, "slice": {segment: text(value)}})

    def column(self, role: str) -> pd.Series:
        return self.rows[self.columns[role]]


def text(value: object) -> str:
    return str(value.item() if isinstance(value, np.generic) else value)


def read(path: Path) -> pd.DataFrame:
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    if path.suffix == ".csv":
        return pd.read_csv(path)
    return pd.read_json(path, lines=True, precise_float=True, dtype=False)


def cards() -> Iterator[tuple[Path, dict]]:
    for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        native = folder / "model-card.yaml"
        yield folder, yaml.safe_load(native.read_text()) if native.exists() else MARKDOWN_ALONE[folder.name]


def tables(folder: Path, card: dict) -> Iterator[Table]:
    for entry in card["evidence"]:
        if entry.get("kind") == "predictions":
            yield Table(
                model=card["model"]["id"],
                task=card["model"]["task"],
                path=f"examples/{folder.name}/{entry['path']}",
                split=entry["split"],
                rows=read(folder / entry["path"]),
                columns=entry["columns"],
                prediction=card.get("prediction", {}),
            )


@dataclass(frozen=True)
class Claim:
    metric: str
    raw: str
    split: str = "test"
    slice: dict = field(default_factory=dict)
    params: dict = field(default_factory=dict)
    threshold: float | None = None


def claims(folder: Path, card: dict) -> Iterator[Claim]:
    for entry in native_metrics(folder):
        params = {key: entry[key] for key in ("average", "class", "beta") if key in entry}
        where = {key: text(value) for key, value in yaml.safe_load(entry.get("slice", "{}")).items()}
        threshold = float(entry["threshold"]) if "threshold" in entry else None
        yield Claim(entry["name"], entry["value"], entry["split"], where, params, threshold)
    readme = (folder / "README.md").read_text() if (folder / "README.md").exists() else ""
    if readme.startswith("---\n"):
        front = readme.split("---\n")[1]
        for result in yaml.load(front, yaml.BaseLoader)["model-index"][0]["results"]:
            for entry in result["metrics"]:
                yield Claim(ALIASES.get(entry["type"], entry["type"]), entry["value"], result["dataset"]["split"])
    if (folder / "MODEL_CARD.md").exists():
        yield from markdown_claims((folder / "MODEL_CARD.md").read_text())


def native_metrics(folder: Path) -> list[dict]:
    """The `metrics` of a native card with every scalar as the text it was written as."""
    path = folder / "model-card.yaml"
    if not path.exists():
        return []
    entries = yaml.load(path.read_text(), yaml.BaseLoader).get("metrics", [])
    return [{**entry, "slice": json.dumps(entry.get("slice", {}))} for entry in entries]


def markdown_claims(card: str) -> Iterator[Claim]:
    for metric, raw in re.findall(r"^\| ([A-Z][\w ]+) \| ([\d.]+%?) \|$", card, re.MULTILINE):
        yield Claim(ALIASES.get(metric.lower(), metric.lower()), raw)
    for metric, raw in re.findall(r"an (accuracy) of (\d\.\d+)", card):
        yield Claim(metric, raw)
    for label, *numbers in re.findall(r"^ +(\d) +([\d.]+) +([\d.]+) +([\d.]+) +\d+$", card, re.MULTILINE):
        for metric, raw in zip(("precision", "recall", "f1"), numbers):
            yield Claim(metric, raw, params={"class": label})
    for average, *numbers in re.findall(r"^ *(macro|weighted) avg +([\d.]+) +([\d.]+) +([\d.]+) ", card, re.MULTILINE):
        for metric, raw in zip(("precision", "recall", "f1"), numbers):
            yield Claim(metric, raw, params={"average": average})
    for actual, row in enumerate(re.findall(r"^[\[ ]\[([\d ]+)\]", card, re.MULTILINE)):
        for predicted, raw in enumerate(row.split()):
            yield Claim("confusion_matrix", raw, params={"actual": str(actual), "predicted": str(predicted)})
