import type { Caps } from "../../../../workspace/caps.ts";
import { jsonDocument } from "../../../output/document.ts";
import { defineReader, type OutputReading } from "../../../output/reader.ts";
import type { FolderSource } from "../../../output/source.ts";
import { npyArray } from "../../numpy/array.ts";
import type { Grid } from "../../numpy/grid.ts";
import { namesOf, statedMeans } from "./names.ts";
import type { Parts } from "./parts.ts";
import { TOOL } from "./parts.ts";
import { readingOf, refusal } from "./reading.ts";

const VALUES = ["shap_values.npy", "shap_values.pkl", "shap_values.pickle", "shap_values.joblib"] as const;
const BASE = ["base_values.npy", "expected_value.npy", "expected_values.npy"] as const;
const PREDICTIONS = ["predictions.npy", "model_output.npy", "y_pred.npy", "y_prob.npy"] as const;
const NAMES = ["feature_names.json", "features.json"] as const;
const MEANS = ["mean_abs_shap.json"] as const;

/** Arrays that `numpy.save` wrote of an explanation, with names and base values beside them. */
export const shapFolder = defineReader<"folder">({
  tool: TOOL,
  form: "folder",
  about: {
    versions: ["0.51.0"],
    detectedBy:
      "a folder with `shap_values.npy`, and beside it `feature_names.json`, `base_values.npy` or `expected_value.npy`",
    notRead: "pickles and arrays of Python objects, which are never loaded; interactions; the explained data",
  },
  recognises: ({ paths }) =>
    one(paths, VALUES) !== null && [...BASE, ...NAMES, ...MEANS].some((name) => paths.includes(name)),
  async read(folder, caps) {
    const values = await array(folder, VALUES, caps);
    const base = await array(folder, BASE, caps);
    const predictions = await array(folder, PREDICTIONS, caps);
    const names = await document(folder, NAMES);
    const means = await document(folder, MEANS);
    for (const part of [values, base, predictions, names, means])
      if (part !== null && "refused" in part) return part.refused;
    if (values === null || "refused" in values) return refusal("shap_values.npy is not there");
    const features = names === null || "refused" in names ? null : namesOf(names.root);
    if (names !== null && features === null)
      return refusal(`${one(folder.paths, NAMES)} is no list of names`);
    const parts: Parts = {
      values: values.grid,
      names: {
        values: "shap_values",
        base: (one(folder.paths, BASE) ?? "").replace(/\.npy$/, ""),
        predictions: (one(folder.paths, PREDICTIONS) ?? "").replace(/\.npy$/, ""),
      },
      features,
      base: base !== null && "grid" in base ? base.grid : null,
      predictions: predictions !== null && "grid" in predictions ? predictions.grid : null,
      means: means !== null && "root" in means ? statedMeans(means.root, features) : [],
      halfDigit: 0,
      at: { path: within(folder, "shap_values.npy"), line: 1, column: 1, pointer: "" },
    };
    const reading = readingOf(parts);
    if (means !== null && "settle" in means) means.settle();
    return reading;
  },
});

function one(paths: readonly string[], names: readonly string[]): string | null {
  return names.find((name) => paths.includes(name)) ?? null;
}

interface Refused {
  readonly refused: OutputReading;
}

async function array(
  folder: FolderSource,
  names: readonly string[],
  caps: Caps,
): Promise<{ readonly grid: Grid } | Refused | null> {
  const name = one(folder.paths, names);
  if (name === null) return null;
  if (!name.endsWith(".npy")) return { refused: refusal(`${name} is a pickle, which is never loaded`) };
  const file = await folder.open(name);
  if (file === null) return { refused: refusal(`${name} cannot be opened`) };
  const grid = await npyArray(file, caps);
  return typeof grid === "string" ? { refused: refusal(`${name}: ${grid}`) } : { grid };
}

async function document(folder: FolderSource, names: readonly string[]) {
  const name = one(folder.paths, names);
  if (name === null) return null;
  const { source, settle } = jsonDocument((await folder.text(name)) ?? "", within(folder, name));
  return source === null
    ? { refused: refusal(`${name} is no JSON, or is too large`) }
    : { root: source.root, settle };
}

function within({ path }: FolderSource, name: string): string {
  return path === "" ? name : `${path}/${name}`;
}
