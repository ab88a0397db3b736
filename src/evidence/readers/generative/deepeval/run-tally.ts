import type { Json } from "../../../output/json.ts";
import { isoOf } from "../../iso-time.ts";
import { AttemptGroups } from "../attempt-groups.ts";
import { MetricTally } from "./metric-tally.ts";
import { casesOf, verdictsOf } from "./verdict.ts";

/** All test cases of a run, counted. */
export class RunTally {
  readonly metrics = new Map<string, MetricTally>();
  readonly groups: AttemptGroups;
  passed = 0;
  failed = 0;
  /** Cases whose own verdict is that of their metrics. */
  agreeing = 0;
  /** Cases that no metric was put to. */
  unasked = 0;
  flaky = 0;
  /** When the last trace ended, which is all the time that a file may have. */
  ended: string | null = null;

  /** @throws RangeError when there are more metrics than `most` */
  constructor(run: Json, most: number) {
    for (const testCase of casesOf(run)) this.addCase(testCase, most);
    this.groups = new AttemptGroups(most);
    const target = targetOf(run.get("hyperparameters"));
    const suite = run.get("datasetAlias").text() || "deepeval";
    for (const testCase of casesOf(run)) {
      for (const verdict of verdictsOf(testCase)) {
        const { metric: category, judge, at } = verdict;
        const group = { target, suite, category, strategy: null, judge, adversarial: false };
        const outcome = this.metrics.get(category)?.outcomeOf(verdict) ?? "unscored";
        this.groups.count(group, outcome, at);
      }
    }
  }

  private addCase(testCase: Json, most: number): void {
    let decided: boolean | null = testCase.get("expectationsData", "success").boolean();
    let asked = decided !== null;
    for (const verdict of verdictsOf(testCase)) {
      asked = true;
      let tally = this.metrics.get(verdict.metric);
      if (tally === undefined) {
        if (this.metrics.size === most) throw new RangeError(`it has more than ${most} metrics`);
        tally = new MetricTally(verdict);
        this.metrics.set(verdict.metric, tally);
      }
      tally.add(verdict);
      if (verdict.flaky) this.flaky++;
      else if (verdict.success !== null) decided = decided !== false && verdict.success;
    }
    for (const metric of testCase.get("trace", "metricsData").items())
      if (metric.get("success").boolean() === false) decided = false;
    if (!asked) this.unasked++;
    const success = testCase.get("success").boolean();
    if (success === true) this.passed++;
    if (success === false) this.failed++;
    if (success !== null && (decided === null || decided === success)) this.agreeing++;
    const ended = isoOf(testCase.get("trace", "endTime").text());
    if (ended !== null && (this.ended === null || ended > this.ended)) this.ended = ended;
  }
}

const MODEL_KEYS: ReadonlySet<string> = new Set(["llm", "llm model", "model", "model name", "model_name"]);

/** Hyperparameters are the user's own; the model is under one of the names that DeepEval's pages use. */
function targetOf(hyperparameters: Json): string | null {
  for (const [key, value] of hyperparameters.entries())
    if (MODEL_KEYS.has(key.toLowerCase()) && value.text()) return value.text();
  return null;
}
