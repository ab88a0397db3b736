import type { Place } from "../../../../documents/place.ts";
import type { Json } from "../../../output/json.ts";
import { AttemptGroups } from "../attempt-groups.ts";
import { type Detection, detectionsOf, outcomesOf } from "./detections.ts";
import { Detectors } from "./detectors.ts";
import { type DigestScore, scoresOf } from "./digest.ts";
import { type Evaluation, evaluationOf } from "./evaluation.ts";
import { type Setup, setupOf, UNKNOWN_SETUP } from "./setup.ts";

/** An attempt is written with status 1 before it is judged, and once more with status 2 after. */
const JUDGED = 2;

/** A report, taken in record by record. Memory grows with its probes and detectors, not with its attempts. */
export class Run {
  readonly groups: AttemptGroups;
  readonly detectors: Detectors;
  readonly evaluations: Evaluation[] = [];
  setup: Setup = UNKNOWN_SETUP;
  digest: readonly DigestScore[] = [];
  /** Prompts put to the target, and prompts whose answers were judged, by probe. */
  started = 0;
  readonly judged = new Map<string, number>();
  time: string | null = null;
  completed = false;
  /** The first attempt with a score between 0 and 1, for which the threshold matters. */
  graded: Place | null = null;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
    this.groups = new AttemptGroups(most);
    this.detectors = new Detectors(most);
  }

  add(record: Json): void {
    switch (record.get("entry_type").text()) {
      case "start_run setup":
        this.setup = setupOf(record);
        return;
      case "init":
        this.time = record.get("start_time").text();
        return;
      case "attempt":
        if (record.get("status").number() === JUDGED) this.attempt(record);
        else this.started++;
        return;
      case "eval":
        if (this.evaluations.length === this.most)
          throw new RangeError(`it has more than ${this.most} evaluations`);
        this.evaluations.push(evaluationOf(record));
        return;
      case "completion":
        this.completed = true;
        return;
      case "digest":
        this.digest = scoresOf(record);
        return;
      default:
        return;
    }
  }

  get prompts(): number {
    let prompts = 0;
    for (const judged of this.judged.values()) prompts += judged;
    return prompts;
  }

  private attempt(record: Json): void {
    const { target, threshold } = this.setup;
    const probe = record.get("probe_classname").text() ?? "probe without a name";
    const detections = detectionsOf(record);
    const judge = this.judgeOf(detections);
    const suite = probe.slice(0, Math.max(0, probe.indexOf("."))) || probe;
    const group = { target, suite, category: probe, strategy: null, judge, adversarial: true };
    for (const outcome of outcomesOf(record, detections, threshold)) {
      this.groups.count(group, outcome, () => record.at);
    }
    for (const detection of detections) this.detectors.count(probe, detection, threshold);
    if (this.graded === null && detections.some(isGraded)) this.graded = record.at;
    this.judged.set(probe, (this.judged.get(probe) ?? 0) + 1);
  }

  private judgeOf(detections: readonly Detection[]): string | null {
    const judging = detections.some(({ detector }) => detector.startsWith("judge."));
    return judging ? (this.setup.judge ?? "") : null;
  }
}

function isGraded({ scores }: Detection): boolean {
  return scores.some((score) => score !== null && score > 0 && score < 1);
}
