import { normalReach } from "../intervals/normal.ts";
import type { Interval } from "../outcome.ts";
import { checkConfidence } from "../proportions/confidence.ts";
import { crossing } from "../proportions/crossing.ts";
import { checkDiscordant, type Discordant } from "./discordant.ts";

/**
 * Tango's score interval of the difference of two shares of the same rows, after less before: the change of
 * accuracy, or of recall over the truly positive rows. Within [-1, 1], of some width even when no row differs. The
 * reason when there are no rows.
 * Source: T. Tango, Stat. Med. 17 (1998) 891-908.
 */
export function tangoInterval(discordant: Discordant, confidence: number): Interval | string {
  checkConfidence(confidence);
  checkDiscordant(discordant);
  if (discordant.rows === 0) return "there are no rows";
  const reach = normalReach(confidence);
  const seen = (discordant.onlyAfter - discordant.onlyBefore) / discordant.rows;
  return {
    low: crossing((difference) => score(discordant, difference) - reach, -1, seen),
    high: crossing((difference) => score(discordant, difference) + reach, seen, 1),
    confidence,
    method: "tango",
  };
}

/** How many standard errors the difference seen lies above `difference`, the error being that under it. */
function score({ rows, onlyBefore, onlyAfter }: Discordant, difference: number): number {
  const above = onlyAfter - onlyBefore - rows * difference;
  if (above === 0) return 0;
  const linear = (2 * rows - onlyAfter + onlyBefore) * difference - onlyAfter - onlyBefore;
  const constant = -onlyBefore * difference * (1 - difference);
  const spread = Math.sqrt(Math.max(0, linear * linear - 8 * rows * constant));
  const lost = largerRoot(2 * rows, linear, constant, spread);
  return above / Math.sqrt(Math.max(0, rows * (2 * lost + difference * (1 - difference))));
}

/** The larger root of a quadratic, without the subtraction that loses its digits. */
function largerRoot(square: number, linear: number, constant: number, spread: number): number {
  if (linear <= 0) return (spread - linear) / (2 * square);
  return (2 * -constant) / (spread + linear);
}
