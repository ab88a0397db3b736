import { defineRule } from "../rule.ts";
import { finding, fine } from "../verdict.ts";

export default defineRule({
  id: "inventory/card-kept",
  question: "Was a model retired before its card was taken away?",
  why: "Without its card a model is no longer judged, though it may still run. Retiring it first leaves the record of who decided, and lets its deployments be found.",
  controls: ["INV-05"],
  remedy: {
    says: "Bring the card back and retire the model first. Once that is on the base, a later change may take the card away.",
    yaml: `
model:
  id: credit-default
  version: 3.1.0
  lifecycle: retired
`,
  },
  example: {
    failing: {
      "base/model-card.yaml": `
model: { id: churn, lifecycle: production }
`,
    },
    passing: {
      "base/model-card.yaml": { production: "retired" },
    },
  },
  parameters: {},
  judges: "removed",
  needs: () => [],
  *check({ after }) {
    const { lifecycle, id } = after.model;
    if (lifecycle?.value === "retired" || lifecycle?.value === "development") {
      yield fine({ checked: `the model was in ${lifecycle.value} when its card was removed` });
      return;
    }
    yield finding({
      about: "card",
      at: id.at,
      says: `the card of "${id.value}" is removed while the model is in ${lifecycle?.value ?? "an unstated stage"}`,
      fix: "keep the card, and set `model.lifecycle: retired` first",
    });
  },
});
