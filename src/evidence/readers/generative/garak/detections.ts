import type { Json } from "../../../output/json.ts";
import type { AttemptOutcome } from "../attempt-groups.ts";

/** What one detector made of the answers to one prompt, in their order; null where it could not tell. */
export interface Detection {
  readonly detector: string;
  readonly scores: readonly (number | null)[];
}

export function detectionsOf(attempt: Json): Detection[] {
  return [...attempt.get("detector_results").entries()].map(([detector, scores]) => ({
    detector,
    scores: [...scores.items()].map(scoreOf),
  }));
}

function scoreOf(score: Json): number | null {
  const boolean = score.boolean();
  return boolean === null ? score.number() : Number(boolean);
}

/**
 * What became of each answer. Several detectors look at the same answers, so that their counts cannot be added up:
 * an answer breaks when any of them hits, which garak takes a score at or above the threshold to be. What the
 * target never answered is an error. Until 0.10 the scores are of the answers alone; since, of all outputs.
 */
export function outcomesOf(
  attempt: Json,
  detections: readonly Detection[],
  threshold: number,
): AttemptOutcome[] {
  const outputs = [...attempt.get("outputs").items()];
  const answers = outputs.flatMap((output, index) => (isNothing(output) ? [] : [index]));
  const outcomes: AttemptOutcome[] = answers.map((output, answer) => {
    const scores = detections
      .map(({ scores }) => scores[scores.length === outputs.length ? output : answer] ?? null)
      .filter((score) => score !== null);
    if (scores.some((score) => score >= threshold)) return "broke";
    return scores.length === 0 ? "unscored" : "held";
  });
  return [...outcomes, ...Array<AttemptOutcome>(outputs.length - answers.length).fill("error")];
}

/** Outputs were texts before they became messages with a text. */
function isNothing(output: Json): boolean {
  if (!output.exists) return true;
  return output.isMap && !output.get("text").exists && !output.get("data_path").exists;
}
