import type { Finding } from "./finding.ts";
import { type Identity, identityFindings } from "./identity.ts";
import { atMost } from "./relation.ts";
import type { Resolved } from "./resolved.ts";
import { over, type Window } from "./window.ts";

/** one ≤ factor(n) · other, for n unweighted rows; n is infinite when not known. */
interface Bound {
  readonly one: string;
  readonly other: string;
  factor(n: number): number;
  law(n: number): string;
}

const [MAE, RMSE, MEDIAN, MAX] = [
  "mean_absolute_error",
  "root_mean_squared_error",
  "median_absolute_error",
  "max_error",
] as const;

const BOUNDS: readonly Bound[] = [
  never(MAE, RMSE, "no mean of errors is above their root mean square"),
  never(MAE, MAX, "no mean of errors is above the largest"),
  never(RMSE, MAX, "no root mean square of errors is above the largest"),
  never(MEDIAN, MAX, "no median of errors is above the largest"),
  { one: RMSE, other: MAE, factor: Math.sqrt, law: (n) => `over ${n} rows RMSE is at most √${n} · MAE` },
  {
    one: MAX,
    other: MAE,
    factor: (n) => n,
    law: (n) => `over ${n} rows the largest error is at most ${n} · MAE`,
  },
  {
    one: MAX,
    other: RMSE,
    factor: Math.sqrt,
    law: (n) => `over ${n} rows the largest error is at most √${n} · RMSE`,
  },
  {
    one: MEDIAN,
    other: MAE,
    factor: (n) => 1 / upperHalf(n),
    law: () =>
      "half of the rows and more have the median error or a larger one, so it is at most twice the mean",
  },
  {
    one: MEDIAN,
    other: RMSE,
    factor: (n) => Math.sqrt(1 / upperHalf(n)),
    law: () => "half of the rows and more have the median error or a larger one, so it is at most √2 · RMSE",
  },
];

/**
 * The share of rows, at least, whose sum of errors the median times that share cannot exceed: c/n with
 * c = ⌊n/2⌋ + 1, for an even number of rows too, whose median is the mean of the middle two.
 * So MedAE ≤ (n / c) MAE, and MAE ≤ (c/n) MedAE + (1 - c/n) max: both are reached.
 */
function upperHalf(n: number): number {
  return Number.isFinite(n) ? (Math.floor(n / 2) + 1) / n : 0.5;
}

function never(one: string, other: string, law: string): Bound {
  return { one, other, factor: () => 1, law: () => law };
}

function identitiesFor(n: number): readonly Identity[] {
  return [
    {
      gives: "mean_squared_error",
      from: [RMSE],
      law: "MSE is RMSE²",
      range: (rmse) => over([rmse], (x) => x * x),
    },
    {
      gives: MAE,
      from: [MEDIAN, MAX],
      law: "half of the errors are at most the median and none is above the largest",
      range: (median, max) => ({
        low: 0,
        high: upperHalf(n) * median.high + (1 - upperHalf(n)) * Math.max(max.high, median.high),
      }),
    },
    {
      gives: "mean_squared_error",
      from: [MAE, MAX],
      law: "MSE is at most MAE times the largest error, and at least MAE²",
      range: (mae, max) => ({ low: mae.low ** 2, high: mae.high * max.high }),
    },
    { gives: "mean_error", from: [MAE], law: "the mean error is no larger in size than MAE", range: size },
    { gives: "mean_error", from: [RMSE], law: "the mean error is no larger in size than RMSE", range: size },
  ];
}

function size({ high }: Window): Window {
  return { low: -high, high };
}

/** MSE stands in for RMSE, and RMSE for MSE, where only one of them is reported. */
export function errorLaws(named: ReadonlyMap<string, Resolved>, n: number | null): Finding[] {
  const rows = n ?? Number.POSITIVE_INFINITY;
  const both = new Map(named);
  const [mse, rmse] = [named.get("mean_squared_error"), named.get(RMSE)];
  if (mse && !rmse) both.set(RMSE, { ...mse, window: over([mse.window], Math.sqrt) });
  if (rmse && !mse) both.set("mean_squared_error", { ...rmse, window: over([rmse.window], (x) => x * x) });
  const bounds = BOUNDS.flatMap(({ one, other, factor, law }) => {
    const [a, b] = [both.get(one), both.get(other)];
    const times = factor(rows);
    return a && b && Number.isFinite(times) ? [atMost(a, times, b, law(rows))] : [];
  });
  const identities = identitiesFor(rows).filter(
    ({ gives, from }) => !(gives === "mean_squared_error" && from[0] === RMSE && !(mse && rmse)),
  );
  return [...bounds, ...identityFindings(identities, both)];
}
