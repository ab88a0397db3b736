"""Goldens for src/statistics/consistency: can any confusion matrix give these scores?

    python tools/oracles/consistency.py            writes __tests__/statistics/goldens/consistency.json
    python tools/oracles/consistency.py --check    asks the oracles again about the scores stored there, and compares

Each case has the rows, the positives and the scores as text, and two verdicts:

rounding    mlscorecheck's check_1_testset_no_kfold with half a unit of the last digit for its uncertainty:
            the TP and TN that it offers for evidence, or null for an inconsistency
either      every matrix gone through: true when one has all scores rounded or cut off to the text
"""

import json
import logging
import math
import platform
import random
import sys
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path

import numpy as np
from mlscorecheck.check.binary import check_1_testset_no_kfold

GOLDEN = Path(__file__).parents[2] / "__tests__" / "statistics" / "goldens" / "consistency.json"
SEED = 20240501
NAMES = {
    "accuracy": "acc",
    "precision": "ppv",
    "recall": "sens",
    "specificity": "spec",
    "f1": "f1",
    "f2": "fbp",
    "balanced_accuracy": "bacc",
    "matthews_corrcoef": "mcc",
    "negative_predictive_value": "npv",
}
# What the product allows for beside the digits: scores computed in single precision.
NOISE = Fraction(25, 10**8)


def scores_of(tp, fp, fn, tn):
    """Every score of matrices given as arrays; NaN where it is 0/0."""
    with np.errstate(invalid="ignore", divide="ignore"):
        recall, specificity = tp / (tp + fn), tn / (tn + fp)
        root = np.sqrt((tp + fp) * (tp + fn)) * np.sqrt((tn + fp) * (tn + fn))
        return {
            "accuracy": (tp + tn) / (tp + fp + fn + tn),
            "precision": tp / (tp + fp),
            "recall": recall,
            "specificity": specificity,
            "f1": 2 * tp / (2 * tp + fp + fn),
            "f2": 5 * tp / (5 * tp + fp + 4 * fn),
            "balanced_accuracy": (recall + specificity) / 2,
            "matthews_corrcoef": (tp * tn - fp * fn) / root,
            "negative_predictive_value": tn / (tn + fn),
        }


def window(text):
    """The true values that could be written so; the next digit is not cut off to this one."""
    digits = len(text.partition(".")[2])
    unit = Fraction(1, 10**digits)
    value = Fraction(text)
    low = value - (unit if value <= 0 else unit / 2 + NOISE)
    high = value + (unit if value >= 0 else unit / 2 + NOISE)
    return low, high, value <= 0 and unit > unit / 2 + NOISE, value >= 0 and unit > unit / 2 + NOISE


def inside(values, text):
    low, high, low_open, high_open = window(text)
    # No score of so few rows is this near to an end without being on it, and doubles are nearer than that.
    near = 1e-13
    above = values > float(low) + near if low_open else values >= float(low) - near
    below = values < float(high) - near if high_open else values <= float(high) + near
    return above & below


def either(n, positives, scores):
    tp = np.arange(positives + 1, dtype=np.float64)[:, None]
    fp = np.arange(n - positives + 1, dtype=np.float64)[None, :]
    found = np.ones((positives + 1, n - positives + 1), dtype=bool)
    for name, values in scores_of(tp, fp, positives - tp, n - positives - fp).items():
        if name in scores:
            found &= inside(np.broadcast_to(values, found.shape), scores[name])
    return bool(found.any())


def rounding(n, positives, scores):
    (digits,) = {len(text.partition(".")[2]) for text in scores.values()}
    values = {NAMES[name]: float(text) for name, text in scores.items()}
    answer = check_1_testset_no_kfold(
        testset={"p": positives, "n": n - positives},
        scores=values | ({"beta_positive": 2} if "f2" in scores else {}),
        eps=0.5 * 10.0**-digits,
        numerical_tolerance=1e-9,
    )
    return None if answer["inconsistency"] else [int(answer["evidence"][cell]) for cell in ("tp", "tn")]


def rounded(value, digits):
    return f"{value:.{digits}f}"


def cut_off(value, digits):
    whole = math.trunc(Fraction(repr(float(value))) * 10**digits)
    sign = "-" if whole < 0 else ""
    return f"{sign}{abs(whole) // 10**digits}.{abs(whole) % 10**digits:0{digits}d}"


def case(rng):
    n = rng.choice([rng.randint(3, 12), rng.randint(12, 60), rng.randint(60, 400), rng.randint(400, 2000)])
    positives = rng.randint(1, n - 1)
    tp, fp = rng.randint(0, positives), rng.randint(0, n - positives)
    cells = [np.float64(cell) for cell in (tp, fp, positives - tp, n - positives - fp)]
    values = {name: float(value) for name, value in scores_of(*cells).items() if math.isfinite(value)}
    chosen = rng.sample(sorted(values), min(rng.randint(1, 6), len(values)))
    digits = rng.choice([1, 2, 3, 4, 4, 5])
    made = rng.choice(["rounded", "rounded", "cut off", "perturbed", "perturbed"])
    write = cut_off if made == "cut off" else rounded
    scores = {name: write(values[name], digits) for name in chosen}
    if made == "perturbed":
        name = rng.choice(chosen)
        moved = values[name] + rng.choice([-1, 1]) * rng.choice([1, 2, 5, 20]) * 10.0**-digits
        scores[name] = rounded(min(max(moved, 0), 1), digits)
    return {"made": made, "n": n, "positives": positives, "scores": scores}


def judged(one):
    asked = (one["n"], one["positives"], one["scores"])
    return {**one, "rounding": rounding(*asked), "either": either(*asked)}


def main():
    logging.disable(logging.INFO)
    if "--check" in sys.argv:
        stored = json.loads(GOLDEN.read_text())["cases"]
        wrong = [one for one in stored if judged(one) != one]
        print("\n".join(map(json.dumps, wrong)) or f"{len(stored)} verdicts agree")
        return 1 if wrong else 0
    rng = random.Random(SEED)
    cases = [judged(case(rng)) for _ in range(400)]
    versions = {"python": platform.python_version(), "mlscorecheck": version("mlscorecheck"), "numpy": np.__version__}
    lines = ",\n".join(f"    {json.dumps(one)}" for one in cases)
    GOLDEN.write_text(f'{{\n  "made_with": {json.dumps(versions)},\n  "cases": [\n{lines}\n  ]\n}}\n')
    print(f"{len(cases)} cases written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
