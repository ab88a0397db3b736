import type { Frequency } from "../frequency.ts";
import { countInBins, quantileEnds } from "./bins.ts";
import { type CategoryCounts, countInCategories } from "./categories.ts";
import { type Homogeneity, homogeneity } from "./homogeneity.ts";
import { type JensenShannon, jensenShannon } from "./jensen-shannon.ts";
import { type KolmogorovSmirnov, kolmogorovSmirnov } from "./kolmogorov-smirnov.ts";
import { ordered } from "./ordered.ts";
import type { PairedCounts } from "./paired-counts.ts";
import { type PopulationStability, populationStability } from "./population-stability.ts";
import { wasserstein } from "./wasserstein.ts";

/** How the shares of bins or categories changed; each measure has a value or the reason for none. */
export interface ShareChange {
  readonly counts: PairedCounts;
  readonly psi: PopulationStability | string;
  readonly jensenShannon: JensenShannon | string;
  readonly homogeneity: Homogeneity | string;
}

/** How a numeric column changed: by bins of the reference, and by the values themselves. */
export interface NumericChange extends ShareChange {
  readonly kolmogorovSmirnov: KolmogorovSmirnov | string;
  /** In the unit of the values. */
  readonly wasserstein: number | string;
}

/** How many rows each cell of either population stands for; null where each is of one. */
export interface Frequencies {
  readonly reference: Frequency;
  readonly current: Frequency;
}

/** The change of a numeric column, NaN being a missing value, by `bins` quantile bins of the reference. */
export function numericChange(
  reference: Float64Array,
  current: Float64Array,
  bins = 10,
  frequencies: Frequencies = { reference: null, current: null },
): NumericChange {
  const from = ordered(reference, frequencies.reference);
  const to = ordered(current, frequencies.current);
  return {
    ...shareChange(countInBins(from, to, quantileEnds(from, bins))),
    kolmogorovSmirnov: kolmogorovSmirnov(from, to),
    wasserstein: wasserstein(from, to),
  };
}

/** The change of a categorical column from its counts. */
export function categoricalChange(reference: CategoryCounts, current: CategoryCounts): ShareChange {
  return shareChange(countInCategories(reference, current));
}

function shareChange(counts: PairedCounts): ShareChange {
  return {
    counts,
    psi: populationStability(counts),
    jensenShannon: jensenShannon(counts),
    homogeneity: homogeneity(counts),
  };
}
