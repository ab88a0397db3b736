"""A medium-tier model that was split into train and test after its rows were copied: hold."""

import numpy as np
import pandas as pd
from sklearn.datasets import load_digits
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

from folder import Folder


def make() -> None:
    folder = Folder("digit-reader")
    digits = load_digits()
    # The mistake that this example is about: each image is copied with a little noise first and split afterwards,
    # so for three test images in four the tree has seen the same image, or its copy, in training.
    noise = np.random.default_rng(0).integers(-1, 2, digits.data.shape)
    pixels = np.concatenate([digits.data, np.clip(digits.data + noise, 0, 16)])
    rows = pd.DataFrame(
        {
            "image_id": np.tile(np.arange(len(digits.target), dtype="int64"), 2),
            "copy": np.repeat(["original", "noisy"], len(digits.target)),
            "digit": np.tile(digits.target, 2).astype("int64"),
        }
    )
    train, test = train_test_split(rows.index, test_size=0.25, stratify=rows.digit, random_state=0)

    model = DecisionTreeClassifier(random_state=0).fit(pixels[train], rows.digit[train])
    folder.onnx("model.onnx", model, pixels.shape[1])

    predictions = rows.loc[test].assign(predicted=model.predict(pixels[test]))
    written = folder.json_lines("evidence/test-predictions.jsonl", predictions)
    folder.parquet("evidence/train.parquet", rows.loc[train], "zstd")

    measured = dict(
        train_rows=len(train),
        test_rows=len(written),
        accuracy=accuracy_score(written.digit, written.predicted),
        report=classification_report(written.digit, written.predicted).rstrip(),
        matrix=str(confusion_matrix(written.digit, written.predicted)),
    )
    folder.card("MODEL_CARD.md", **measured)
    folder.card("model-card.yaml", **measured)
    print(f"digit-reader: an honest split gives {accuracy_without_leak(pixels, rows):.3f}")


def accuracy_without_leak(pixels: np.ndarray, rows: pd.DataFrame) -> float:
    """What the same model reaches when both copies of an image stay on one side; examples/README.md quotes it."""
    images = rows[rows["copy"] == "original"]
    train_images, _ = train_test_split(images.image_id, test_size=0.25, stratify=images.digit, random_state=0)
    known = rows.image_id.isin(train_images)
    model = DecisionTreeClassifier(random_state=0).fit(pixels[known], rows.digit[known])
    return accuracy_score(rows.digit[~known], model.predict(pixels[~known]))


if __name__ == "__main__":
    make()
