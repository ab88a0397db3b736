import { TIERS, type Tier } from "../inventory/vocabulary.ts";

/** 0 for the lowest. */
export function rank(tier: Tier): number {
  return TIERS.indexOf(tier);
}
