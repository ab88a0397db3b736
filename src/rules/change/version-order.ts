/**
 * How one version stands to another, by the numbers they begin with (`2.10.0`, `v3`, `2026-11`); null where
 * either begins with none, such as a commit's digest, and nothing but "another" can be said.
 */
export function isLower(later: string, earlier: string): boolean | null {
  const [is, was] = [numbersOf(later), numbersOf(earlier)];
  if (!is || !was) return null;
  for (let part = 0; part < Math.max(is.length, was.length); part++) {
    const difference = (is[part] ?? 0) - (was[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function numbersOf(version: string): number[] | null {
  const [, leading] = /^v?\s*(\d+(?:[.-]\d+)*)(?![\da-z])/i.exec(version.trim()) ?? [];
  return leading ? leading.split(/[.-]/).map(Number) : null;
}

/** The first number of a version, 2 of `v2.10.0`; null where it begins with none. */
export function leadingNumber(version: string): number | null {
  return numbersOf(version)?.[0] ?? null;
}
