import type { Place } from "../../../documents/place.ts";
import type { AttemptsFact } from "../../output/fact.ts";

/** What the attempts of one group have in common. */
export type AttemptGroup = Pick<
  AttemptsFact,
  "target" | "suite" | "category" | "strategy" | "judge" | "adversarial"
>;

/** What became of one attempt, as the fields of the fact have it. */
export type AttemptOutcome = "held" | "broke" | "error" | "unscored";

interface Counted extends AttemptGroup, Record<AttemptOutcome, number> {
  readonly at: Place;
}

/** Attempts counted by group: memory grows with the groups, never with the attempts. */
export class AttemptGroups {
  readonly total: Record<AttemptOutcome, number> = { held: 0, broke: 0, error: 0, unscored: 0 };
  private readonly groups = new Map<string, Counted>();
  private readonly most: number;

  /** @throws RangeError from `count` when there are more groups than `most`. */
  constructor(most: number) {
    this.most = most;
  }

  get attempts(): number {
    return this.total.held + this.total.broke + this.total.error + this.total.unscored;
  }

  /** `placed` is asked once, for the group's first attempt. */
  count(group: AttemptGroup, outcome: AttemptOutcome, placed: () => Place): void {
    const { target, suite, category, strategy, judge, adversarial } = group;
    const key = JSON.stringify([target, suite, category, strategy, judge, adversarial]);
    let counted = this.groups.get(key);
    if (counted === undefined) {
      if (this.groups.size === this.most)
        throw new RangeError(`it has more than ${this.most} kinds of attempt`);
      counted = {
        target,
        suite,
        category,
        strategy,
        judge,
        adversarial,
        held: 0,
        broke: 0,
        error: 0,
        unscored: 0,
        at: placed(),
      };
      this.groups.set(key, counted);
    }
    counted[outcome]++;
    this.total[outcome]++;
  }

  /** The only target that there is, or null. */
  get target(): string | null {
    const targets = new Set([...this.groups.values()].map(({ target }) => target));
    const [only = null] = targets;
    return targets.size === 1 ? only : null;
  }

  facts(repeat: number): AttemptsFact[] {
    return [...this.groups.values()].map((counted) => ({ kind: "attempts", ...counted, repeat }));
  }
}
