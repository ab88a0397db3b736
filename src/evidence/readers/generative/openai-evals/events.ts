import type { Place } from "../../../../documents/place.ts";
import { Sum } from "../../../../statistics/sum.ts";
import type { Json } from "../../../output/json.ts";
import type { AttemptOutcome } from "../attempt-groups.ts";

type Outcomes = Record<AttemptOutcome, number>;

/** The events of a run, counted: memory grows with the names of metrics and choices, not with the samples. */
export class Events {
  readonly matches = none();
  readonly metrics = none();
  readonly means = new Map<string, { readonly sum: Sum; n: number }>();
  readonly choices = new Map<string, number>();
  errors = 0;
  first: Place | null = null;
  private readonly most: number;

  /** @throws RangeError from `add` when there are more names than `most`. */
  constructor(most: number) {
    this.most = most;
  }

  add(event: Json): void {
    const data = event.get("data");
    switch (event.get("type").text()) {
      case "match":
        this.matches[matchOf(data.get("correct").boolean())]++;
        break;
      case "metrics":
        this.metrics[metricsOutcome(data)]++;
        this.addMetrics(data);
        break;
      case "error":
        this.errors++;
        break;
      default:
        return;
    }
    this.first ??= event.at;
  }

  /** One outcome a sample: what was compared goes before what was measured of it. */
  get outcomes(): Readonly<Outcomes> {
    const judged = total(this.matches) > 0 ? this.matches : this.metrics;
    return { ...judged, error: judged.error + this.errors };
  }

  private addMetrics(data: Json): void {
    const choice = data.get("choice").text();
    if (choice !== null) {
      this.choices.set(choice, (this.choices.get(choice) ?? 0) + 1);
      this.bound(this.choices.size);
    }
    for (const [name, value] of data.entries()) {
      const number = value.number() ?? numberOf(value.boolean());
      if (number === null) continue;
      const mean = this.means.get(name) ?? { sum: new Sum(), n: 0 };
      this.means.set(name, mean);
      this.bound(this.means.size);
      mean.sum.add(number);
      mean.n++;
    }
  }

  private bound(size: number): void {
    if (size > this.most) throw new RangeError(`it has more than ${this.most} metrics or choices`);
  }
}

function none(): Outcomes {
  return { held: 0, broke: 0, error: 0, unscored: 0 };
}

export function total({ held, broke, error, unscored }: Readonly<Outcomes>): number {
  return held + broke + error + unscored;
}

function matchOf(correct: boolean | null): AttemptOutcome {
  if (correct === null) return "unscored";
  return correct ? "held" : "broke";
}

/** A judge's answer that is none of its choices. Source: evals' modelgraded. */
const INVALID = "__invalid__";

/** Right or wrong, where accuracy or the judge's score says one of them; a share of right is neither. */
function metricsOutcome(data: Json): AttemptOutcome {
  if (data.get("choice").text() === INVALID) return "unscored";
  const said = data.get("accuracy").exists ? data.get("accuracy") : data.get("score");
  const score = said.number() ?? numberOf(said.boolean());
  if (score === 1) return "held";
  return score === 0 ? "broke" : "unscored";
}

function numberOf(boolean: boolean | null): number | null {
  return boolean === null ? null : Number(boolean);
}
