"""A high-tier model whose recall was computed at another threshold than the one in use: hold."""

import pandas as pd
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    precision_score,
    recall_score,
    roc_auc_score,
)
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from folder import Folder

THRESHOLD = 0.35
# The median of the standard deviation of grey levels over all samples.
HIGH_CONTRAST = 18.84


def make() -> None:
    folder = Folder("breast-cancer-triage")
    cytology = load_breast_cancer(as_frame=True)
    finding = cytology.target.map(lambda code: cytology.target_names[code])
    train, test = train_test_split(cytology.data.index, test_size=0.4, stratify=finding, random_state=5)

    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, random_state=0))
    model.fit(cytology.data.loc[train].to_numpy(), finding[train])
    folder.onnx("model.onnx", model, cytology.data.shape[1])

    sample = pd.Series([f"FNA-{row + 1:04d}" for row in cytology.data.index])
    contrast = (cytology.data["mean texture"] >= HIGH_CONTRAST).map({True: "high", False: "low"})
    features = cytology.data.loc[test].to_numpy()
    malignant = list(model.classes_).index("malignant")
    predictions = pd.DataFrame(
        {
            "sample_id": sample[test],
            "finding": finding[test],
            "p_malignant": model.predict_proba(features)[:, malignant].round(6),
            "contrast": contrast[test],
        }
    )
    written = folder.csv("evidence/test-predictions.csv", predictions)
    folder.csv("evidence/train.csv", pd.DataFrame({"sample_id": sample[train], "finding": finding[train]}))

    truth = written.finding == "malignant"
    sent = written.p_malignant >= THRESHOLD
    by_contrast = {}
    for value, rows in written.groupby("contrast").groups.items():
        by_contrast[f"recall_{value}"] = recall_score(truth[rows], sent[rows])
        by_contrast[f"precision_{value}"] = precision_score(truth[rows], sent[rows])
    folder.card(
        "model-card.yaml",
        train_rows=len(train),
        test_rows=len(written),
        malignant_rows=int(truth.sum()),
        roc_auc=roc_auc_score(truth, written.p_malignant),
        average_precision=average_precision_score(truth, written.p_malignant),
        brier=brier_score_loss(truth, written.p_malignant),
        precision=precision_score(truth, sent),
        # The mistake that this example is about: `predict` decides at 0.5, the card at 0.35.
        recall=recall_score(truth, model.predict(features) == "malignant"),
        **by_contrast,
    )


if __name__ == "__main__":
    make()
