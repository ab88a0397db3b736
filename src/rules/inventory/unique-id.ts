import { defineRule } from "../rule.ts";
import { finding, fine } from "../verdict.ts";

export default defineRule({
  id: "inventory/unique-id",
  question: "Does each model have an id of its own?",
  why: "Findings, approvals and monitoring are keyed by the model's id. Two models behind one id share each other's history, and a decision about one silently covers the other.",
  controls: ["INV-01"],
  remedy: {
    says: "Give one of the models another id. The id is what findings and approvals are kept under, so change that of the newer one.",
    yaml: `
model:
  id: credit-default-cards # the other one stays credit-default
  name: Credit card default
`,
  },
  example: {
    failing: {
      "models/churn/model-card.yaml": `
model: { id: churn, task: binary-classification }
`,
      "models/churn-eu/model-card.yaml": `
model: { id: churn, task: binary-classification }
`,
    },
    passing: {
      "models/churn-eu/model-card.yaml": { "id: churn,": "id: churn-eu," },
    },
  },
  parameters: {},
  needs: () => [],
  *check({ after, twins }) {
    const { id } = after.model;
    if (twins.length === 0) {
      yield fine({ checked: `"${id.value}" is the id of this model alone` });
      return;
    }
    yield finding({
      about: `id|${after.card.path}`,
      at: id.at,
      says: `the id "${id.value}" is also the id of ${twins.join(", ")}`,
      fix: "give one of the models another `model.id`",
    });
  },
});
