"""A medium-tier regression, a Hugging Face card completed by a native one, no validator named yet: conditions."""

import numpy as np
import pandas as pd
from sklearn.datasets import load_diabetes
from sklearn.linear_model import RidgeCV
from sklearn.metrics import (
    mean_absolute_error,
    median_absolute_error,
    r2_score,
    root_mean_squared_error,
)
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bands import age_band
from folder import Folder


NAME = "diabetes-progression"


def fitted_model():
    """The study, the rows of the two splits, and the model."""
    study = load_diabetes(as_frame=True, scaled=False)
    train, test = train_test_split(study.data.index, test_size=0.3, random_state=2)
    model = make_pipeline(StandardScaler(), RidgeCV(alphas=np.logspace(-2, 3, 30)))
    model.fit(study.data.loc[train], study.target[train])
    return study, train, test, model


def make() -> None:
    folder = Folder(NAME)
    study, train, test, model = fitted_model()
    features = list(study.data.columns)
    folder.linear_model("model.json", "ridge regression on standardised features", features, *model)

    def predictions(rows: pd.Index) -> pd.DataFrame:
        return pd.DataFrame(
            {
                "participant": [f"P{row + 1:03d}" for row in rows],
                "progression": study.target[rows].astype("int64"),
                "predicted": model.predict(study.data.loc[rows]).round(4),
                "sex": study.data.sex[rows].astype("int64"),
                "age_band": study.data.age[rows].map(age_band),
            }
        )

    # What the explanation is of is there to be seen: the ten variables of each participant.
    inputs = study.data.loc[train].drop(columns="sex")
    fitted = folder.json_lines("evidence/train-predictions.jsonl", predictions(train).join(inputs))
    held_out = folder.json_lines("evidence/test-predictions.jsonl.gz", predictions(test))

    overall = dict(
        train_rows=len(fitted),
        test_rows=len(held_out),
        r2=r2_score(held_out.progression, held_out.predicted),
        mae=mean_absolute_error(held_out.progression, held_out.predicted),
        rmse=root_mean_squared_error(held_out.progression, held_out.predicted),
        median_error=median_absolute_error(held_out.progression, held_out.predicted),
        r2_train=r2_score(fitted.progression, fitted.predicted),
    )
    by_segment = {
        f"mae_{value}": mean_absolute_error(group.progression, group.predicted)
        for segment in ("sex", "age_band")
        for value, group in held_out.groupby(segment)
    }
    folder.card("README.md", **overall, **by_segment)
    folder.card("model-card.yaml", **overall, **by_segment)


if __name__ == "__main__":
    make()
