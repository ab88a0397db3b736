import type { Json } from "../../../output/json.ts";

/** Assertions that a model judges, with or without "not-" before. Source: promptfoo's model-graded metrics. */
const MODEL_GRADED = new Set([
  "agent-rubric",
  "answer-relevance",
  "context-faithfulness",
  "context-recall",
  "context-relevance",
  "conversation-relevance",
  "factuality",
  "g-eval",
  "llm-rubric",
  "model-graded-closedqa",
  "model-graded-factuality",
  "search-rubric",
  "trajectory:goal-success",
]);
const REDTEAM = "promptfoo:redteam:";

/** promptfoo's default grader, which is another model on every machine. */
export const UNNAMED_JUDGE = "";

/** The model that judged, null where none did. An assertion's own word goes before the test's and the file's. */
export function judgeOf(assertions: readonly Json[], test: Json, config: Json): string | null {
  const judged = assertions.find((assertion) => isModelGraded(assertion.get("type").text()));
  if (judged === undefined) return null;
  return (
    nameOf(judged.get("provider")) ??
    nameOf(test.get("options", "provider")) ??
    nameOf(config.get("defaultTest", "options", "provider")) ??
    nameOf(config.get("redteam", "provider")) ??
    UNNAMED_JUDGE
  );
}

function isModelGraded(type: string | null): boolean {
  if (type === null) return false;
  return type.startsWith(REDTEAM) || MODEL_GRADED.has(type.startsWith("not-") ? type.slice(4) : type);
}

/** A provider is a name, an object with one, or an object with either for text. */
function nameOf(provider: Json): string | null {
  const text = provider.get("text");
  return provider.text() ?? provider.get("id").text() ?? text.text() ?? text.get("id").text();
}
