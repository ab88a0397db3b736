/**
 * Whether two words name one version: "v3.1" is "3.1.0". Null where that cannot be told: a registry counts 1, 2, 3
 * whatever the version of the model is, and a commit's digest is no number.
 */
export function sameVersion(one: string, other: string): boolean | null {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (!left || !right || left.length === 1 || right.length === 1) return null;
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, at) => at).every((at) => (left[at] ?? 0) === (right[at] ?? 0));
}

function plain(version: string): string {
  return version
    .trim()
    .toLowerCase()
    .replace(/^v(?:ersion)?\s*(?=\d)/, "");
}

function numbersOf(version: string): number[] | null {
  return /^\d{1,9}(?:\.\d{1,9}){0,5}$/.test(version) ? version.split(".").map(Number) : null;
}
