import { LIFECYCLES, TIERS } from "../../inventory/vocabulary.ts";
import type { PolicyShift } from "./shift.ts";
import { and } from "./words.ts";

type Told = Pick<PolicyShift, "tiers" | "stages" | "says" | "verdict">;

/** `high, production: inventory/review-current maximumDays 180 → 365: looser`. */
export function shiftWords(shift: Told): string {
  const where = whereWords(shift);
  return `${where === null ? "" : `${where}: `}${shift.says}: ${shift.verdict}`;
}

/** `every tier, production`; null where it is not about a tier. */
export function whereWords({ tiers, stages }: Pick<Told, "tiers" | "stages">): string | null {
  if (tiers === null || stages === null) return null;
  const which = tiers.length === TIERS.length ? "every tier" : and(tiers);
  return stages.length === LIFECYCLES.length ? which : `${which}, ${and(stages)}`;
}
