import { type BinSums, binSums } from "./bin-sums.ts";
import { type Binning, upperEdges } from "./edges.ts";
import type { Forecast } from "./forecast.ts";

/** The rows of one bin that has any: what was forecast on average, and how often it came. */
export interface ReliabilityBin {
  /** Above this (or from it, in the first bin), up to and with `high`. */
  readonly low: number;
  readonly high: number;
  readonly rows: number;
  /** The rows' weight; their number when they have none. */
  readonly weight: number;
  readonly meanProbability: number;
  /** The share of the weight that is positive. */
  readonly observed: number;
}

/** What lies within a bin, summed over its rows by their weight. */
export interface Within {
  /** (probability - outcome)². */
  readonly error: number;
  /** (probability - the bin's mean)². */
  readonly square: number;
  /** (outcome - the bin's share) · (probability - the bin's mean). */
  readonly product: number;
  /** probability · (1 - probability). */
  readonly chance: number;
}

/** Forecasts in bins. */
export interface Reliability {
  readonly forecast: Forecast;
  /** By rising probability; none is empty. */
  readonly bins: readonly ReliabilityBin[];
  /** Of each bin. */
  readonly within: readonly Within[];
}

const remembered = new WeakMap<Forecast, Map<string, Reliability>>();

/** Made once for each way of binning. Source: scikit-learn calibration_curve, which leaves empty bins out as well. */
export function reliabilityOf(forecast: Forecast, binning: Binning): Reliability {
  const known = remembered.get(forecast) ?? new Map<string, Reliability>();
  remembered.set(forecast, known);
  const key = `${binning.by} ${binning.bins}`;
  const reliability = known.get(key) ?? binned(forecast, binning);
  known.set(key, reliability);
  return reliability;
}

function binned(forecast: Forecast, binning: Binning): Reliability {
  const edges = upperEdges(forecast, binning);
  const sums = binSums(forecast, edges);
  const filled = Array.from(edges.keys()).filter((bin) => sums[bin]!.rows > 0);
  return {
    forecast,
    bins: filled.map((bin) => binOf(sums[bin]!, edges[bin - 1] ?? 0, edges[bin]!)),
    within: filled.map((bin) => withinOf(sums[bin]!)),
  };
}

function binOf({ rows, weight, came, first, distance }: BinSums, low: number, high: number): ReliabilityBin {
  return {
    low,
    high,
    rows,
    weight,
    meanProbability: first + distance / weight,
    observed: came / weight,
  };
}

function withinOf(sums: BinSums): Within {
  const { weight, came, distance, squaredDistance, distanceOfCame, error, chance } = sums;
  return {
    error,
    square: Math.max(0, squaredDistance - (distance * distance) / weight),
    product: distanceOfCame - (distance * came) / weight,
    chance,
  };
}
