import { expect, it } from "vitest";
import { modelFrom } from "../../src/inventory/record.ts";
import { fittingTask } from "../../src/measurement/fitting-task.ts";
import { nativeCard } from "../support/cards.ts";

const claims = (...metrics: string[]) =>
  `metrics: [${metrics.map((metric) => `{ ${metric}, value: 0.5 }`).join(", ")}]`;

it.each<[string, string | null, string]>([
  [claims("name: rmse", "name: r2"), "regression", '"rmse" is a metric of regression'],
  [claims("name: rmse", "name: no_such"), "regression", "rmse"],
  [claims("name: rmse", "name: f1"), null, ""],
  [claims("name: accuracy", "name: f1"), null, ""],
  [claims("name: f1_macro"), "multiclass-classification", '"f1_macro" is averaged over classes'],
  [claims("name: f1, average: weighted"), "multiclass-classification", "averaged over classes"],
  [claims("name: recall, class: a", "name: recall, class: b"), null, ""],
  [
    claims("name: recall, class: a", "name: recall, class: b", "name: recall, class: c"),
    "multiclass-classification",
    "the card names 3 classes",
  ],
  ["prediction: { classes: [a, b, c] }", "multiclass-classification", "the card names 3 classes"],
  ["prediction: { classes: [a, b] }", null, ""],
  ["limitations: [none known]", null, ""],
])("%s leaves %s", async (text, task, because) => {
  const fitting = fittingTask(modelFrom(await nativeCard(`model: { id: a }\n${text}\n`)));
  expect(fitting?.task ?? null).toBe(task);
  expect(fitting?.because ?? "").toContain(because);
});
