import type { Leaf } from "./leaf.ts";
import type { Stored } from "./values.ts";

/**
 * Stored values as numbers, many at once: not finite just where the cell holds no finite number, and has to be
 * looked at by itself. Null where all have to.
 */
export function numbersIn({ meaning }: Leaf, stored: Stored): Float64Array | null {
  if (stored.kind !== "scalars") return null;
  const { values } = stored;
  switch (meaning.is) {
    case "float":
      if (values instanceof Float64Array) return values;
      return values instanceof Float32Array ? new Float64Array(values) : null;
    case "boolean":
      return values instanceof Int32Array ? new Float64Array(values) : null;
    case "integer":
      if (values instanceof BigInt64Array) return wholeNumbers(values, meaning.signed);
      if (!(values instanceof Int32Array)) return null;
      return new Float64Array(meaning.signed ? values : new Uint32Array(values));
    default:
      return null;
  }
}

export function areFinite(numbers: Float64Array): boolean {
  let none = 0;
  for (let index = 0; index < numbers.length; index++) none += numbers[index]! - numbers[index]!;
  return none === 0;
}

/** The number that a whole one is; NaN when no double equals it. */
export function exactly(whole: number | bigint): number {
  const number = Number(whole);
  return Number.isSafeInteger(number) || BigInt(number) === whole ? number : Number.NaN;
}

/** By halves, for a bigint is an object. Halves that are added up round only beyond the safe integers. */
function wholeNumbers(values: BigInt64Array, signed: boolean): Float64Array {
  const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  const numbers = new Float64Array(values.length);
  for (let index = 0; index < numbers.length; index++) {
    const high = halves[2 * index + 1]!;
    const number = high * 2 ** 32 + (halves[2 * index]! >>> 0);
    if ((signed || high >= 0) && Number.isSafeInteger(number)) numbers[index] = number;
    else numbers[index] = exactly(signed ? values[index]! : BigInt.asUintN(64, values[index]!));
  }
  return numbers;
}
