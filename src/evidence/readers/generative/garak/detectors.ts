import type { Detection } from "./detections.ts";

/** What a detector said of all answers to a probe. */
export interface Scored {
  readonly passed: number;
  readonly fails: number;
  readonly nones: number;
}

/** Scores counted by probe and detector, as garak counts them. */
export class Detectors {
  private readonly counts = new Map<string, { passed: number; fails: number; nones: number }>();
  private readonly most: number;

  /** @throws RangeError from `count` when there are more pairs of probe and detector than `most`. */
  constructor(most: number) {
    this.most = most;
  }

  count(probe: string, { detector, scores }: Detection, threshold: number): void {
    const key = keyOf(probe, detector);
    let counts = this.counts.get(key);
    if (counts === undefined) {
      if (this.counts.size === this.most) throw new RangeError(`it has more than ${this.most} detectors`);
      counts = { passed: 0, fails: 0, nones: 0 };
      this.counts.set(key, counts);
    }
    for (const score of scores) {
      if (score === null) counts.nones++;
      else if (score < threshold) counts.passed++;
      else counts.fails++;
    }
  }

  of(probe: string, detector: string): Scored | null {
    return this.counts.get(keyOf(probe, detector)) ?? null;
  }
}

function keyOf(probe: string, detector: string): string {
  return JSON.stringify([probe, detector]);
}
