import { Sum } from "../../../../statistics/sum.ts";
import type { Json } from "../../../output/json.ts";
import { Moments } from "../moments.ts";

/** The values that the rows of one task have for one metric under one filter. */
export class MetricTally {
  readonly values = new Moments();
  readonly firsts = new Sum();
  readonly seconds = new Sum();
  /** Values that are two numbers, such as a log-likelihood and its words. */
  pairs = 0;
  held = 0;
  broke = 0;
  /** Neither right nor wrong: a share, a score. */
  partial = 0;
  /** NaN, nothing, or a form of the metric's own. */
  unscored = 0;
  private first: Json | null = null;

  get rows(): number {
    return this.values.count + this.pairs + this.unscored;
  }

  get at(): Json | null {
    return this.first;
  }

  add(value: Json): void {
    this.first ??= value;
    const truth = value.boolean();
    const number = truth === null ? value.number() : Number(truth);
    if (number !== null) {
      this.values.add(number);
      if (number === 1) this.held++;
      else if (number === 0) this.broke++;
      else this.partial++;
      return;
    }
    const first = value.get(0).number();
    const second = value.get(1).number();
    if (value.size !== 2 || first === null || second === null) {
      this.unscored++;
      return;
    }
    this.pairs++;
    this.firsts.add(first);
    this.seconds.add(second);
  }
}
