const MOST_DIGITS = 15;
/** Of one, or of the number where it is larger: nobody rounds a fraction to less than two digits. */
const COARSEST = 0.005;

/** Half of the last digit that a number is written with, which is what rounding it may have taken away. */
export function halfDigitOf(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const digits = (mantissa.split(".")[1]?.length ?? 0) - Number(exponent);
  const half = digits > MOST_DIGITS ? 0 : 0.5 * 10 ** -digits;
  return Math.min(half, COARSEST * Math.max(1, Math.abs(value)));
}

/** The same of the number among them that is written with the most digits. */
export function halfDigitOfAll(values: Iterable<number>): number {
  let finest = COARSEST;
  for (const value of values)
    if (value !== 0 && Number.isFinite(value)) finest = Math.min(finest, halfDigitOf(value));
  return finest;
}
