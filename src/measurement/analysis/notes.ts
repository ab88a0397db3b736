import type { AnalysisRequest } from "./request.ts";
import { MOST_CLASSES } from "./settings.ts";

/** What a reader must know before using the numbers. */
export function notesOn(request: AnalysisRequest, classes: readonly string[]): readonly string[] {
  const { entity, bootstrap, weight, count, metrics } = request;
  const notes: string[] = [];
  if (metrics !== null) {
    notes.push("Only the metrics that --metric asks for: no curves, no calibration, no disparities.");
  }
  if (entity !== null && bootstrap === null) {
    notes.push(
      `Every interval and test takes rows as independent, and rows of one "${entity}" may not be: --bootstrap draws them together.`,
    );
  }
  if (entity !== null && bootstrap !== null) {
    notes.push(
      `Rows of one "${entity}" are drawn together by the bootstrap; all other intervals and tests take rows as independent.`,
    );
  }
  if (count !== null) {
    notes.push(
      `A line stands for as many rows as "${count}" says: n, groups and intervals count rows; what needs the rows themselves is undefined.`,
    );
  }
  if (weight !== null) {
    notes.push(
      "The rows are weighted: weights are no counts of trials, so there are no intervals in closed form.",
    );
  }
  if (classes.length > MOST_CLASSES) {
    notes.push(`There are ${classes.length} classes: the averages are measured, and no class alone.`);
  }
  return notes;
}
