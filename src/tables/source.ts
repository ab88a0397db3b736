/** What is being read, shared by everything that fills a column or notes where something was met. */
export interface Source {
  path: string;
  /** How many rows there will be in all, judged by the bytes read so far; 0 when nobody can say. */
  foreseen: number;
}

/** Room for this row and for those to come: what is copied into a larger array seldom is sooner filled. */
export function roomFor(row: number, { foreseen }: Source): number {
  return foreseen > row ? foreseen : 2 * row;
}
