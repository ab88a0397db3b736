import type { Reported } from "../../../src/statistics/consistency/reported.ts";

/** A number as its text has it: `digits("recall", "0.50")`. */
export function digits(metric: string, text: string, settings: Partial<Reported> = {}): Reported {
  const [, fraction = "", exponent = "0"] = /^[^.e]*(?:\.(\d*))?(?:e([-+]?\d+))?$/.exec(text) ?? [];
  return { ...settings, metric, value: Number(text), decimals: fraction.length - Number(exponent) };
}
