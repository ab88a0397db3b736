"""Makes rows, runs the queries of docs/pre-aggregated.md on them in DuckDB and in PySpark, and keeps what they wrote.

    python tools/warehouse/aggregate.py            writes __tests__/measurement/analysis/fixtures/warehouse
    python tools/warehouse/aggregate.py --check    makes all of it anew, and compares

Needs Java 17, and `pip install -r tools/warehouse/requirements.txt`.
"""

import hashlib
import json
import os
import pathlib
import platform
import re
import shutil
import sys
import tempfile

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyspark

ROOT = pathlib.Path(__file__).parents[2]
PAGE = ROOT / "docs" / "pre-aggregated.md"
KEPT = ROOT / "__tests__" / "measurement" / "analysis" / "fixtures" / "warehouse"
ROWS = 6000


def rows():
    """Loans whose score has 60 values, with rows of no region, a region of three rows, and full scores beside."""
    random = np.random.default_rng(20260611)
    sex = random.choice(["female", "male"], size=ROWS, p=[0.45, 0.55])
    region = random.choice(["north", "süd, \"alt\"", "east"], size=ROWS, p=[0.5, 0.3, 0.2]).astype(object)
    region[:3] = "island"
    region[3:80] = None
    strength = random.normal(size=ROWS) + 0.2 * (sex == "male")
    points = np.clip(np.round(30 + 9 * strength + random.normal(scale=4, size=ROWS)), 1, 60)
    probability = 1 / (1 + np.exp(-(points - 36) / 6.7))
    defaulted = random.random(ROWS) < 1 / (1 + np.exp(0.9 - 1.3 * strength))
    return pd.DataFrame({
        "probability": probability,
        "defaulted": np.where(defaulted, "yes", "no"),
        "decision": np.where(probability >= 0.4, "yes", "no"),
        "sex": sex,
        "region": region,
    })


def query(language):
    """The one block of the page in that language."""
    [block] = re.findall(rf"^```{language}\n(.*?)\n```", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    return block


def aggregate(folder):
    """Runs both queries where `predictions.parquet` is."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        pq.write_table(pa.Table.from_pandas(rows(), preserve_index=False), "predictions.parquet")
        duckdb.connect().execute(query("sql"))
        os.rename("counts.parquet", "duckdb.parquet")
        os.rename("counts.csv", "duckdb.csv")
        exec(query("python"), {})
        java = pyspark.sql.SparkSession.getActiveSession().sparkContext._jvm.System.getProperty("java.version")
        for form in ("parquet", "csv"):
            [part] = pathlib.Path(f"counts-{form}").glob("part-*")
            os.rename(part, f"spark.{form}")
    finally:
        os.chdir(before)
    ran = {language: hashlib.sha256(query(language).encode()).hexdigest() for language in ("sql", "python")}
    return {"ran": ran, "duckdb": duckdb.__version__, "java": java, "numpy": np.__version__, "pyarrow": pa.__version__,
            "pyspark": pyspark.__version__, "python": platform.python_version()}


FILES = ["predictions.parquet", "duckdb.parquet", "duckdb.csv", "spark.parquet", "spark.csv"]


def read(path):
    table = pq.read_table(path).to_pandas() if path.suffix == ".parquet" else pd.read_csv(path)
    return table.astype(object).where(table.notna(), None)


def main():
    with tempfile.TemporaryDirectory() as made:
        versions = aggregate(made)
        if "--check" in sys.argv[1:]:
            wrong = [name for name in FILES if not read(KEPT / name).equals(read(pathlib.Path(made) / name))]
            sys.exit(f"differ: {', '.join(wrong)}" if wrong else 0)
        KEPT.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copy(pathlib.Path(made) / name, KEPT / name)
        (KEPT / "versions.json").write_text(json.dumps(versions, indent=2) + "\n")


if __name__ == "__main__":
    main()
