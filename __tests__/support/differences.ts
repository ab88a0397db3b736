/** Where two plain values differ, numbers by more than `tolerance` of the larger of them and 0.001. */
export function differences(left: unknown, right: unknown, tolerance: number, at = ""): readonly string[] {
  if (typeof left === "number" && typeof right === "number") {
    const room = tolerance * Math.max(Math.abs(left), Math.abs(right), 1e-3);
    return Math.abs(left - right) <= room ? [] : [`${at}: ${left}, ${right}`];
  }
  if (!isRecord(left) || !isRecord(right)) {
    return left === right ? [] : [`${at}: ${JSON.stringify(left)}, ${JSON.stringify(right)}`];
  }
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) => differences(left[key], right[key], tolerance, `${at}/${key}`));
}

/** How many numbers there are in a plain value. */
export function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  return isRecord(value) ? Object.values(value).flatMap(numbersIn) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
