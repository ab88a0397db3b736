const PARTS = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?(?:(\d+)ms)?$/;
const SECONDS = [31_536_000, 604_800, 86_400, 3600, 60, 1, 0.001] as const;
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const ISO_SECONDS = [86_400, 3600, 60, 1] as const;

/** Seconds of a duration as Prometheus and Grafana write it, `1h30m` or `90s`; "0" is 0. Null when it is none. */
export function secondsOf(text: string): number | null {
  return text === "0" ? 0 : sum(PARTS.exec(text), SECONDS);
}

/** Seconds of a duration of ISO 8601 such as `PT5M`, without months and years. Null when it is none. */
export function isoSeconds(text: string): number | null {
  return sum(ISO.exec(text), ISO_SECONDS);
}

function sum(match: RegExpExecArray | null, units: readonly number[]): number | null {
  if (match === null || match.slice(1).every((part) => part === undefined)) return null;
  const seconds = units.reduce((total, unit, index) => total + unit * Number(match[index + 1] ?? 0), 0);
  return Number.isFinite(seconds) ? seconds : null;
}
