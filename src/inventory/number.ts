/**
 * A reported number as its author wrote it. `decimals` counts the digits of the source text, exponent included: -3 for
 * "1.2e4", whose last digit stands for thousands.
 */
export interface ReadNumber {
  /** As written, before percent is resolved: 87.1 for "87.1%". */
  readonly value: number;
  /** The number's own text, without an interval after it. */
  readonly raw: string;
  readonly decimals: number;
  readonly percent: boolean;
  readonly interval?: { readonly low: number; readonly high: number };
  /** Written with "±": it may be a mean over folds or runs. */
  readonly spread?: true;
  /** The level that the interval's own text names, as a fraction: 0.95 of "95% CI". */
  readonly confidence?: number;
}

const LONGEST = 200;
const DIGITS = String.raw`[-+]?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?`;
const NUMBER = new RegExp(String.raw`^(${DIGITS})\s*(%|percent\b|pct\b)?\s*(.*)$`, "is");
const PLUS_MINUS = new RegExp(String.raw`^\(?\s*(?:±|\+/-|\+-)\s*(${DIGITS})\s*%?\s*\)?$`, "i");
const RANGE = new RegExp(
  String.raw`^[[(]?\s*(?:(?:(\d{2}(?:\.\d+)?)\s*%\s*)?(?:CI|confidence interval)\s*[:=]?\s*)?[[(]?\s*` +
    String.raw`(${DIGITS})\s*%?\s*(?:,|;|–|—|-|to|\.\.)\s*(${DIGITS})\s*%?\s*[\])]{1,2}$`,
  "i",
);

/**
 * One number with, perhaps, a percent sign and an interval: "0.8712", "87.1%", "20.0 ± 1.2", "0.599 [0.588, 0.611]",
 * "1e-3", "1,234.5". Null for anything else, so that text around a number is never dropped unseen.
 */
export function readNumber(text: string): ReadNumber | null {
  if (text.length > LONGEST) return null;
  const written = text.trim();
  const [, digits = "", sign, rest = ""] = NUMBER.exec(plainSigns(written)) ?? [];
  const value = numberFrom(digits);
  if (value === null) return null;
  const interval = rest === "" ? {} : intervalOf(rest, value);
  if (interval === null) return null;
  const raw = written.slice(0, written.length - rest.length).trimEnd();
  return { value, raw, decimals: decimalsOf(digits), percent: sign !== undefined, ...interval };
}

/** One character for one, so that offsets stay. */
function plainSigns(text: string): string {
  return text.replaceAll("\u2212", "-").replaceAll("\u00a0", " ").replaceAll("％", "%");
}

function intervalOf(
  text: string,
  center: number,
): Pick<ReadNumber, "interval" | "spread" | "confidence"> | null {
  const half = numberFrom(PLUS_MINUS.exec(text)?.[1] ?? "");
  if (half !== null) {
    return { interval: { low: center - Math.abs(half), high: center + Math.abs(half) }, spread: true };
  }
  const [, level, first = "", second = ""] = RANGE.exec(text) ?? [];
  const low = numberFrom(first);
  const high = numberFrom(second);
  if (low === null || high === null) return null;
  return { interval: { low, high }, ...(level ? { confidence: Number(level) / 100 } : {}) };
}

/** Commas group thousands when every group has three digits, else a single one is the decimal point. */
function numberFrom(digits: string): number | null {
  const plain = pointed(digits);
  return plain === null || plain === "" || !Number.isFinite(Number(plain)) ? null : Number(plain);
}

function pointed(digits: string): string | null {
  if (!digits.includes(",")) return digits;
  if (/^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.|e|$)/i.test(digits)) return digits.replaceAll(",", "");
  return /^[-+]?\d+,\d+(?:e|$)/i.test(digits) ? digits.replace(",", ".") : null;
}

function decimalsOf(digits: string): number {
  const [, fraction = "", exponent = "0"] =
    /^[^.e]*(?:\.(\d*))?(?:e([-+]?\d+))?$/i.exec(pointed(digits) ?? "") ?? [];
  const decimals = fraction.length - Number(exponent);
  // "0e9" has no digit that could stand for so much: read as nothing but 0 it agrees with 0 alone.
  return /[1-9]/.test(digits.replace(/e.*$/i, "")) ? decimals : Math.max(decimals, 0);
}
