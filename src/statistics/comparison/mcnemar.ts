import { atMostBinomial } from "../tails/binomial.ts";
import { aboveChiSquare } from "../tails/chi-square.ts";
import { checkDiscordant, type Discordant } from "./discordant.ts";

/** Two-sided p-values of the hypothesis that either model is as often the only one that is right. */
export interface McNemar {
  /** The binomial test: never too many false alarms, and too few with few rows. */
  readonly exact: number;
  /** The exact one with half of the chance of the counts seen: the one to use. */
  readonly midP: number;
  /** By chi-square with one degree of freedom, without continuity correction; for 25 or more rows that differ. */
  readonly asymptotic: number;
  /** The same with Edwards's continuity correction. */
  readonly corrected: number;
}

/**
 * McNemar's test of two decisions on the same rows. The reason when no row is decided differently, which
 * leaves nothing to tell them apart by.
 * Source: Q. McNemar, Psychometrika 12 (1947) 153-157; M. W. Fagerland, S. Lydersen, P. Laake, BMC Med. Res.
 * Methodol. 13:91 (2013); statsmodels mcnemar(exact=…, correction=…).
 */
export function mcnemar(discordant: Discordant): McNemar | string {
  checkDiscordant(discordant);
  const { onlyBefore, onlyAfter } = discordant;
  const differing = onlyBefore + onlyAfter;
  if (differing === 0) return "both decide every row alike, so no row tells them apart";
  const fewer = Math.min(onlyBefore, onlyAfter);
  const tail = atMostBinomial(fewer, differing, 0.5);
  const gap = Math.abs(onlyBefore - onlyAfter);
  return {
    exact: Math.min(1, 2 * tail),
    // With equal counts the exact p-value is 1 and the counts seen have the chance 2·tail - 1.
    midP: gap === 0 ? 1.5 - tail : tail + atMostBinomial(fewer - 1, differing, 0.5),
    asymptotic: aboveChiSquare(gap ** 2 / differing, 1),
    corrected: aboveChiSquare((gap - 1) ** 2 / differing, 1),
  };
}
