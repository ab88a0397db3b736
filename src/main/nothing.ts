import { escapeTerminal } from "../report/escape/terminal.ts";

/** What to do in a repository where no card was found: the shortest card that works, once its `<…>` are filled in. */
export function nothingToJudge(scope: readonly string[]): string {
  const where = scope.map((path) => escapeTerminal(path) || "this folder").join(", ");
  return `No model found in ${where}.

A model is found by its card. Put this beside the model as model-card.yaml,
fill in what stands in < >, correct the rest, and run the check again:

  model:
    id: my-model
    name: "<name>"
    version: 1.0.0
    task: binary-classification    # or multiclass-classification, regression
    lifecycle: development         # or staging, production
    owners: [{ name: "<team>", role: developer, contact: "<address>" }]
  risk:
    tier: low
    factors:
      domain: retail
      autonomy: human-in-the-loop
      people_affected: 0
      sensitive_attributes: []
      external_facing: false
      generative: false
      tool_use: false
      regulated: false
  use: { intended: "<what it decides, and for whom>" }
  prediction: { threshold: 0.5 }
  metrics:
    - { name: roc_auc, value: 0.91, split: test }
  evidence:
    - kind: predictions
      path: test-predictions.csv   # relative to this card
      split: test
      # columns: { label: …, score: … }   where they are not recognised
  limitations: ["<where it is known to fail>"]
`;
}
