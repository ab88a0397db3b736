import type { Interval } from "../outcome.ts";

/** Whether the groups are compared with each other or each with all rows, as Fairlearn's `method`. */
export type Contrast = "between_groups" | "to_overall";

/** How unlike the groups are in one rate. */
export interface Disparity {
  readonly value: number;
  /** From those of many pairs: it holds at its confidence for the worst of all groups. */
  readonly interval: Interval | null;
  /** The groups of the lowest and the highest rate, or the one that is farthest from overall. */
  readonly groups: readonly string[];
}

/** Beyond it every pair would be too much work, and its interval too wide to say anything. */
export const MOST_GROUPS_WITH_INTERVAL = 100;
