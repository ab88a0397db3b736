"""A low-tier model with a short card, in order: approve."""

import pandas as pd
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, log_loss
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from folder import Folder


def make() -> None:
    folder = Folder("wine-cultivar")
    wine = load_wine(as_frame=True)
    cultivar = wine.target.map(lambda code: wine.target_names[code])
    sample = pd.Series(range(1, len(cultivar) + 1), name="sample_id", dtype="int64")
    train, test = train_test_split(wine.data.index, test_size=0.4, stratify=cultivar, random_state=1)

    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, random_state=0))
    model.fit(wine.data.loc[train].to_numpy(), cultivar[train])
    folder.onnx("model.onnx", model, wine.data.shape[1])

    probability = model.predict_proba(wine.data.loc[test].to_numpy())
    predictions = pd.DataFrame({"sample_id": sample[test], "cultivar": cultivar[test]})
    predictions["predicted"] = model.classes_[probability.argmax(axis=1)]
    for column, name in enumerate(model.classes_):
        predictions[f"p_{name}"] = probability[:, column]
    written = folder.parquet("evidence/test-predictions.parquet", predictions, "snappy")
    folder.parquet(
        "evidence/train.parquet", pd.DataFrame({"sample_id": sample[train], "cultivar": cultivar[train]}), "snappy"
    )

    folder.card(
        "model-card.yaml",
        train_rows=len(train),
        test_rows=len(written),
        accuracy=accuracy_score(written.cultivar, written.predicted),
        f1=f1_score(written.cultivar, written.predicted, average="macro"),
        log_loss=log_loss(written.cultivar, written[[f"p_{name}" for name in model.classes_]]),
    )


if __name__ == "__main__":
    make()
