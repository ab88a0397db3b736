import { checkSameRows } from "./paired-difference.ts";

/** How many of `rows` only the model before has right, and how many only the one after. */
export interface Discordant {
  readonly rows: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
}

/** Counts the rows on which two columns of 0 and 1, such as "decided rightly", differ. */
export function discordantOf(before: Uint8Array, after: Uint8Array): Discordant {
  checkSameRows(before, after);
  let [onlyBefore, onlyAfter] = [0, 0];
  for (let row = 0; row < before.length; row++) {
    if (before[row]! > after[row]!) onlyBefore++;
    else if (before[row]! < after[row]!) onlyAfter++;
  }
  return { rows: before.length, onlyBefore, onlyAfter };
}

/** @throws RangeError when the counts are not whole or are more than the rows: a fault of the caller. */
export function checkDiscordant({ rows, onlyBefore, onlyAfter }: Discordant): void {
  const whole = [rows, onlyBefore, onlyAfter].every((count) => Number.isInteger(count) && count >= 0);
  if (!whole || onlyBefore + onlyAfter > rows) {
    throw new RangeError("rows that differ are whole numbers, together at most all rows");
  }
}
