import { secondsOf } from "../duration.ts";

/** The value of PromQL's number: decimal, `1_000`, hexadecimal, `Inf`, `NaN`, or a duration in seconds. */
export function numberOf(written: string): number {
  const text = written.replaceAll(/\s/g, "").replaceAll("_", "").toLowerCase();
  const negative = text.startsWith("-");
  const size = sizeOf(text.replace(/^[+-]/, ""));
  return negative ? -size : size;
}

function sizeOf(text: string): number {
  if (text === "inf") return Number.POSITIVE_INFINITY;
  const number = text === "" ? Number.NaN : Number(text);
  return Number.isNaN(number) ? (secondsOf(text) ?? Number.NaN) : number;
}
