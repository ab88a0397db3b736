import type { Problem } from "../../documents/problem.ts";
import type { Mapping, Scalar } from "../../documents/value.ts";
import type { Claim } from "../claim.ts";
import { type ReadNumber, readNumber } from "../number.ts";
import { flagAt, listAt, mapsAt, nameAt, numberAt, scalarAt, textAt, wordAt } from "./fields.ts";
import { sliceFrom } from "./slice.ts";

const AVERAGES = ["macro", "micro", "weighted", "samples"] as const;

/** The claims whose metric and number can be read; `unreadableClaims` tells of the others. */
export function claimsFrom(root: Mapping | null): Claim[] {
  return mapsAt(root, "metrics").flatMap((entry) => claimFrom(entry) ?? []);
}

/** Claims whose number cannot be read, unless a known problem already stands there. */
export function unreadableClaims(root: Mapping | null, known: readonly Problem[]): Problem[] {
  const told = new Set(known.map(({ at }) => at.pointer));
  return mapsAt(root, "metrics").flatMap((entry) => {
    const value = scalarAt(entry, "value");
    if (!value || told.has(value.at.pointer) || reportedNumber(value)) return [];
    const says = `\`value\` is ${JSON.stringify(value.raw.slice(0, 60))}, which cannot be read as a number`;
    const fix = 'write one number, such as 0.8712 or "87.1%"';
    return [{ code: "unreadable-number", about: value.at.pointer, at: value.at, says, fix }];
  });
}

/** One entry of `metrics` as a claim, or null when its metric or number cannot be read. */
export function claimFrom(entry: Mapping): Claim | null {
  const metric = textAt(entry, "name");
  const value = scalarAt(entry, "value");
  const number = value && reportedNumber(value);
  if (!metric || !value || !number) return null;
  const unit = textAt(entry, "unit")?.value;
  return {
    metric,
    reported: number.value,
    raw: number.raw,
    decimals: number.decimals,
    percent: number.percent || isPercent(unit),
    unit: isPercent(unit) ? null : (unit ?? null),
    spread: flagAt(entry, "spread")?.value ?? number.spread ?? false,
    interval: intervalFrom(entry) ?? number.interval ?? null,
    confidence: confidenceFrom(entry) ?? number.confidence ?? null,
    split: textAt(entry, "split"),
    dataset: textAt(entry, "dataset"),
    threshold: numberAt(entry, "threshold"),
    slice: sliceFrom(entry),
    average: wordAt(entry, "average", AVERAGES)?.value ?? null,
    class: nameAt(entry, "class")?.value ?? null,
    actual: nameAt(entry, "actual")?.value ?? null,
    predicted: nameAt(entry, "predicted")?.value ?? null,
    k: numberAt(entry, "k")?.value ?? null,
    beta: numberAt(entry, "beta")?.value ?? null,
    depth: numberAt(entry, "depth")?.value ?? null,
    alpha: numberAt(entry, "alpha")?.value ?? null,
    n: numberAt(entry, "n")?.value ?? null,
    weighted: flagAt(entry, "weighted")?.value ?? false,
    evidence: nameAt(entry, "evidence"),
    unread: flagAt(entry, "unread")?.value ?? false,
    at: value.at,
  };
}

/** The number that a claim's value reports, or null. */
export function reportedNumber(value: Scalar): ReadNumber | null {
  const read = readNumber(value.raw);
  if (read || typeof value.value !== "number") return read;
  // YAML also writes numbers in octal and hexadecimal.
  return readNumber(String(value.value));
}

function isPercent(unit: string | undefined): boolean {
  return unit !== undefined && /^(?:%|percent|pct|percentage)$/i.test(unit);
}

function intervalFrom(entry: Mapping): Claim["interval"] {
  const [low, high, ...more] = listAt(entry, "interval")?.items ?? [];
  if (low?.kind !== "scalar" || high?.kind !== "scalar" || more.length > 0) return null;
  const bounds = { low: reportedNumber(low)?.value, high: reportedNumber(high)?.value };
  return bounds.low === undefined || bounds.high === undefined
    ? null
    : { low: bounds.low, high: bounds.high };
}

/** As a fraction: 0.95, 95 and "95%" all mean 0.95. */
function confidenceFrom(entry: Mapping): number | null {
  const level = numberAt(entry, "confidence")?.value ?? null;
  return level !== null && level > 1 ? level / 100 : level;
}
