import { tallyOf } from "../../statistics/classification/tally.ts";
import { countsRows, rowsAt, rowsIn } from "../../statistics/frequency.ts";
import { type GroupRate, rateIn, trialsOf } from "../../statistics/groups/group-rate.ts";
import { rowsForHalfWidth } from "../../statistics/proportions/rows-for-width.ts";
import type { Sample } from "../../statistics/sample.ts";
import type { Asked } from "./asked.ts";
import { correctOf } from "./correct.ts";
import { countsIn } from "./group-counts.ts";
import type { Samples } from "./samples.ts";

/** How many rows a rate would need for its interval to reach at most `halfWidth` to either side. */
export interface RowsNeeded {
  readonly metric: string;
  readonly halfWidth: number;
  /** What is counted: "truly positive rows". */
  readonly of: string;
  readonly has: number;
  readonly needs: number;
}

const HALF_WIDTH = 0.02;

const HEADLINE: readonly (readonly [metric: string, rate: GroupRate])[] = [
  ["accuracy", "accuracy"],
  ["precision", "precision"],
  ["recall", "true_positive_rate"],
  ["specificity", "true_negative_rate"],
  ["negative_predictive_value", "negative_predictive_value"],
];

/** Of the headline rates of unweighted decisions, each taken to be what it is in the rows at hand. */
export function rowsNeeded(
  samples: Samples,
  asked: readonly Asked[] | null,
  confidence: number,
): readonly RowsNeeded[] {
  const sample = samples.get("decision");
  if (!sample || !countsRows(sample)) return [];
  const told = sharesOf(sample).filter(
    (share) => asked === null || asked.some(({ metric }) => metric === share.metric),
  );
  return told.map(({ metric, of, successes, trials }) => ({
    metric,
    halfWidth: HALF_WIDTH,
    of,
    has: trials,
    needs: rowsForHalfWidth(successes / trials, HALF_WIDTH, confidence),
  }));
}

interface HeadlineShare {
  readonly metric: string;
  readonly of: string;
  readonly successes: number;
  readonly trials: number;
}

function sharesOf(sample: Sample): readonly HeadlineShare[] {
  if (sample.task === "binary" && sample.decision !== null) {
    const tally = tallyOf(sample);
    if (typeof tally === "string") return [];
    const all = countsIn("all", tally);
    return HEADLINE.flatMap(([metric, rate]) => {
      const proportion = rateIn(all, rate);
      return typeof proportion === "string" ? [] : { metric, of: trialsOf(rate), ...proportion };
    });
  }
  const correct = correctOf(sample);
  if (correct === null) return [];
  const successes = correct.reduce((sum, one, row) => sum + one * rowsAt(sample.frequency, row), 0);
  return [{ metric: "accuracy", of: "rows", successes, trials: rowsIn(sample.frequency, correct.length) }];
}
