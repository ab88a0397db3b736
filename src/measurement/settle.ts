import type { Claim } from "../inventory/claim.ts";
import type { Metric } from "../statistics/metric.ts";
import type { Binding } from "./bind.ts";
import { slicePart } from "./describe.ts";
import type { Measured } from "./measured.ts";
import type { Slice } from "./need.ts";
import { counted } from "./number-format.ts";
import type { MetricResult } from "./result.ts";

/** What became of a claim: the number it says as a fraction, and how it stands to the measured one. */
export type Settlement =
  | {
      readonly status: "unsupported";
      readonly says: string;
      readonly fix: string;
      readonly result: MetricResult | null;
    }
  | {
      readonly status: "reproduced" | "differs";
      readonly result: Extract<MetricResult, { kind: "value" }>;
      readonly tolerance: number;
      /** The numbers agree; where the claim still differs, it is by the count of rows that it gives. */
      readonly agrees: boolean;
      readonly notes: readonly string[];
    };

/** The number as a fraction, with its half-unit tolerance; a bounded metric above 1 is percent. */
export interface Reading {
  readonly reported: number;
  readonly decimals: number;
  readonly notes: readonly string[];
}

export function readReported(claim: Claim, metric: Metric | null): Reading {
  const [low, high] = metric?.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const bounded = low >= -1 && high <= 1;
  if (claim.percent || (bounded && Math.abs(claim.reported) > 1)) {
    const notes = claim.percent ? [] : ["above 1, so read as percent"];
    return { reported: claim.reported / 100, decimals: claim.decimals + 2, notes };
  }
  const notes =
    bounded && claim.reported === 1 ? ["1 is read as 1.0; if 1 % was meant, write the percent sign"] : [];
  return { reported: claim.reported, decimals: claim.decimals, notes };
}

/** Half a unit of the last reported digit, floored at 1e-9 relative; the slack covers the digit's own binary rounding. */
export function tolerance(reported: number, decimals: number): number {
  const half = 0.5 * 10 ** -decimals;
  return Math.max(half * (1 + 1e-9), 1e-9 * Math.abs(reported));
}

export function settle(binding: Binding, measured: Measured): Settlement {
  if (binding.kind !== "bound")
    return { status: "unsupported", says: binding.says, fix: binding.fix, result: null };
  const { claim, metric } = binding;
  const result = measured.of(binding.need);
  if (isTooSmall(claim.slice, result)) return tooSmall(claim, result);
  switch (result.kind) {
    case "cannot-tell":
      return { status: "unsupported", says: result.says, fix: result.fix, result };
    case "undefined":
      return {
        status: "unsupported",
        says: `${metric.name} is undefined on ${counted(result.n, "row")}: ${result.reason}`,
        fix:
          result.n === 0
            ? "write the rows to the evidence"
            : "take the claim out, or report a metric that these rows define",
        result,
      };
    case "value": {
      const { reported, decimals, notes } = readReported(claim, metric);
      const limit = tolerance(reported, decimals);
      const near = Math.abs(reported - result.value) <= limit;
      const cut = !near && isCutOff(result.value, reported, decimals);
      const all = [
        ...binding.notes,
        ...notes,
        ...(cut ? [`cut off, not rounded, ${afterDigit(decimals)}`] : []),
      ];
      const counts = claim.n === null || claim.n === result.n;
      return {
        status: (near || cut) && counts ? "reproduced" : "differs",
        result,
        tolerance: limit,
        agrees: near || cut,
        notes: all,
      };
    }
  }
}

/** Fewer rows than this could be told apart as persons: no number of such a slice is reported. */
export const SMALLEST_SLICE = 5;

/** Whether a result is of a slice whose numbers, their absence included, would tell of single rows. */
export function isTooSmall(slice: Slice, result: MetricResult): boolean {
  return result.kind !== "cannot-tell" && Object.keys(slice).length > 0 && result.n < SMALLEST_SLICE;
}

export const TOO_SMALL = `the slice holds fewer than ${SMALLEST_SLICE} rows, too few to report a number`;

function tooSmall({ slice }: Claim, result: MetricResult): Settlement {
  const nobody = result.kind !== "cannot-tell" && result.n === 0;
  const says = nobody ? `no row has ${slicePart(slice)}` : TOO_SMALL;
  const fix = nobody
    ? "correct the claim's `slice`, or add its rows to the evidence"
    : "evaluate on more rows of this slice, or take the claim out";
  return { status: "unsupported", says, fix, result };
}

function afterDigit(decimals: number): string {
  return decimals >= 0 ? `at ${counted(decimals, "decimal")}` : `at the last digit that is given`;
}

/** The reported digits are the value's own, without those that follow: less than one unit towards zero. */
export function isCutOff(value: number, reported: number, decimals: number): boolean {
  const lost = value < 0 ? reported - value : value - reported;
  const binaryRounding = 2 * Number.EPSILON * Math.abs(value);
  return lost >= 0 && lost < 10 ** -decimals * (1 - 1e-9) - binaryRounding;
}
