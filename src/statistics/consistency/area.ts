import { cannotTell, type Finding } from "./finding.ts";
import { shareOfRows } from "./grim.ts";
import { against } from "./relation.ts";
import type { Resolved } from "./resolved.ts";

/**
 * ROC AUC against one point of its curve. A curve that never falls and passes through the false positive rate f
 * and the true positive rate t has an area from t (1 - f) to 1 - f (1 - t), both of them reached; it need not be
 * concave. So AUC 1 beside precision and recall of 0 is possible (a bad threshold), AUC below t (1 - f) is not.
 */
export function areaAtPoint(
  named: ReadonlyMap<string | undefined, Resolved>,
  decidedByScore: boolean,
): Finding[] {
  const area = named.get("roc_auc");
  const recall = named.get("recall");
  const specificity = named.get("specificity");
  if (!area || !recall || !specificity) return [];
  const about = [area, recall, specificity].map(({ reported }) => reported);
  if (!decidedByScore) {
    return [
      cannotTell(about, "an area binds recall and specificity only if the same score made the decisions"),
    ];
  }
  const range = {
    low: recall.window.low * specificity.window.low,
    high: 1 - (1 - specificity.window.high) * (1 - recall.window.high),
  };
  const law = "a curve through recall r and specificity s has an area from r s to 1 - (1 - r) (1 - s)";
  return [against(area, [recall, specificity], range, law)];
}

/**
 * ROC AUC is a whole number of half pairs of one positive and one negative, k / (2 · P · N).
 * Source: H. Mann, D. Whitney (1947); ties count half.
 */
export function areaOfPairs(area: Resolved, positives: number, negatives: number): Finding {
  const halves = 2 * positives * negatives;
  if (halves === 0) return cannotTell([area.reported], "an area needs both classes");
  return shareOfRows(area.reported, halves, "half pairs of a positive and a negative");
}
