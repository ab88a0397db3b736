import { nearest } from "../documents/nearest.ts";
import { UsageError } from "./usage-error.ts";

/** A word of a closed list. @throws UsageError that names the nearest one. */
export function oneOf<T extends string>(what: string, written: string, known: readonly T[]): T {
  const found = known.find((word) => word === written);
  if (found !== undefined) return found;
  const close = nearest(written, known);
  const hint = close === null ? `use one of: ${known.join(", ")}` : `did you mean "${close}"?`;
  throw new UsageError(`there is no ${what} "${written}"`, hint);
}
