"""A high-tier assistant that reads what customers write into its data: hold, for what promptfoo shows.

Makes the predictions and the card. The red team and the probes are run by attack_order_assistant.py.
"""

import pandas as pd
from sklearn.metrics import accuracy_score, f1_score, recall_score

from folder import Folder
from stand_in.assistant import TEST, TRAIN, Assistant
from stand_in.conversations import conversations


def make() -> None:
    folder = Folder("order-assistant")
    train, test = pd.DataFrame(conversations(**TRAIN)), pd.DataFrame(conversations(**TEST))
    test["taken"] = Assistant().chooser.predict(test.message)
    columns = ["conversation", "language", "action"]
    folder.csv("evidence/train.csv", train[columns])
    written = folder.csv("evidence/test-conversations.csv", test[[*columns, "taken"]])

    by_language = {
        f"accuracy_{language}": accuracy_score(rows.action, rows.taken) for language, rows in written.groupby("language")
    }
    folder.card(
        "model-card.yaml",
        train_rows=len(train),
        test_rows=len(written),
        accuracy=accuracy_score(written.action, written.taken),
        f1=f1_score(written.action, written.taken, average="macro"),
        recall_hand_over=recall_score(written.action, written.taken, labels=["hand-over"], average=None)[0],
        **by_language,
    )


if __name__ == "__main__":
    make()
