import type { AttemptOutcome } from "../attempt-groups.ts";
import type { Row } from "./row.ts";

/** `failureReason` of a row that never got an answer. Source: promptfoo's ResultFailureReason. */
const ERROR = 2;

/**
 * A row that asserts nothing passes whatever the answer is, so that it is not scored. A row says `success`, and
 * its grading says `pass`: held is what both say. A failed row that was never graded failed to run, which is all
 * that tells an error in files of 2024.
 */
export function outcomeOf({ success, failureReason, grading }: Row): AttemptOutcome {
  if (failureReason === ERROR) return "error";
  if (success !== true) return grading.isMap ? "broke" : "error";
  if (grading.get("pass").boolean() === false) return "broke";
  return grading.get("componentResults").size === 0 ? "unscored" : "held";
}
