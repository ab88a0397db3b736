import { rowsAt } from "../frequency.ts";
import { BLOCK, Sum } from "../sum.ts";
import { BinFinder } from "./bin-finder.ts";
import type { Forecast } from "./forecast.ts";

/** Sums over the rows of one bin, by their weight. */
export interface BinSums {
  readonly rows: number;
  readonly weight: number;
  /** Of the positive rows. */
  readonly came: number;
  /** The probability of the bin's first row; sums of distances from it lose no digits to how large probabilities are. */
  readonly first: number;
  readonly distance: number;
  readonly squaredDistance: number;
  /** Of the positive rows. */
  readonly distanceOfCame: number;
  /** (probability - outcome)². */
  readonly error: number;
  /** probability · (1 - probability). */
  readonly chance: number;
}

const TERMS = 8;
const NO_ROW = -1;

/** In one pass over the rows, of the bins with these upper edges. */
export function binSums(forecast: Forecast, edges: Float64Array): readonly BinSums[] {
  const { probability } = forecast;
  const finder = new BinFinder(edges);
  const first = new Float64Array(edges.length).fill(NO_ROW);
  const terms = new Float64Array(TERMS * edges.length);
  const sums = Array.from(terms, () => new Sum());
  // About a block of rows to a bin.
  const rows = BLOCK * edges.length;
  for (let start = 0; start < probability.length; start += rows) {
    terms.fill(0);
    addRows(forecast, start, Math.min(start + rows, probability.length), finder, first, terms);
    for (let index = 0; index < terms.length; index++) sums[index]!.add(terms[index]!);
  }
  return Array.from(edges, (_, bin) => {
    const of = (term: number) => sums[TERMS * bin + term]!.value;
    return {
      rows: of(0),
      weight: of(1),
      came: of(2),
      first: first[bin]!,
      distance: of(3),
      squaredDistance: of(4),
      distanceOfCame: of(5),
      error: of(6),
      chance: of(7),
    };
  });
}

function addRows(
  { probability, positive, weight, frequency }: Forecast,
  start: number,
  end: number,
  finder: BinFinder,
  first: Float64Array,
  terms: Float64Array,
): void {
  for (let row = start; row < end; row++) {
    const chance = probability[row]!;
    const bin = finder.of(chance);
    if (first[bin] === NO_ROW) first[bin] = chance;
    const share = weight === null ? 1 : weight[row]!;
    const came = share * positive[row]!;
    const distance = chance - first[bin]!;
    const error = chance - positive[row]!;
    const at = TERMS * bin;
    terms[at]! += rowsAt(frequency, row);
    terms[at + 1]! += share;
    terms[at + 2]! += came;
    terms[at + 3]! += share * distance;
    terms[at + 4]! += share * distance * distance;
    terms[at + 5]! += came * distance;
    terms[at + 6]! += share * error * error;
    terms[at + 7]! += share * chance * (1 - chance);
  }
}
