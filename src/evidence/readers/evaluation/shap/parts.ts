import type { Place } from "../../../../documents/place.ts";
import type { Grid } from "../../numpy/grid.ts";

export const TOOL = "shap";

/** What SHAP gave and its user saved, whichever way; each null where it was not. */
export interface Parts {
  readonly values: Grid;
  /** How the file calls them, for what is said of them. */
  readonly names: { readonly values: string; readonly base: string; readonly predictions: string };
  readonly features: readonly string[] | null;
  readonly base: Grid | null;
  readonly predictions: Grid | null;
  /** The mean |SHAP| of each feature, as the file states it. */
  readonly means: readonly StatedMean[];
  /** Half of the last digit that was written; 0 where all were. */
  readonly halfDigit: number;
  readonly at: Place;
  /** Where a row stands, in a file of lines. */
  readonly rowAt?: (row: number) => Place;
}

export interface StatedMean {
  readonly feature: string;
  readonly value: number;
  readonly at: Place;
}
