/**
 * A time that a tool wrote, as ISO 8601 in UTC, from its extended or its basic form; null for anything else. A time
 * without a zone is null too, unless the tool is known to write UTC.
 */
export function isoOf(written: string | null, zone: "Z" | null = null): string | null {
  if (written === null || written.length > LONGEST) return null;
  const extended = written.replace(BASIC, "$1-$2-$3T$4:$5:$6$7Z");
  const [, day, time, offset = zone] = EXTENDED.exec(extended) ?? [];
  if (day === undefined || time === undefined || offset === null) return null;
  return isoOfMillis(Date.parse(`${day}T${time}${offset}`));
}

/** Milliseconds since 1970 as ISO 8601 in UTC; null for what is no time. */
export function isoOfMillis(millis: number | null): string | null {
  return millis !== null && millis > 0 && millis < LAST ? new Date(millis).toISOString() : null;
}

/** Seconds since 1970, the same. */
export function isoOfSeconds(seconds: number | null): string | null {
  return seconds === null ? null : isoOfMillis(Math.round(seconds * 1000));
}

const LONGEST = 40;
/** The last time that JavaScript knows. */
const LAST = 8.64e15;
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/;
const EXTENDED = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/;
