import type { Dossier } from "../../case/dossier.ts";
import type { Task } from "../../inventory/vocabulary.ts";
import { bindAsk } from "../../measurement/ask.ts";
import type { Binding } from "../../measurement/bind.ts";
import { meaningOf, phraseOf } from "../../measurement/describe.ts";
import { counted } from "../../measurement/number-format.ts";
import type { MetricResult } from "../../measurement/result.ts";
import { defineRule } from "../rule.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";

interface Threshold {
  readonly metric: string;
  readonly task?: Task;
  readonly split?: string;
  readonly average?: "macro" | "micro" | "weighted";
  readonly at_least?: number;
  readonly at_most?: number;
}

interface Parameters {
  readonly confidence: number;
  readonly split: string;
  readonly thresholds: readonly Threshold[];
}

export default defineRule<Parameters>({
  id: "performance/thresholds-met",
  question: "Is every required limit met, with confidence and not only on average?",
  why: "A metric from a few hundred rows is an estimate. A limit is met when the pessimistic end of its interval meets it; when only the estimate does, the evidence is too small to tell.",
  controls: ["PER-03"],
  parameters: {
    confidence: {
      description: "One-sided confidence with which a limit must hold.",
      default: 0.95,
      type: "number",
      exclusiveMinimum: 0.5,
      exclusiveMaximum: 1,
    },
    split: {
      description: "The split that limits are about when they name none.",
      default: "test",
      type: "string",
    },
    thresholds: {
      description: "Limits for every model of a task, beside the requirements that its own card states.",
      default: [],
      type: "array",
      items: {
        type: "object",
        required: ["metric"],
        additionalProperties: false,
        properties: {
          metric: { type: "string" },
          task: { type: "string" },
          split: { type: "string" },
          average: { enum: ["macro", "micro", "weighted"] },
          at_least: { type: "number" },
          at_most: { type: "number" },
        },
      },
    },
  },
  *needs({ after }, parameters) {
    for (const { binding } of limitsOf(after, parameters)) if (binding.kind === "bound") yield binding.need;
  },
  *check({ after }, measured, parameters) {
    const limits = limitsOf(after, parameters);
    if (limits.length === 0)
      yield notApplicable("neither the policy nor the card sets a limit for this task");
    for (const limit of limits) {
      const { binding, phrase, source } = limit;
      const about = `${limit.id}|${meaningOf(binding)}`;
      const at = binding.claim.at;
      if (binding.kind !== "bound") {
        yield cannotTell({
          about,
          at,
          says: `${source}: ${phrase} cannot be checked: ${binding.says}`,
          needs: binding.fix,
        });
        continue;
      }
      yield judge(limit, measured.of(binding.need), about);
    }
  },
});

interface Limit {
  readonly id: string;
  readonly source: string;
  readonly phrase: string;
  readonly binding: Binding;
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

function limitsOf(after: Dossier, { thresholds, confidence, split }: Parameters): Limit[] {
  const { model } = after;
  const twoSided = 2 * confidence - 1;
  const common = { threshold: null, confidence: twoSided };
  const fromPolicy = thresholds
    .filter((threshold) => threshold.task === undefined || threshold.task === model.task?.value)
    .map((threshold) => {
      const where = {
        split: threshold.split ?? split,
        slice: {},
        average: threshold.average ?? null,
        at: model.id.at,
      };
      const binding = bindAsk({ metric: threshold.metric, ...where, ...common }, after);
      return limit(
        "policy",
        "the policy's limit",
        binding,
        threshold.at_least ?? null,
        threshold.at_most ?? null,
      );
    });
  const fromCard = model.requirements.flatMap((requirement, index) => {
    if (!requirement.metric) return [];
    const where = {
      split: requirement.split?.value ?? split,
      slice: requirement.slice,
      average: null,
      at: requirement.at,
    };
    const binding = bindAsk({ metric: requirement.metric.value, ...where, ...common }, after);
    const id = requirement.id?.value ?? `requirement ${index + 1}`;
    return [
      limit(
        id,
        `requirement ${id}`,
        binding,
        requirement.atLeast?.value ?? null,
        requirement.atMost?.value ?? null,
      ),
    ];
  });
  return [...fromPolicy, ...fromCard].filter(({ atLeast, atMost }) => atLeast !== null || atMost !== null);
}

function limit(
  id: string,
  source: string,
  binding: Binding,
  atLeast: number | null,
  atMost: number | null,
): Limit {
  const bounds = [atLeast !== null ? `at least ${atLeast}` : "", atMost !== null ? `at most ${atMost}` : ""];
  return {
    id,
    source,
    binding,
    atLeast,
    atMost,
    phrase: `${phraseOf(binding)} ${bounds.filter(Boolean).join(" and ")}`,
  };
}

function judge(
  { source, phrase, binding, atLeast, atMost }: Limit,
  result: MetricResult,
  about: string,
): Verdict {
  const at = binding.claim.at;
  switch (result.kind) {
    case "cannot-tell":
      return cannotTell({
        about,
        at,
        says: `${source}: ${phrase} cannot be checked: ${result.says}`,
        needs: result.fix,
      });
    case "undefined": {
      const says = `${source}: ${phrase} is undefined on ${counted(result.n, "row")}: ${result.reason}`;
      return cannotTell({ about, at, says, needs: "add rows on which it is defined" });
    }
    case "value": {
      const meets = (low: number, high: number) =>
        (atLeast === null || low >= atLeast) && (atMost === null || high <= atMost);
      const { value, n, interval } = result;
      const measured = `${value.toFixed(4)} on ${counted(n, "row")}`;
      if (!meets(value, value)) {
        const fix =
          "improve the model on this metric, or have the owner of the limit change it with a reason";
        return finding({ about, at, says: `${source}: ${phrase} is not met: ${measured}`, fix });
      }
      if (!interval) {
        const says = `${source}: ${phrase} is met by the estimate ${measured}, and no interval is known for it`;
        return cannotTell({
          about,
          at,
          says,
          needs: "set the limit on a metric that has a closed-form interval",
        });
      }
      const range = `[${interval.low.toFixed(4)}, ${interval.high.toFixed(4)}]`;
      if (meets(interval.low, interval.high))
        return fine({ checked: `${source}: ${phrase} holds: ${measured} ${range}` });
      const says = `${source}: ${phrase} is met by the estimate ${measured}, not by its interval ${range}`;
      return cannotTell({ about, at, says, needs: "evaluate on more rows" });
    }
  }
}
