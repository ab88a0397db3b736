import type { Dossier } from "../case/dossier.ts";
import type { Claim } from "../inventory/claim.ts";
import type { Model } from "../inventory/model.ts";
import { TASKS, type Task } from "../inventory/vocabulary.ts";
import { findMetric } from "../statistics/registry.ts";

/** How to say the model's task: the one that its claims leave, else all that there are. */
export function taskFix({ card, model }: Dossier): string {
  const fitting = fittingTask(model);
  const task = fitting?.task ?? "…";
  const add =
    card.dialect === "native"
      ? `add \`model: { task: ${task} }\``
      : `add the line \`- Task: ${task}\` to ${card.path}`;
  return fitting ? `${add}, for ${fitting.because}` : `${add}, with one of ${TASKS.join(", ")}`;
}

/** The task that a card's claims can only be of; null where they leave several, or contradict each other. */
export function fittingTask({
  claims,
  prediction,
}: Pick<Model, "claims" | "prediction">): { task: Task; because: string } | null {
  const known = claims.filter((claim) => isOf(claim, "regression") || isOf(claim, "multiclass"));
  const onlyRegression = known.filter((claim) => isOf(claim, "regression") && !isOf(claim, "multiclass"));
  if (onlyRegression.length > 0) {
    const [first] = onlyRegression;
    if (onlyRegression.length < known.length || !first) return null;
    return { task: "regression", because: `"${first.metric.value}" is a metric of regression` };
  }
  const classes = new Set(
    claims.flatMap((claim) => [claim.class, claim.actual].filter((name) => name !== null)),
  );
  const most = Math.max(classes.size, prediction.classes?.value.length ?? 0);
  if (most > 2) return { task: "multiclass-classification", because: `the card names ${most} classes` };
  const averaged = known.find(isAveraged);
  if (!averaged) return null;
  return {
    task: "multiclass-classification",
    because: `"${averaged.metric.value}" is averaged over classes`,
  };
}

function isOf({ metric }: Claim, task: "regression" | "multiclass"): boolean {
  return findMetric(metric.value, task) !== null;
}

function isAveraged({ metric, average }: Claim): boolean {
  return average !== null || findMetric(metric.value, "multiclass")?.implied?.average !== undefined;
}
