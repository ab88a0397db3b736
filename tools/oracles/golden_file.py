"""Goldens by topic: a list of cases, each with its input and what the libraries answer.

A topic's script calls `run(topic, inputs, answer, modules)`: without arguments it makes the inputs and writes
__tests__/statistics/goldens/<topic>.json, with --check it answers the stored inputs again and compares.
"""

import json
import math
import platform
import sys
from pathlib import Path

GOLDENS = Path(__file__).parents[2] / "__tests__" / "statistics" / "goldens"
TOLERANCE = 1e-9


def run(topic, inputs, answer, modules):
    """`inputs()` lists what to answer; `answer(kind, input)` gives numbers, None for undefined, in lists and dicts."""
    path = GOLDENS / f"{topic}.json"
    if "--check" in sys.argv[1:]:
        sys.exit(check(path, answer))
    versions = {"python": platform.python_version(), **{module.__name__: module.__version__ for module in modules}}
    cases = [{"kind": kind, "input": given, "answer": plain(answer(kind, given))} for kind, given in inputs()]
    text = json.dumps({"versions": versions, "cases": cases}, separators=(",", ":"), allow_nan=False)
    path.write_text(text + "\n")
    print(f"{len(cases)} cases")


def check(path, answer):
    cases = json.loads(path.read_text())["cases"]
    wrong = [(case["kind"], case["input"]) for case in cases
             if not same(case["answer"], plain(answer(case["kind"], case["input"])))]
    for kind, given in wrong[:20]:
        print(f"{kind} of {str(given)[:80]} differs", file=sys.stderr)
    print(f"{len(wrong)} differences")
    return 1 if wrong else 0


def plain(value):
    """NumPy's numbers as Python's; what is not finite is undefined."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if value is None or isinstance(value, (bool, str)):
        return value
    number = float(value)
    return number if math.isfinite(number) else None


def same(stored, again):
    if isinstance(stored, dict) and isinstance(again, dict):
        return stored.keys() == again.keys() and all(same(stored[name], again[name]) for name in stored)
    if isinstance(stored, list) and isinstance(again, list):
        return len(stored) == len(again) and all(map(same, stored, again))
    if isinstance(stored, float) and isinstance(again, float):
        return abs(stored - again) <= TOLERANCE * max(abs(stored), 1e-3)
    return stored == again
