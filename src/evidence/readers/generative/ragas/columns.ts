import { isMetricName } from "./metric-name.ts";

/** Columns of the questions, of 0.1 and since 0.2; no name is the index that pandas writes. */
const QUESTION_COLUMNS: ReadonlySet<string> = new Set([
  "",
  "Unnamed: 0",
  "answer",
  "contexts",
  "episode_done",
  "evolution_type",
  "ground_truth",
  "ground_truths",
  "index",
  "metadata",
  "multi_responses",
  "persona_name",
  "query_length",
  "query_style",
  "question",
  "reference",
  "reference_context_ids",
  "reference_contexts",
  "reference_tool_calls",
  "reference_topics",
  "response",
  "retrieved_context_ids",
  "retrieved_contexts",
  "rubrics",
  "synthesizer_name",
  "user_input",
]);

/** The columns of a table of scores: what is a metric, and what is not known. */
export interface Columns {
  readonly metrics: readonly string[];
  readonly unknown: readonly string[];
}

/** Null for a table that is not ragas': its own names for question and contexts or answer, and a metric of its own. */
export function columnsOf(names: readonly string[]): Columns | null {
  const given = new Set(names);
  const since02 =
    given.has("user_input") &&
    ["response", "retrieved_contexts", "reference"].some((name) => given.has(name));
  const of01 = given.has("question") && given.has("contexts");
  const metrics = [...given].filter(isMetricName);
  if (!(since02 || of01) || metrics.length === 0) return null;
  return {
    metrics,
    unknown: [...given].filter((name) => !QUESTION_COLUMNS.has(name) && !isMetricName(name)),
  };
}
