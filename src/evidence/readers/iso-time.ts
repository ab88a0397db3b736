/** A time that a tool wrote with its zone, in ISO 8601 and UTC; null for anything else, such as one without a zone. */
export function isoOf(text: string | null): string | null {
  if (text === null || text.length > LONGEST || !ZONED.test(text)) return null;
  return inUtc(text.replace(" ", "T"));
}

/** A time that a tool wrote without its zone, read as UTC; for a tool that writes UTC, or where a warning says so. */
export function isoAsUtc(text: string | null): string | null {
  if (text === null || text.length > LONGEST || !UNZONED.test(text)) return null;
  return inUtc(`${text.replace(" ", "T")}Z`);
}

function inUtc(text: string): string | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

const LONGEST = 40;
const UNZONED = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const ZONED = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;
