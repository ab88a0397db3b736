import { nearest } from "../documents/nearest.ts";
import { UsageError } from "./usage-error.ts";

export function noSuchModel(model: string, known: readonly string[]): UsageError {
  const close = nearest(model, known);
  const listed = known.slice(0, 10).join(", ");
  const hint = close === null ? `the models here are: ${listed || "none"}` : `did you mean "${close}"?`;
  return new UsageError(`there is no model "${model}"`, hint);
}
