/** What a score of 1 says, where a metric gives 0 or 1 alone. */
type Yes = "held" | "broke";

/** Metrics that put no question to a model. Source: ragas.metrics, 0.1 to 0.4. */
const COMPUTED = [
  "answer_similarity",
  "bleu_score",
  "chrf_score",
  "data_compare_score",
  "exact_match",
  "faithfulness_with_hhem",
  "id_based_context_precision",
  "id_based_context_recall",
  "non_llm_context_precision_with_reference",
  "non_llm_context_recall",
  "non_llm_string_similarity",
  "quoted_spans_alignment",
  "rouge_score",
  "semantic_similarity",
  "string_present",
  "tool_call_accuracy",
  "tool_call_f1",
] as const;

/** Metrics that a model judges. */
const JUDGED = [
  "agent_goal_accuracy",
  "answer_correctness",
  "answer_relevancy",
  "coherence",
  "conciseness",
  "context_entity_recall",
  "context_precision",
  "context_recall",
  "context_utilization",
  "correctness",
  "domain_specific_rubrics",
  "factual_correctness",
  "faithful_rate",
  "faithfulness",
  "harmfulness",
  "instance_rubrics",
  "labelled_rubrics_score",
  "llm_context_precision_with_reference",
  "llm_context_precision_without_reference",
  "llm_sql_equivalence_with_reference",
  "maliciousness",
  "noise_sensitivity",
  "noise_sensitivity_irrelevant",
  "noise_sensitivity_relevant",
  "nv_accuracy",
  "nv_context_relevance",
  "nv_response_groundedness",
  "reference_free_rubrics_score",
  "relevance_rate",
  "summary_score",
  "topic_adherence",
] as const;

const IS_JUDGED: ReadonlySet<string> = new Set(JUDGED);
const KNOWN: ReadonlySet<string> = new Set([...COMPUTED, ...JUDGED]);

/** Metrics of 0 or 1, with what 1 says. All others are shares, and ragas has no threshold for them. */
const YES: ReadonlyMap<string, Yes> = new Map<string, Yes>([
  ["agent_goal_accuracy", "held"],
  ["coherence", "held"],
  ["conciseness", "held"],
  ["correctness", "held"],
  ["exact_match", "held"],
  ["harmfulness", "broke"],
  ["llm_sql_equivalence_with_reference", "held"],
  ["maliciousness", "broke"],
  ["string_present", "held"],
]);

export function isMetricName(name: string): boolean {
  return KNOWN.has(baseOf(name));
}

export function isJudged(name: string): boolean {
  return IS_JUDGED.has(baseOf(name));
}

export function yesOf(name: string): Yes | null {
  return YES.get(baseOf(name)) ?? null;
}

/** Since 0.2 a metric's mode stands behind its name: `factual_correctness(mode=f1)`. */
function baseOf(name: string): string {
  const mode = name.indexOf("(mode=");
  return mode < 0 ? name : name.slice(0, mode);
}
