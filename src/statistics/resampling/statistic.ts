/** A number that can be had from how often each row is counted. */
export interface Statistic {
  readonly rows: number;
  /** The number with each row counted so many times; NaN where there is none. */
  at(counts: Uint32Array): number;
  /**
   * The number without each unit in turn, NaN where there is none, each row once otherwise; null where only
   * counting anew can tell. Every row is a unit where `unitOf` is null.
   */
  withoutEach(unitOf: Uint32Array | null, units: number): Float64Array | null;
}

/** The number of the rows as they are, each counted once. */
export function observed(statistic: Statistic): number {
  return statistic.at(new Uint32Array(statistic.rows).fill(1));
}
