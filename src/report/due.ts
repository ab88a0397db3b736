const DAY = 86_400_000;

/** The last date that four digits of a year can write. */
const LAST = Date.parse("9999-12-31T00:00:00Z");

/** A UTC date some days after another, both YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * DAY;
  return new Date(Math.min(LAST, time)).toISOString().slice(0, 10);
}
