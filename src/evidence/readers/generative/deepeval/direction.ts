/** On which side of its threshold a metric passes; the threshold itself passes on both. */
export type Direction = "at-least" | "at-most";

/** Passed at or below their threshold until 4.1, and at or above it since 4.2. Source: their `is_successful`. */
const TURNED: ReadonlySet<string> = new Set(["Bias", "Hallucination", "Misuse", "Toxicity"]);

/** Metrics of DeepEval's own that always passed at or above their threshold. */
const AT_LEAST: ReadonlySet<string> = new Set([
  "Answer Relevancy",
  "Argument Correctness",
  "Contextual Precision",
  "Contextual Recall",
  "Contextual Relevancy",
  "Conversation Completeness",
  "Exact Match",
  "Faithfulness",
  "Goal Accuracy",
  "Json Correctness",
  "Knowledge Retention",
  "MCP Task Completion",
  "MCP Use",
  "Multi-Turn MCP Use",
  "Non-Advice",
  "PII Leakage",
  "Pattern Match",
  "Plan Adherence",
  "Plan Quality",
  "Prompt Alignment",
  "RAGAS",
  "Role Adherence",
  "Role Violation",
  "Step Efficiency",
  "Summarization",
  "Task Completion",
  "Tool Correctness",
  "Tool Use",
  "Topic Adherence",
  "Turn Relevancy",
]);

const AT_LEAST_ENDINGS = [" [GEval]", " [Conversational GEval]", " [DAG]", " [ConversationalDAG]"];

/** How a metric's verdicts in one file stand to its scores and thresholds. */
export interface Agreement {
  readonly verdicts: number;
  readonly atLeast: number;
  readonly atMost: number;
  readonly knowsFlaky: boolean;
}

/** Null when a metric that is not DeepEval's own passes below its threshold, which no file declares. */
export function directionOf(
  metric: string,
  { verdicts, atLeast, atMost, knowsFlaky }: Agreement,
): Direction | null {
  if (TURNED.has(metric)) return !knowsFlaky || atMost > atLeast ? "at-most" : "at-least";
  const own = AT_LEAST.has(metric) || AT_LEAST_ENDINGS.some((ending) => metric.endsWith(ending));
  return !own && atMost === verdicts && atLeast < verdicts ? null : "at-least";
}

export function passes(score: number, threshold: number, direction: Direction): boolean {
  return direction === "at-least" ? score >= threshold : score <= threshold;
}
