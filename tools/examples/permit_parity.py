"""A medium-tier model with the store that MLflow kept of it: approve with the condition that it is tried on more rows.

Makes the card. The model, its store and its predictions are made by track_permit_parity.py.
"""

import pandas as pd
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    f1_score,
    log_loss,
    precision_score,
    recall_score,
    roc_auc_score,
)

from folder import Folder

THRESHOLD = 0.5


def make() -> None:
    folder = Folder("permit-parity")
    train, test = (pd.read_csv(folder.path / "evidence" / name) for name in ("train.csv", "test-predictions.csv"))
    (model_file,) = folder.path.glob("mlruns/*/models/m-*/artifacts/model.skops")
    model_path = model_file.relative_to(folder.path)
    decided = test.p_odd >= THRESHOLD
    folder.card(
        "model-card.yaml",
        model_file=model_path.as_posix(),
        model_folder=model_path.parent.as_posix(),
        model_digest=folder.sha256(model_path.as_posix()),
        train_rows=len(train),
        test_rows=len(test),
        accuracy=accuracy_score(test.odd, decided),
        precision=precision_score(test.odd, decided),
        recall=recall_score(test.odd, decided),
        f1=f1_score(test.odd, decided),
        roc_auc=roc_auc_score(test.odd, test.p_odd),
        average_precision=average_precision_score(test.odd, test.p_odd),
        log_loss=log_loss(test.odd, test.p_odd),
    )


if __name__ == "__main__":
    make()
