import type { Scalar } from "./value.ts";

/**
 * What a scalar says as text. Text that a dialect translated ("tabular-regression" to "regression") is its value and not
 * its raw text; anything else is as it was written, so that version 1.10 stays "1.10".
 */
export function textOf(scalar: Scalar): string {
  return typeof scalar.value === "string" ? scalar.value : scalar.raw;
}
