"""One example's folder: files that come out the same byte for byte, and cards filled with what was measured."""

import gzip
import hashlib
import json
from pathlib import Path
from string import Template

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
TEMPLATES = Path(__file__).resolve().parent / "templates"


class Folder:
    def __init__(self, name: str):
        self.name = name
        self.path = EXAMPLES / name
        (self.path / "evidence").mkdir(parents=True, exist_ok=True)

    def csv(self, path: str, table: pd.DataFrame) -> pd.DataFrame:
        table.to_csv(self.path / path, index=False, lineterminator="\n")
        return pd.read_csv(self.path / path)

    def json_lines(self, path: str, table: pd.DataFrame) -> pd.DataFrame:
        text = "".join(f"{json.dumps(row)}\n" for row in table.to_dict(orient="records")).encode()
        # A fixed time and no file name in the header, else gzip writes other bytes on every run.
        stored = gzip.compress(text, mtime=0) if path.endswith(".gz") else text
        (self.path / path).write_bytes(stored)
        return pd.DataFrame([json.loads(line) for line in text.splitlines()])

    def parquet(self, path: str, table: pd.DataFrame, compression: str) -> pd.DataFrame:
        pq.write_table(
            pa.Table.from_pandas(table, preserve_index=False), self.path / path, compression=compression
        )
        return pd.read_parquet(self.path / path)

    def linear_model(self, path: str, kind: str, features: list[str], scaler, regression) -> None:
        def rounded(values) -> list[float]:
            return [round(float(value), 6) for value in np.ravel(values)]

        artifact = {
            "kind": kind,
            "features": features,
            "mean": rounded(scaler.mean_),
            "scale": rounded(scaler.scale_),
            "coefficients": rounded(regression.coef_),
            "intercept": rounded(regression.intercept_)[0],
        }
        (self.path / path).write_text(json.dumps(artifact, indent=2) + "\n", encoding="utf-8")

    def onnx(self, path: str, model, features: int) -> None:
        # Imported here: most of the models are written without it, and it is slow to load.
        from skl2onnx import to_onnx
        from skl2onnx.common.data_types import FloatTensorType

        graph = to_onnx(
            model,
            initial_types=[("features", FloatTensorType([None, features]))],
            options={"zipmap": False},
            target_opset=17,
        )
        graph.graph.name = self.name
        (self.path / path).write_bytes(graph.SerializeToString(deterministic=True))

    def sha256(self, path: str) -> str:
        return hashlib.sha256((self.path / path).read_bytes()).hexdigest()

    def card(self, name: str, **measured: object) -> None:
        """Fills a template: `${recall:.3f}` is a measured value, `${sha256 model.onnx}` a digest."""
        text = (TEMPLATES / self.name / name).read_text(encoding="utf-8")
        filled = Card(text).substitute(Blanks(self, measured))
        (self.path / name).write_text(filled, encoding="utf-8")


class Card(Template):
    idpattern = r"(?!)"
    braceidpattern = r"[^}]+"


class Blanks(dict):
    def __init__(self, folder: Folder, measured: dict[str, object]):
        super().__init__(measured)
        self.folder = folder

    def __missing__(self, blank: str) -> str:
        if blank.startswith("sha256 "):
            return self.folder.sha256(blank.removeprefix("sha256 "))
        name, form = blank.split(":", 1)
        return format(self[name], form)
