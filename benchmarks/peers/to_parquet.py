"""Rewrites a CSV of predictions as the Parquet that pandas writes by default.

    python3 benchmarks/peers/to_parquet.py FILE.csv FILE.parquet
"""

import sys

import pandas as pd

source, target = sys.argv[1:]
pd.read_csv(source, engine="pyarrow").to_parquet(target)
