import { rowsAt } from "../frequency.ts";
import { Sum } from "../sum.ts";
import { BinFinder } from "./bin-finder.ts";
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

/** Forecasts in bins, and the bin of each row. */
export interface Reliability {
  readonly forecast: Forecast;
  /** By rising probability; none is empty. */
  readonly bins: readonly ReliabilityBin[];
  /** Index into `bins` by row. */
  readonly binOf: Uint16Array;
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
  const { probability, positive, weight, frequency } = forecast;
  const edges = upperEdges(forecast, binning);
  const binOf = new Uint16Array(probability.length);
  const parts = Array.from(edges, () => ({
    rows: 0,
    weight: new Sum(),
    forecast: new Sum(),
    came: new Sum(),
  }));
  const binAt = new BinFinder(edges);
  for (let row = 0; row < probability.length; row++) {
    const bin = binAt.of(probability[row]!);
    const share = weight === null ? 1 : weight[row]!;
    const part = parts[bin]!;
    binOf[row] = bin;
    part.rows += rowsAt(frequency, row);
    part.weight.add(share);
    part.forecast.add(share * probability[row]!);
    if (positive[row] === 1) part.came.add(share);
  }
  const placeOf = new Uint16Array(parts.length);
  let places = 0;
  parts.forEach(({ rows }, bin) => {
    placeOf[bin] = places;
    if (rows > 0) places++;
  });
  const bins = parts.flatMap((part, bin) =>
    part.rows === 0
      ? []
      : [
          {
            low: edges[bin - 1] ?? 0,
            high: edges[bin]!,
            rows: part.rows,
            weight: part.weight.value,
            meanProbability: part.forecast.value / part.weight.value,
            observed: part.came.value / part.weight.value,
          },
        ],
  );
  for (let row = 0; row < binOf.length; row++) binOf[row] = placeOf[binOf[row]!]!;
  return { forecast, bins, binOf };
}
