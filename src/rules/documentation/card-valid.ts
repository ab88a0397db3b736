import { defineRule } from "../rule.ts";
import { finding, fine } from "../verdict.ts";

export default defineRule({
  id: "documentation/card-valid",
  question: "Can the card be read, and does it say only what the format knows?",
  why: "Only what can be read is checked. A key or a value that the format does not know says nothing to whoever relies on the card, and is evidence of nothing.",
  controls: ["DOC-01"],
  remedy: {
    says: "Correct the key to the one that the finding names. A key of your own starts with `x-`.",
    yaml: `
model:
  id: credit-default
  lifecycle: staging # was lifecyle
  x-cost-centre: 4711
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
use: { intendet: Offers a call to customers who may leave. }
`,
    },
    passing: {
      "model-card.yaml": { intendet: "intended" },
    },
  },
  parameters: {},
  tellsOfUnread: true,
  needs: () => [],
  *check({ after }) {
    const { card } = after;
    for (const { code, about, at, says, fix } of card.problems)
      yield finding({ about: `${code}|${about}`, at, says, fix });
    if (card.problems.length === 0) yield fine({ checked: `${card.sources.join(" and ")} can be read` });
  },
});
