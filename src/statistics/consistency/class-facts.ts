/** A class and how many rows truly are of it; null when not known. */
export interface ClassFacts {
  readonly name: string;
  readonly n: number | null;
}

/** The classes with their sizes, when all sizes are known. */
export type Sizes = readonly { readonly name: string; readonly n: number }[];
