/** Compares by Unicode code point, which is also git's order of paths (bytes of UTF-8). */
export function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** UTF-16 puts surrogates (code points above U+FFFF) below U+E000; this puts them back on top. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

export function sortedByCodePoint(texts: Iterable<string>): string[] {
  return [...texts].sort(byCodePoint);
}

/** The first index of a sorted list whose text is not below `text`; the list's length when all are below. */
export function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byCodePoint(sorted[middle]!, text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
