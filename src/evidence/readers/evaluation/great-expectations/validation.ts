import type { Json } from "../../../output/json.ts";

/** One suite run over one batch of data, in whichever file and version it stands. */
export interface Validation {
  readonly results: Json;
  readonly statistics: Json;
  readonly success: Json;
  readonly suite: string | null;
  readonly version: string | null;
  /** As written. */
  readonly time: string | null;
  readonly asset: string | null;
  readonly at: Json;
}

/** The validations of a validation result, of a checkpoint's result, or of what 1.x's `describe` writes. */
export function validationsOf(root: Json): readonly Validation[] {
  if (isValidation(root)) return [validationOf(root)];
  if (root.get("run_results").isMap) {
    const entries = [...root.get("run_results").entries()].map(([, entry]) =>
      entry.has("validation_result") ? entry.get("validation_result") : entry,
    );
    return entries.some(isValidation) ? entries.map(validationOf) : [];
  }
  const described = [...root.get("validation_results").items()];
  const isDescribed = root.get("statistics").has("evaluated_validations") || described.some(isDescription);
  return isDescribed && root.has("validation_results") ? described.map(validationOf) : [];
}

function isValidation(value: Json): boolean {
  return (
    value.get("meta", "great_expectations_version").text() !== null && value.has("results", "statistics")
  );
}

function isDescription(value: Json): boolean {
  return value.get("expectations").isList && value.get("statistics").has("evaluated_expectations");
}

function validationOf(value: Json): Validation {
  const meta = value.get("meta");
  return {
    results: value.has("expectations") ? value.get("expectations") : value.get("results"),
    statistics: value.get("statistics"),
    success: value.get("success"),
    suite: value.get("suite_name").text() ?? meta.get("expectation_suite_name").text(),
    version: meta.get("great_expectations_version").text(),
    time: meta.get("validation_time").text() ?? meta.get("run_id", "run_time").text(),
    asset: meta.get("active_batch_definition", "data_asset_name").text(),
    at: value,
  };
}
