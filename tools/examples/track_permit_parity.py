"""Trains the model of permit-parity under MLflow, and keeps the store, the evaluation and the predictions.

    pip install -r tools/examples/requirements-mlflow.txt      # in an environment of its own
    python tools/examples/track_permit_parity.py

A run's time and ids are new each time, so that it is no part of make.py; run that afterwards, for the card. Paths of
the machine are taken out, and so are pictures, environments and who ran it.
"""

import os
import re
import shutil
import tempfile
from pathlib import Path

os.environ.update(
    GIT_PYTHON_REFRESH="quiet",
    MLFLOW_ALLOW_FILE_STORE="true",
    MLFLOW_DISABLE_TELEMETRY="true",
    MLFLOW_ENABLE_ASYNC_LOGGING="false",
    MPLBACKEND="agg",
    OMP_NUM_THREADS="1",
    OPENBLAS_NUM_THREADS="1",
)

import mlflow  # noqa: E402
import mlflow.data  # noqa: E402
import pandas as pd  # noqa: E402
from mlflow.models import infer_signature  # noqa: E402
from sklearn.datasets import load_digits  # noqa: E402
from sklearn.dummy import DummyClassifier  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402

NAME = "permit-parity"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / NAME
KEPT = {"MLmodel", "model.skops"}
# Inputs are the pixels' sums by row and by column: what the desk's scanner gives.
LINES = [f"{line}_{index}" for line in ("row", "column") for index in range(8)]


def permits() -> pd.DataFrame:
    digits = load_digits()
    sums = pd.DataFrame(digits.images.sum(axis=2)).join(pd.DataFrame(digits.images.sum(axis=1)), rsuffix="c")
    sums.columns = LINES
    return sums.assign(odd=(digits.target % 2).astype("int64"), permit=[f"P-{row + 1:04d}" for row in sums.index])


def track(root: Path) -> None:
    """A baseline and the model, which is registered; both are evaluated on the test rows."""
    os.chdir(root)
    mlflow.set_tracking_uri(f"file://{root}/mlruns")
    mlflow.set_experiment(NAME)
    rows = permits()
    train, test = train_test_split(rows, test_size=0.3, stratify=rows.odd, random_state=4)
    held_out = mlflow.data.from_pandas(test[[*LINES, "odd"]], name="permits-test", targets="odd")
    candidates = {
        "always the more frequent": DummyClassifier(),
        "logistic regression": LogisticRegression(C=0.01, max_iter=5_000),
    }
    for name, model in candidates.items():
        with mlflow.start_run(run_name=name):
            model.fit(train[LINES], train.odd)
            if isinstance(model, DummyClassifier):
                mlflow.log_metric("accuracy_score", model.score(test[LINES], test.odd))
                continue
            mlflow.log_params({"C": model.C, "max_iter": model.max_iter})
            mlflow.log_input(held_out, context="test")
            signature = infer_signature(train[LINES], model.predict(train[LINES]))
            logged = mlflow.sklearn.log_model(
                model, name="model", signature=signature, registered_model_name=NAME, serialization_format="skops"
            )
            result = mlflow.models.evaluate(
                logged.model_uri, held_out, model_type="classifier", evaluators="default",
                evaluator_config={"log_explainer": False},
            )
            result.save(str(root / "evaluation"))
            scores = test[["permit", "odd"]].assign(p_odd=model.predict_proba(test[LINES])[:, 1].round(6))
            scores.to_csv(root / "test-predictions.csv", index=False, lineterminator="\n")
    train[["permit", "odd"]].to_csv(root / "train.csv", index=False, lineterminator="\n")
    mlflow.MlflowClient().set_registered_model_alias(NAME, "candidate", "1")


def scrub(folder: Path, root: Path) -> None:
    for path in [path for path in sorted(folder.rglob("*")) if path.is_file()]:
        inside = path.relative_to(folder).parts
        if path.name.startswith("mlflow.source.git.") or ("artifacts" in inside and path.name not in KEPT):
            path.unlink()
        elif path.name == "mlflow.user":
            path.write_text("someone")
        elif path.name == "mlflow.source.name":
            path.write_text("train.py")
        elif path.suffix != ".skops":
            text = path.read_text().replace(str(root), "/store")
            text = re.sub(r"(user_id|mlflow\.user)(\W+)[\w.-]+", r"\1\2someone", text)
            text = text.replace(str(Path(__file__)), "train.py")
            path.write_text(re.sub(r'(?s)(?:,\s+)?"mlflow\.source\.git\.\w+":\s+"[^"]*"', "", text))


def keep(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)
    (shutil.copytree if source.is_dir() else shutil.copy)(source, target)


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        track(root)
        scrub(root / "mlruns", root)
        scrub(root / "evaluation", root)
        keep(root / "mlruns", EXAMPLE / "mlruns")
        keep(root / "evaluation", EXAMPLE / "evidence" / "evaluation")
        for table in ("test-predictions.csv", "train.csv"):
            keep(root / table, EXAMPLE / "evidence" / table)


if __name__ == "__main__":
    main()
