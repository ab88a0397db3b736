/**
 * So many rows are passed over at a time. A loop over so few, in a function of its own that takes arrays and numbers,
 * is soon compiled as well as it can be; one over all rows is left before that. What is summed plainly over so few
 * keeps all but its last places.
 */
export const STRETCH = 1024;

/** Passes over so many rows, a stretch at a time. */
export function inStretches(rows: number, pass: (start: number, end: number) => void): void {
  for (let start = 0; start < rows; start += STRETCH) pass(start, Math.min(start + STRETCH, rows));
}
