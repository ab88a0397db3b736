const BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\.\d{1,9})?Z$/;
const EXTENDED = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A tool's time as ISO 8601 in UTC, from its basic or extended form; null for anything else. A time without a zone is
 * null too, unless the tool is known to write UTC.
 */
export function utcOf(written: string | null, zone: "Z" | null = null): string | null {
  const extended = written?.replace(BASIC, "$1-$2-$3T$4:$5:$6$7Z") ?? "";
  const [, day, time, fraction = "", offset = zone] = EXTENDED.exec(extended) ?? [];
  if (day === undefined || time === undefined || offset === null) return null;
  const instant = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${offset}`);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}
