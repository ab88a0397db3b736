import type { Place } from "../../../../documents/place.ts";
import { Sum } from "../../../../statistics/sum.ts";
import type { AttemptOutcome } from "../attempt-groups.ts";
import { type Direction, directionOf, passes } from "./direction.ts";
import type { Verdict } from "./verdict.ts";

/** One metric's verdicts in a run, counted as DeepEval counts them. */
export class MetricTally {
  passes = 0;
  fails = 0;
  errors = 0;
  readonly at: Place;
  /** Verdicts that have a score and a threshold to be held against. */
  verdicts = 0;
  private readonly metric: string;
  private readonly sum = new Sum();
  private readonly agree: Record<Direction, number> = { "at-least": 0, "at-most": 0 };
  private knowsFlaky = false;

  constructor(first: Verdict) {
    this.metric = first.metric;
    this.at = first.at();
  }

  add({ score, threshold, success, failedToRun, knowsFlaky }: Verdict): void {
    this.knowsFlaky ||= knowsFlaky;
    if (score === null || success === null) {
      this.errors++;
      return;
    }
    this.sum.add(score);
    if (success) this.passes++;
    else this.fails++;
    if (threshold === null || failedToRun) return;
    this.verdicts++;
    for (const direction of DIRECTIONS)
      if (passes(score, threshold, direction) === success) this.agree[direction]++;
  }

  get scored(): number {
    return this.passes + this.fails;
  }

  /** Null of nothing, and of scores that are no numbers. */
  get mean(): number | null {
    const mean = this.sum.value / this.scored;
    return Number.isFinite(mean) ? mean : null;
  }

  get direction(): Direction | null {
    const { verdicts, knowsFlaky } = this;
    const counts = { verdicts, knowsFlaky, atLeast: this.agree["at-least"], atMost: this.agree["at-most"] };
    return directionOf(this.metric, counts);
  }

  /** Verdicts that their score and threshold give again; null when the side that passes is not known. */
  get agreeing(): number | null {
    const { direction } = this;
    return direction === null ? null : this.agree[direction];
  }

  /** Held is what the verdict says and its score says, too. */
  outcomeOf({ score, threshold, success, failedToRun }: Verdict): AttemptOutcome {
    if (failedToRun) return "error";
    if (score === null || success === null || Number.isNaN(score)) return "unscored";
    const { direction } = this;
    const scoredWell = threshold === null || direction === null || passes(score, threshold, direction);
    return success && scoredWell ? "held" : "broke";
  }
}

const DIRECTIONS: readonly Direction[] = ["at-least", "at-most"];
