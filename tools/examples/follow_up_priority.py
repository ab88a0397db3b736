"""A model that decides about patients, declared low, with no result by group, in plain Markdown alone: hold."""

import pandas as pd
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, brier_score_loss, precision_score, recall_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bands import age_band
from folder import Folder

SERIOUS_PROGRESSION = 184


def make() -> None:
    folder = Folder("follow-up-priority")
    study = load_diabetes(as_frame=True, scaled=False)
    serious = (study.target >= SERIOUS_PROGRESSION).astype("int64")
    train, test = train_test_split(study.data.index, test_size=0.35, stratify=serious, random_state=2)

    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, random_state=0))
    model.fit(study.data.loc[train], serious[train])
    features = list(study.data.columns)
    folder.linear_model("model.json", "logistic regression on standardised features", features, *model)

    predictions = pd.DataFrame(
        {
            "id": [f"D{row + 1:03d}" for row in test],
            "y_true": serious[test],
            "y_pred": model.predict(study.data.loc[test]),
            "y_score": model.predict_proba(study.data.loc[test])[:, 1].round(6),
            "sex": study.data.sex[test].astype("int64"),
            "age_band": study.data.age[test].map(age_band),
        }
    )
    written = folder.csv("evidence/test-predictions.csv", predictions)
    folder.csv("evidence/train.csv", pd.DataFrame({"id": [f"D{row + 1:03d}" for row in train], "y_true": serious[train]}))

    folder.card(
        "MODEL_CARD.md",
        train_rows=len(train),
        test_rows=len(written),
        serious_rows=int(written.y_true.sum()),
        accuracy=accuracy_score(written.y_true, written.y_pred),
        precision=precision_score(written.y_true, written.y_pred),
        recall=recall_score(written.y_true, written.y_pred),
        roc_auc=roc_auc_score(written.y_true, written.y_score),
        brier=brier_score_loss(written.y_true, written.y_score),
    )


if __name__ == "__main__":
    make()
