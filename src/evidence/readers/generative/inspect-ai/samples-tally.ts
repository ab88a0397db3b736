import type { Json } from "../../../output/json.ts";
import { ScoreTally } from "./score-tally.ts";

/** The samples of a log as they are met: scores by scorer, and what failed. */
export class SamplesTally {
  samples = 0;
  errors = 0;
  /** Stopped by a limit on messages, tokens or time. */
  stopped = 0;
  readonly scores = new Map<string, ScoreTally>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(sample: Json): void {
    this.samples++;
    if (sample.get("error").exists) this.errors++;
    if (sample.get("limit").exists) this.stopped++;
    const id = JSON.stringify(sample.get("id").value ?? null);
    for (const [name, score] of sample.get("scores").entries()) {
      let tally = this.scores.get(name);
      if (tally === undefined) {
        if (this.scores.size === this.most) throw new RangeError(`it has more than ${this.most} scorers`);
        tally = new ScoreTally(score, this.most);
        this.scores.set(name, tally);
      }
      tally.add(id, score.get("value"));
    }
  }
}
