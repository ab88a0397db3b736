import type { Claim } from "../../inventory/claim.ts";
import type { Reported } from "../../statistics/consistency/reported.ts";
import type { BoundTask } from "../../statistics/consistency/resolved.ts";
import { findMetric } from "../../statistics/registry.ts";
import type { Binding } from "../bind.ts";
import type { Measured } from "../measured.ts";
import { parametersOf } from "../parameters.ts";
import { readReported, settle } from "../settle.ts";

/** A claim as a number that laws may bind to others. */
export interface StatedNumber {
  readonly binding: Binding;
  readonly reported: Reported;
  /** The threshold of the decisions that it is of; null when none is stated, or it is of no decisions. */
  readonly threshold: number | null;
  /** The predictions give it, so that it is no guess. */
  readonly isReproduced: boolean;
  /** The rows that it was recomputed on; null when it was not. */
  readonly measuredOn: number | null;
}

/** A split whose numbers are averages over other splits. */
const FOLDS = /\b(?:cv|oof|cross|folds?|repeats?|bootstrap)\b/i;

/**
 * The claim as a number of unweighted rows; null where it may be something else, such as a mean over folds, and where
 * the predictions give another number, which performance/claims-reproduce tells of.
 */
export function statedNumber(binding: Binding, task: BoundTask, measured: Measured): StatedNumber | null {
  const { claim } = binding;
  if (!isOfRows(claim)) return null;
  const settled = settle(binding, measured);
  if (settled.status === "differs") return null;
  const found = findMetric(claim.metric.value, task);
  const { reported: value, decimals } = readReported(claim, found?.metric ?? null);
  const metric = found?.metric.name ?? claim.metric.value;
  return {
    binding,
    reported: { metric, value, decimals, ...found?.implied, ...parametersOf(claim) },
    threshold:
      found?.metric.reads === "decision" ? (claim.threshold?.value ?? found.threshold ?? null) : null,
    isReproduced: settled.status === "reproduced",
    measuredOn: settled.status === "reproduced" ? settled.result.n : null,
  };
}

function isOfRows({ unread, weighted, spread, interval, reported, split, metric }: Claim): boolean {
  if (unread || weighted || spread || !Number.isFinite(reported)) return false;
  // What a card calls ± in an interval of its own.
  const middle = interval && (interval.low + interval.high) / 2;
  if (middle !== null && Math.abs(middle - reported) <= 1e-9 * Math.abs(reported)) return false;
  return ![split?.value, metric.value].some((text) => text !== undefined && FOLDS.test(spaced(text)));
}

function spaced(text: string): string {
  return text.replaceAll(/[_-]+/g, " ");
}
