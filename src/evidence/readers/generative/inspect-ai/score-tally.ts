import type { Json } from "../../../output/json.ts";
import { Moments } from "../moments.ts";
import { isCompound, scoreOf } from "./score-value.ts";

interface Question {
  sum: number;
  scored: number;
}

/** What one scorer gave: each answer, and each question over its epochs. */
export class ScoreTally {
  held = 0;
  broke = 0;
  partial = 0;
  unscored = 0;
  compound = false;
  readonly at: Json;
  private readonly questions = new Map<string, Question>();
  private readonly most: number;

  /** @throws RangeError from `add` when there are more questions than `most` */
  constructor(at: Json, most: number) {
    this.at = at;
    this.most = most;
  }

  add(id: string, value: Json): void {
    if (isCompound(value)) this.compound = true;
    const number = scoreOf(value);
    let question = this.questions.get(id);
    if (question === undefined) {
      if (this.questions.size === this.most) throw new RangeError(`it has more than ${this.most} questions`);
      question = { sum: 0, scored: 0 };
      this.questions.set(id, question);
    }
    if (number === null) {
      this.unscored++;
      return;
    }
    question.sum += number;
    question.scored++;
    if (number === 1) this.held++;
    else if (number === 0) this.broke++;
    else this.partial++;
  }

  get rows(): number {
    return this.held + this.broke + this.partial + this.unscored;
  }

  /** Over questions, each the mean of its epochs; what was never scored is left out. */
  get means(): Moments {
    const means = new Moments();
    for (const { sum, scored } of this.questions.values()) if (scored > 0) means.add(sum / scored);
    return means;
  }
}
