import { counted } from "../../measurement/number-format.ts";
import { sampleTask } from "../../measurement/task.ts";
import { heldTogether } from "../../measurement/together/together.ts";
import { defineRule } from "../rule.ts";
import { notApplicable } from "../verdict.ts";
import { brokenIn, brokenOverall, givenTwice, holding, unanswered } from "./possible-verdicts.ts";

export default defineRule({
  id: "performance/claims-possible",
  question: "Could any data give the reported numbers?",
  why: "Numbers of the same rows bind one another: F1 follows from precision and recall, accuracy is a whole number of rows, and no recall is above that of every group. A set that no data can give holds a mistyped number or one of other rows, and that can be told without the data.",
  controls: ["PER-01"],
  remedy: {
    says: "Correct the number that was mistyped. When all are right, they are not of the same rows and decisions: say in each claim which split, slice, threshold or average it is of.",
    yaml: `
data: [{ split: test, rows: 450 }]
metrics:
  - { name: precision, value: 0.90, split: test }
  - { name: recall, value: 0.80, split: test }
  - { name: f1, value: 0.85, split: test }
  - { name: f1, value: 0.81, split: test, average: macro }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
metrics:
  - { name: precision, value: 0.90, split: test }
  - { name: recall, value: 0.80, split: test }
  - { name: f1, value: 0.95, split: test }
`,
    },
    passing: {
      "model-card.yaml": { "0.95": "0.85" },
    },
  },
  parameters: {},
  needs: ({ bindings }) => bindings.flatMap((binding) => (binding.kind === "bound" ? [binding.need] : [])),
  *check({ bindings, after }, measured) {
    const { task } = after.model;
    const sampled = task && sampleTask(task.value);
    const kind = sampled === "multilabel" ? null : sampled;
    if (bindings.length === 0) yield notApplicable("the card reports no metric");
    else if (!task) yield notApplicable("the card does not say the model's task");
    else if (!kind) yield notApplicable(`no law is known here that binds the metrics of ${task.value}`);
    if (!kind || bindings.length === 0) return;
    const { groups, overalls } = heldTogether(bindings, measured, kind, after);
    const told = [
      ...groups.flatMap(brokenIn),
      ...overalls.flatMap(brokenOverall),
      ...givenTwice(groups),
      ...groups.flatMap(unanswered),
      ...holding(groups, overalls),
    ];
    if (told.length === 0) {
      const reported = counted(bindings.length, "reported number");
      yield notApplicable(`none of the ${reported} is known to bind another`);
    }
    yield* told;
  },
});
