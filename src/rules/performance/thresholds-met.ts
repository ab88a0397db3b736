import { TASKS } from "../../inventory/vocabulary.ts";
import { meaningOf } from "../../measurement/describe.ts";
import { taskFix } from "../../measurement/fitting-task.ts";
import { counted } from "../../measurement/number-format.ts";
import type { MetricResult } from "../../measurement/result.ts";
import { isTooSmall, TOO_SMALL } from "../../measurement/settle.ts";
import { defineRule } from "../rule.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";
import { type Limit, type LimitSettings, limitsOf } from "./limit.ts";

export default defineRule<LimitSettings>({
  id: "performance/thresholds-met",
  question: "Is every required limit met, with confidence and not only on average?",
  why: "A metric from a few hundred rows is an estimate. A limit is met when the pessimistic end of its interval meets it; when only the estimate does, the evidence is too small to tell.",
  controls: ["PER-03"],
  remedy: {
    says: "A limit that the estimate misses needs a better model. One that only the interval misses needs more rows. A limit that was wrong is corrected where it is set, here in the card, with its owner's agreement.",
    yaml: `
requirements:
  - { id: Q1, says: Finds six defaults in ten, metric: recall, at_least: 0.6, split: test }
evidence:
  - { kind: predictions, path: evidence/test-predictions-of-two-years.csv, split: test }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
requirements: [{ id: Q1, metric: recall, at_least: 0.6, split: test }]
evidence: [{ kind: predictions, path: test.csv, split: test, columns: { count: n } }]
`,
      "test.csv": `
y_true,y_pred,n
1,1,55
1,0,45
0,0,90
0,1,10
`,
    },
    passing: {
      "test.csv": { "1,1,55\n1,0,45": "1,1,80\n1,0,20" },
    },
  },
  parameters: {
    confidence: {
      description: "One-sided confidence with which a limit must hold.",
      stricter: "higher",
      default: 0.95,
      type: "number",
      exclusiveMinimum: 0.5,
      exclusiveMaximum: 1,
    },
    split: {
      description: "The split that limits are about when they name none.",
      stricter: "nearest",
      default: "test",
      type: "string",
    },
    thresholds: {
      description: "Limits for every model of a task, beside the requirements that its own card states.",
      stricter: { by: ["metric", "task", "split", "average"], of: { at_least: "higher", at_most: "lower" } },
      default: [],
      type: "array",
      items: {
        type: "object",
        required: ["metric"],
        additionalProperties: false,
        properties: {
          metric: { type: "string", description: "A metric of docs/metrics.md." },
          task: { enum: TASKS, description: "The task of the models that it is for; any when left out." },
          split: {
            type: "string",
            description: "The split whose predictions give it; the parameter `split` when left out.",
          },
          average: {
            enum: ["macro", "micro", "weighted"],
            description: "How a metric of several classes is averaged.",
          },
          at_least: { type: "number", description: "The lowest value that is allowed." },
          at_most: { type: "number", description: "The highest value that is allowed." },
        },
      },
    },
  },
  *needs({ before, after }, parameters) {
    for (const { binding } of limitsOf(after, before, parameters))
      if (binding.kind === "bound") yield binding.need;
  },
  *check({ before, after }, measured, parameters) {
    const { task, id } = after.model;
    const limits = limitsOf(after, before, parameters);
    const byTask = task === null && parameters.thresholds.some((threshold) => threshold.task !== undefined);
    if (byTask) {
      yield cannotTell({
        about: "task",
        at: id.at,
        says: "the card does not say the model's task, and the policy's limits depend on it",
        needs: taskFix(after),
      });
    } else if (limits.length === 0)
      yield notApplicable("neither the policy nor the card sets a limit for this task");
    for (const limit of limits) {
      const { binding } = limit;
      yield binding.kind === "bound"
        ? judge(limit, measured.of(binding.need))
        : unchecked(limit, `cannot be checked: ${binding.says}`, binding.fix);
    }
  },
});

function unchecked(limit: Limit, why: string, needs: string): Verdict {
  return cannotTell({ ...subjectOf(limit), says: `${limit.phrase} ${why}`, needs });
}

function subjectOf({ id, binding }: Limit) {
  return { about: `${id}|${meaningOf(binding)}`, at: binding.claim.at };
}

function judge(limit: Limit, result: MetricResult): Verdict {
  const { phrase, binding, atLeast, atMost } = limit;
  if (atLeast === null && atMost === null)
    return unchecked(limit, "cannot be checked: it gives no number", "add `at_least:` or `at_most:` to it");
  if (isTooSmall(binding.claim.slice, result))
    return unchecked(limit, `cannot be checked: ${TOO_SMALL}`, "evaluate on more rows of this slice");
  switch (result.kind) {
    case "cannot-tell":
      return unchecked(limit, `cannot be checked: ${result.says}`, result.fix);
    case "undefined": {
      const why = `is undefined on ${counted(result.n, "row")}: ${result.reason}`;
      return unchecked(limit, why, "add rows on which it is defined");
    }
    case "value": {
      const meets = (low: number, high: number) =>
        (atLeast === null || low >= atLeast) && (atMost === null || high <= atMost);
      const { value, n, interval } = result;
      const measured = `${value.toFixed(4)} on ${counted(n, "row")}`;
      if (!meets(value, value)) {
        const fix =
          "improve the model on this metric, or have the owner of the limit change it with a reason";
        return finding({ ...subjectOf(limit), says: `${phrase} is not met: ${measured}`, fix });
      }
      if (!interval) {
        const why = `is met by the estimate ${measured}, and no interval is known for it`;
        return unchecked(limit, why, "set the limit on a metric that has a closed-form interval");
      }
      const range = `[${interval.low.toFixed(4)}, ${interval.high.toFixed(4)}]`;
      if (meets(interval.low, interval.high))
        return fine({ checked: `${phrase} holds: ${measured} ${range}` });
      const why = `is met by the estimate ${measured}, not by its interval ${range}`;
      return unchecked(limit, why, "evaluate on more rows");
    }
  }
}
