import type { Place } from "../../../../documents/place.ts";
import type { MetricFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import type { Scored } from "./detectors.ts";

/** What garak states of a probe and a detector. */
export interface Evaluation {
  readonly probe: string;
  readonly detector: string;
  readonly passed: number | null;
  readonly fails: number | null;
  readonly nones: number | null;
  /** Answers that could be judged. */
  readonly total: number | null;
  readonly at: Place;
}

/** Older reports call the total `total`, write no fails, and put "detector." before a detector's name. */
export function evaluationOf(record: Json): Evaluation {
  const passed = record.get("passed").number();
  const total = record.get("total_evaluated").number() ?? record.get("total").number();
  return {
    probe: record.get("probe").text() ?? "probe without a name",
    detector: (record.get("detector").text() ?? "detector without a name").replace(/^detector\./, ""),
    passed,
    fails: record.get("fails").number(),
    nones: record.get("nones").number(),
    total,
    at: record.at,
  };
}

/** Each count that garak states beside what the attempts give; `scored` is null when there are none. */
export function countsOf(evaluation: Evaluation, scored: Scored | null): Aggregate[] {
  const { probe, detector, at } = evaluation;
  const total = scored === null ? null : scored.passed + scored.fails;
  const rows = scored === null ? 0 : scored.passed + scored.fails + scored.nones;
  const because = scored === null ? "the report has no attempts of it" : null;
  const counts: [string, number | null, number | null][] = [
    ["passed", evaluation.passed, scored?.passed ?? null],
    ["fails", evaluation.fails, scored?.fails ?? null],
    ["nones", evaluation.nones, scored?.nones ?? null],
    ["total", evaluation.total, total],
  ];
  return counts.flatMap(([count, stated, recomputed]) => {
    if (stated === null) return [];
    const name = `${count}|${probe}|${detector}`;
    return [{ name, stated, recomputed, because, tolerance: 0, rows, at }];
  });
}

/** The rate that garak prints: attacks that a detector found successful among the answers that it could judge. */
export function successRateOf({ probe, detector, passed, total, at }: Evaluation): MetricFact {
  const judged = passed !== null && total !== null && total > 0;
  return {
    kind: "metric",
    name: "attack_success_rate",
    value: judged ? (total - passed) / total : null,
    split: null,
    dataset: null,
    slice: {},
    params: { probe, detector },
    n: total,
    at,
  };
}
