"""Explains the model of diabetes-progression with SHAP, and keeps the values of each test row.

    pip install -r tools/examples/requirements-shap.txt      # in an environment of its own
    python tools/examples/explain_diabetes_progression.py

Run make.py afterwards, for the digest in the card. The model is linear, so that the values are exact and the same on
every run: a coefficient times how far the row is from the mean of the training data.
"""

import pandas as pd
import shap

from diabetes_progression import NAME, fitted_model
from folder import Folder

DIGITS = 6


def main() -> None:
    study, train, test, model = fitted_model()
    scaler, regression = model
    explainer = shap.LinearExplainer(regression, scaler.transform(study.data.loc[train]))
    explanation = explainer(scaler.transform(study.data.loc[test]))
    names = [f"shap_{feature}" for feature in study.data.columns]
    table = pd.DataFrame(explanation.values, columns=names)
    table["base_value"] = explanation.base_values
    table["prediction"] = model.predict(study.data.loc[test])
    Folder(NAME).csv("evidence/shap.csv", table.round(DIGITS))


if __name__ == "__main__":
    main()
