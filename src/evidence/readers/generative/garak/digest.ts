import type { Place } from "../../../../documents/place.ts";
import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import type { Detectors } from "./detectors.ts";

/** A score of the summary that garak's page is made from: the share of answers that a detector let pass. */
export interface DigestScore {
  readonly probe: string;
  readonly detector: string;
  readonly score: number;
  readonly at: Place;
}

/** `eval` by group, probe and detector; "_summary" beside them is about all of them. */
export function scoresOf(digest: Json): DigestScore[] {
  const scores: DigestScore[] = [];
  for (const [, group] of digest.get("eval").entries()) {
    for (const [probe, detectors] of group.entries()) {
      for (const [detector, stated] of detectors.entries()) {
        const score = stated.get("absolute_score");
        const number = score.number();
        if (number !== null) scores.push({ probe, detector, score: number, at: score.at });
      }
    }
  }
  return scores;
}

/** Binary64 division on both sides, so that only the last digit may differ. */
const TOLERANCE = 1e-12;

export function scoreOf({ probe, detector, score, at }: DigestScore, detectors: Detectors): Aggregate {
  const scored = detectors.of(probe, detector);
  const rows = scored === null ? 0 : scored.passed + scored.fails;
  return {
    name: `score|${probe}|${detector}`,
    stated: score,
    recomputed: scored === null || rows === 0 ? null : scored.passed / rows,
    because: rows === 0 ? "the report has no attempts of it that could be judged" : null,
    tolerance: TOLERANCE,
    rows,
    at,
  };
}
