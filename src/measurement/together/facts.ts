import type { Dossier } from "../../case/dossier.ts";
import type { PredictionSettings } from "../../inventory/model.ts";
import type { Facts } from "../../statistics/consistency/consistency.ts";
import type { Reported } from "../../statistics/consistency/reported.ts";
import type { BoundTask } from "../../statistics/consistency/resolved.ts";
import { isCount } from "../../statistics/consistency/whole-count.ts";
import { binaryClasses, spellingOf } from "../classes.ts";
import { type ClassSizes, statedClassSizes } from "./class-sizes.ts";
import type { SameRows } from "./group.ts";

/** What the card, or the table behind its numbers, says of the rows that they are of. */
export function factsOf(
  rows: SameRows,
  reported: readonly Reported[],
  task: BoundTask,
  dossier: Dossier,
): Facts {
  const stated = statedClassSizes(rows.numbers);
  const total = [...stated.values()].reduce((sum, size) => sum + size, 0);
  const elsewhere = rows.n ?? measuredOn(rows) ?? rowsOfData(rows, dossier);
  const { prediction } = dossier.model;
  const sizes = elsewhere === null || elsewhere === total ? stated : new Map<string, number>();
  switch (task) {
    case "binary":
      return binaryFacts(elsewhere, stated, reported, prediction);
    case "multiclass": {
      // Only all classes together bind an average, and only a count from elsewhere tells that these are all.
      const all = prediction.classes?.value ?? (elsewhere === total ? [...sizes.keys()] : []);
      const classes = [...new Set(all)].map((name) => ({ name, n: sizes.get(name) ?? null }));
      return { task, n: elsewhere, classes: classes.length > 0 ? classes : null };
    }
    case "regression":
      return { task, n: elsewhere };
  }
}

function measuredOn({ numbers }: SameRows): number | null {
  const counts = new Set(numbers.flatMap((one) => one.measuredOn ?? []));
  return counts.size === 1 ? [...counts][0]! : null;
}

/** The rows that the card gives for the split, where it gives one count for it. */
function rowsOfData({ split, dataset, slice }: SameRows, { model }: Dossier): number | null {
  if (split === null || Object.keys(slice).length > 0) return null;
  const fitting = model.data.filter(
    (one) =>
      one.split?.value === split && (dataset === null || one.name === null || one.name.value === dataset),
  );
  const counts = new Set(fitting.flatMap(({ rows }) => (rows && isCount(rows.value) ? [rows.value] : [])));
  return fitting.length === 1 && counts.size === 1 ? [...counts][0]! : null;
}

function binaryFacts(
  elsewhere: number | null,
  stated: ClassSizes,
  reported: readonly Reported[],
  prediction: PredictionSettings,
): Facts {
  const classes = binaryNames([...stated.keys()], reported, prediction);
  const [negatives, positives] = (classes ?? []).map((name) => stated.get(name) ?? null);
  const total = negatives != null && positives != null ? negatives + positives : null;
  const n = elsewhere ?? total;
  const fits = positives != null && (total === null || total === n) && (n === null || positives <= n);
  return { task: "binary", n, positives: fits ? positives : null, classes, decidedByScore: false };
}

/** Where no number is of "the positive class" unnamed, either of the two may be called so. */
function binaryNames(
  sized: readonly string[],
  reported: readonly Reported[],
  prediction: PredictionSettings,
): readonly [string, string] | null {
  const named = [
    ...sized,
    ...reported.flatMap((one) => one.class ?? []),
    ...(prediction.classes?.value ?? []),
  ];
  const positive = prediction.positiveClass?.value;
  const names = [...new Set(positive === undefined ? named : [...named, positive])];
  const [first, second, ...more] = names;
  if (first === undefined || second === undefined || more.length > 0) return null;
  const told = binaryClasses(names, prediction, spellingOf(names));
  if (told.kind === "classes" && names.includes(told.negative) && names.includes(told.positive)) {
    return [told.negative, told.positive];
  }
  return reported.every(isOfBothAlike) ? [first, second] : null;
}

const SYMMETRIC: ReadonlySet<string> = new Set([
  "accuracy",
  "balanced_accuracy",
  "matthews_corrcoef",
  "cohen_kappa",
  "roc_auc",
  "log_loss",
  "confusion_matrix",
]);

function isOfBothAlike({ metric, class: of, average }: Reported): boolean {
  return of !== undefined || average !== undefined || SYMMETRIC.has(metric);
}
