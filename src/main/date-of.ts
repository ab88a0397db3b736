import { UsageError } from "./usage-error.ts";

/** Today in UTC, unless an auditor asks as of another day. */
export function dateOf(written: string | undefined): string {
  if (written === undefined) return new Date().toISOString().slice(0, 10);
  const time = Date.parse(`${written}T00:00:00Z`);
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(written) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(written);
  if (!real)
    throw new UsageError(`--as-of ${written} is no date`, "write a day of the calendar as YYYY-MM-DD");
  return written;
}
