/** `1 row`, `2 rows`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `1 cell of "score" is empty`, `2 cells of "score" are empty`. */
export function cellsAre(count: number, column: string, says: string): string {
  return `${counted(count, "cell")} of "${column}" ${count === 1 ? "is" : "are"} ${says}`;
}

/** A number with as many decimals as the author reported and two more, so that a difference can be seen. */
export function shown(value: number, decimals: number): string {
  const places = Math.min(Math.max(decimals + 2, 2), 12);
  return Math.abs(value) >= 1e15 ? value.toExponential(6) : value.toFixed(places);
}
