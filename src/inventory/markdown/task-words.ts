import type { Task } from "../vocabulary.ts";
import { Phrases } from "./phrases.ts";
import type { Token } from "./tokens.ts";

const TASK_WORDS: Readonly<Record<Task, string>> = {
  "binary-classification":
    "binary classification|binary classifier|binary text classification|binary image classification|binary supervised classification|two class classification|clasificación binaria",
  "multiclass-classification":
    "multiclass classification|multi class classification|multiclass classifier|multi class classifier|multinomial classification|multiclass text classification|multi class text classification|multiclass image classification|multi class image classification|clasificación multiclase",
  "multilabel-classification":
    "multilabel classification|multi label classification|multilabel classifier|multi label classifier|multi label text classification",
  regression: "regression|regressor|tabular regression|regresión",
  ranking: "ranking|learning to rank|text ranking|recommendation ranking|reranking",
  "anomaly-detection": "anomaly detection|outlier detection|novelty detection",
  forecasting: "forecasting|time series forecasting|demand forecasting|forecast|time series forecast",
  generation:
    "generation|text generation|text2text generation|language generation|summarization|translation|text to text generation|causal language modeling|image generation",
};
const NO_TASK = ["logistic regression", "softmax regression", "retrieval augmented generation"];

const TASKS = new Phrases<Task | null>([
  ...Object.entries(TASK_WORDS).flatMap(([task, names]) =>
    names.split("|").map((name) => [name, task as Task] as const),
  ),
  ...NO_TASK.map((name) => [name, null] as const),
]);

/** The one task that these words plainly name; null for none, or for two. */
export function taskIn(tokens: readonly Token[]): Task | null {
  const found = new Set<Task>();
  let classifies = false;
  for (let index = 0; index < tokens.length; ) {
    const task = TASKS.at(tokens, index);
    if (task?.means) found.add(task.means);
    if (!task && /^classif(ication|ier)$/.test(tokens[index]!.text)) classifies = true;
    index += task?.length ?? 1;
  }
  const [only] = found;
  if (found.size !== 1 || !only) return null;
  return classifies && !only.endsWith("classification") ? null : only;
}
