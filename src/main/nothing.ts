/** What to do in a repository where no card was found: the shortest card that works. */
export function nothingToJudge(scope: readonly string[]): string {
  const where = scope.map((path) => path || "this folder").join(", ");
  return `No model found in ${where}.

A model is found by its card. Put this beside the model as model-card.yaml, fill it in, and run the check again:

  model:
    id: my-model
    name: My model
    version: 1.0.0
    task: binary-classification        # or multiclass-classification, regression
    lifecycle: development
    owners: [{ name: My team, role: developer, contact: team@example.com }]
  risk:
    tier: low
    factors: { domain: retail, autonomy: human-in-the-loop, people_affected: 0, external_facing: false,
               sensitive_attributes: [], generative: false, tool_use: false, regulated: false }
  use: { intended: What it decides, for whom. }
  prediction: { threshold: 0.5 }
  metrics:
    - { name: roc_auc, value: 0.91, split: test }
  evidence:
    - { kind: predictions, path: test-predictions.csv, split: test, columns: { label: y_true, score: y_score } }
  limitations: [Where it is known to fail.]
`;
}
