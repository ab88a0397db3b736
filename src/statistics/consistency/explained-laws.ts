import type { Finding } from "./finding.ts";
import { type Identity, identityFindings } from "./identity.ts";
import type { Resolved } from "./resolved.ts";
import { common, hull, isEmpty, over, type Window } from "./window.ts";

const BELOW_ONE: Window = { low: Number.NEGATIVE_INFINITY, high: 1 };

/**
 * R² = 1 - MSE / V and EV = 1 - (MSE - ME²) / V, with V the population variance of the true values and ME the
 * mean error. A reported variance may have n or n - 1 below; both are allowed for. RMSE stands for MSE.
 */
export function explainedLaws(named: ReadonlyMap<string, Resolved>, n: number | null): Finding[] {
  const mseName = named.has("mean_squared_error") ? "mean_squared_error" : "root_mean_squared_error";
  const varianceName = named.has("target_variance") ? "target_variance" : "target_standard_deviation";
  const squared = (window: Window): Window => over([window], (x) => x * x);
  const mse = (window: Window): Window => (mseName === "mean_squared_error" ? window : squared(window));
  const variance = (window: Window): Window =>
    population(varianceName === "target_variance" ? window : squared(window), n);
  const meanSquare = (window: Window): Window =>
    window.low <= 0 && window.high >= 0 ? hull([{ low: 0, high: 0 }, squared(window)]) : squared(window);
  const identities: readonly Identity[] = [
    {
      gives: "explained_variance",
      from: ["r2"],
      law: "explained variance is at least R²",
      range: (r2) => ({ low: r2.low, high: 1 }),
    },
    {
      gives: "r2",
      from: [mseName, varianceName],
      law: "R² is 1 - MSE / variance of the target (over n, or n - 1)",
      range: (error, spread) => oneLess(mse(error), variance(spread)),
    },
    {
      gives: "explained_variance",
      from: [mseName, varianceName],
      law: "explained variance is at least 1 - MSE / variance of the target (over n, or n - 1)",
      range: (error, spread) => ({ low: oneLess(mse(error), variance(spread)).low, high: 1 }),
    },
    {
      gives: "explained_variance",
      from: ["r2", "mean_error", mseName],
      law: "explained variance is R² + (1 - R²) · mean error² / MSE",
      range: (r2, error, size) => {
        const part = common(ratio(meanSquare(error), mse(size)), { low: 0, high: 1 });
        return isEmpty(part) ? BELOW_ONE : over([r2, part], (x, y) => x! + (1 - x!) * y!);
      },
    },
  ];
  return identityFindings(identities, named);
}

/** The population variance behind one that may be over n - 1; over two rows that is twice as much. */
function population({ low, high }: Window, n: number | null): Window {
  const shrunk = n === null ? 0.5 : n > 1 ? (n - 1) / n : 0;
  return { low: low * shrunk, high };
}

/** A variance that may be 0 binds nothing: tools write an R² of 0 or 1 for a constant target. */
function oneLess(top: Window, bottom: Window): Window {
  if (bottom.low <= 0) return BELOW_ONE;
  const { low, high } = ratio(top, bottom);
  return { low: 1 - high, high: 1 - low };
}

/** Of windows that are not below 0. */
function ratio(top: Window, bottom: Window): Window {
  return {
    low: bottom.high > 0 ? top.low / bottom.high : 0,
    high: bottom.low > 0 ? top.high / bottom.low : Number.POSITIVE_INFINITY,
  };
}
