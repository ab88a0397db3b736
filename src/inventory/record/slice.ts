import type { Mapping } from "../../documents/value.ts";
import { mapAt, nameAt } from "./fields.ts";

/** The `slice` of a claim or requirement, values as text. No prototype, so that any column name is safe. */
export function sliceFrom(entry: Mapping): Readonly<Record<string, string>> {
  const slice: Record<string, string> = Object.create(null);
  const written = mapAt(entry, "slice");
  for (const column of written?.entries.keys() ?? []) {
    const value = nameAt(written, column);
    if (value) slice[column] = value.value;
  }
  return slice;
}
