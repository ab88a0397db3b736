import { countsRows } from "../frequency.ts";
import { orderOf } from "../ranking/order.ts";
import { below } from "../ranking/ranked.ts";
import { sumOf } from "../sum.ts";
import type { Forecast } from "./forecast.ts";
import { orderStatistics } from "./order-statistics.ts";

/**
 * How probabilities are put into bins: by equal parts of [0, 1], or by equal parts of the rows (or their
 * weight). A bin holds what lies above its lower edge, up to and with its upper edge, and the first 0 as well.
 */
export interface Binning {
  readonly by: "width" | "mass";
  /** 1 to 1000. */
  readonly bins: number;
}

const MOST_BINS = 1000;

/**
 * The upper edges of the bins, never falling, the last of them 1. By mass an edge is the smallest probability that
 * at least its share of the rows do not exceed, so that equal probabilities are never parted: many of them
 * make fewer and larger bins than were asked for.
 * Source: scikit-learn calibration_curve, whose edges by quantile lie between rows; NumPy
 * quantile(method="inverted_cdf").
 * @throws RangeError when the number of bins is not a whole one from 1 to 1000.
 */
export function upperEdges(forecast: Forecast, { by, bins }: Binning): Float64Array {
  if (!Number.isInteger(bins) || bins < 1 || bins > MOST_BINS) {
    throw new RangeError("the number of bins must be whole, from 1 to 1000");
  }
  return by === "width"
    ? Float64Array.from({ length: bins }, (_, bin) => (bin + 1) / bins)
    : massEdges(forecast, bins);
}

function massEdges(forecast: Forecast, bins: number): Float64Array {
  const found =
    forecast.weight === null ? edgesOfRows(forecast, bins) : edgesOfWeight(forecast, forecast.weight, bins);
  return Float64Array.from([...new Set(found), 1]);
}

function edgesOfRows({ probability }: Forecast, bins: number): Iterable<number> {
  const places = Array.from(
    { length: bins - 1 },
    (_, edge) => Math.ceil((probability.length * (edge + 1)) / bins) - 1,
  );
  return orderStatistics(probability, places);
}

function edgesOfWeight(forecast: Forecast, weight: Float64Array, bins: number): Iterable<number> {
  const { probability } = forecast;
  const order = orderOf(probability);
  if (typeof order === "string") throw new RangeError(order);
  const weights = Float64Array.from(order, (row) => weight[row]!);
  const before = below(weights);
  const total = sumOf(weights);
  // Weights such as 0.1 do not sum exactly, and a tenth of ten of them must still be one.
  const rounding = countsRows(forecast) ? 0 : total * 4 * Number.EPSILON;
  const edges: number[] = [];
  for (let place = 0, edge = 1; place < order.length && edge < bins; place++) {
    const through = before[place]! + weights[place]!;
    if (through * bins < total * edge - rounding * bins) continue;
    edges.push(probability[order[place]!]!);
    while (edge < bins && through * bins >= total * edge - rounding * bins) edge++;
  }
  return edges;
}
