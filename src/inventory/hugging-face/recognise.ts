import type { Value } from "../../documents/value.ts";
import { isMapping } from "./fields.ts";

/** Keys that only the front matter of a model has. */
const MODEL_KEYS = [
  "model-index",
  "pipeline_tag",
  "library_name",
  "base_model",
  "base_model_relation",
  "model_name",
  "model-name",
  "quantized_by",
  "mask_token",
  "widget",
  "co2_eq_emissions",
  "model_creator",
];
/** Of those, the ones that no dataset's page has. */
const SURE_KEYS = ["model-index", "pipeline_tag", "base_model"];
const DATASET_KEYS = [
  "task_categories",
  "dataset_info",
  "configs",
  "size_categories",
  "task_ids",
  "annotations_creators",
  "language_creators",
  "source_datasets",
  "multilinguality",
  "pretty_name",
];
const SPACE_KEYS = [
  "sdk",
  "app_file",
  "sdk_version",
  "app_port",
  "colorFrom",
  "colorTo",
  "short_description",
];
const BESIDE_DATASETS = ["license", "tags", "language", "metrics"];

/** Whether front matter is that of a model: not a dataset's, not a Space's, not a web page's. */
export function isModelFrontMatter(root: Value | null): boolean {
  if (!isMapping(root)) return false;
  const has = (keys: readonly string[]) => keys.some((key) => root.entries.has(key));
  if (has(SPACE_KEYS)) return false;
  if (has(DATASET_KEYS)) return has(SURE_KEYS);
  return has(MODEL_KEYS) || (has(["datasets", "metrics"]) && has(BESIDE_DATASETS));
}

const TELLTALE = /^(?:model-index|pipeline_tag|library_name|base_model)[ \t]*:/m;

/** For front matter that cannot be parsed, or a file that cannot be decoded: does it set out to be a model's? */
export function looksLikeModelFrontMatter(text: string): boolean {
  return TELLTALE.test(text);
}
