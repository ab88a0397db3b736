import type { Place } from "../../../../documents/place.ts";
import type { Fact } from "../../../output/fact.ts";
import type { Aggregate, Shortfall } from "../../../output/output.ts";
import { AttemptGroups } from "../attempt-groups.ts";
import { Moments } from "../moments.ts";
import { isJudged, yesOf } from "./metric-name.ts";
import type { Summary } from "./summary.ts";

/** The rows of a result as they are met: sums, never the rows. */
export class Scores {
  rows = 0;
  readonly at: Place;
  private readonly metrics: ReadonlyMap<string, Moments>;
  private readonly groups: AttemptGroups;
  /** The first row without a score. */
  private gap: Place | null = null;
  private broken: { readonly says: string; readonly at: Place } | null = null;

  constructor(metrics: readonly string[], at: Place) {
    this.at = at;
    this.metrics = new Map(metrics.map((metric) => [metric, new Moments()]));
    this.groups = new AttemptGroups(metrics.length);
  }

  /** `scoreOf` gives null for what was not scored, which is never 0. */
  addRow(scoreOf: (metric: string) => number | null, at: () => Place): void {
    this.rows++;
    for (const [category, moments] of this.metrics) {
      const score = scoreOf(category);
      if (score === null) this.gap ??= at();
      else moments.add(score);
      const judge = isJudged(category) ? "" : null;
      const group = { target: null, suite: "ragas", category, strategy: null, judge, adversarial: false };
      this.groups.count(group, outcomeOf(category, score), at);
    }
  }

  addBroken(says: string, at: Place): void {
    this.broken ??= { says, at };
  }

  get facts(): Fact[] {
    const about = { kind: "metric", split: null, dataset: null, slice: {}, params: {} } as const;
    const means = [...this.metrics].map(
      ([name, { mean, count }]): Fact => ({ ...about, name, value: mean, n: count, at: this.at }),
    );
    return [...this.groups.facts(1), ...means];
  }

  get shortfalls(): Shortfall[] {
    const shortfalls: Shortfall[] = [];
    if (this.broken !== null) {
      const { says, at } = this.broken;
      shortfalls.push({ code: "unfinished", says, fix: "write the result again", at });
    }
    if (this.rows === 0) {
      const says = "it has no row";
      shortfalls.push({ code: "empty", says, fix: "run `evaluate` with its questions", at: this.at });
    }
    const missing = [...this.metrics].filter(([, { count }]) => count < this.rows);
    if (missing[0]) {
      const [name, { count }] = missing[0];
      const others = missing.length > 1 ? `, and ${missing.length - 1} more metrics have gaps` : "";
      const says = `${this.rows - count} of ${this.rows} rows have no score of ${name}${others}`;
      const fix = "run `evaluate` with `raise_exceptions=True`, until every row is scored";
      shortfalls.push({ code: "errors", says, fix, at: this.gap ?? this.at });
    }
    return shortfalls;
  }

  /** The averages that a summary states, with what the rows give. `rounding` is what the rows themselves lost. */
  aggregates(summary: Summary, rounding: number): Aggregate[] {
    return summary.flatMap(({ metric, value, rounded, at }) => {
      if (value === null) return [];
      const moments = this.metrics.get(metric);
      const recomputed = moments?.mean ?? null;
      const because = recomputed === null ? "no row has a score of it" : null;
      const tolerance = rounded + rounding;
      return [{ name: metric, stated: value, recomputed, because, tolerance, rows: moments?.count ?? 0, at }];
    });
  }
}

/** A share is no verdict. */
function outcomeOf(metric: string, score: number | null): "held" | "broke" | "unscored" {
  const yes = yesOf(metric);
  if (yes === null || (score !== 0 && score !== 1)) return "unscored";
  return (score === 1) === (yes === "held") ? "held" : "broke";
}
