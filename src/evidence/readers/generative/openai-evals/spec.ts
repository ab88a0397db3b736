import type { Json } from "../../../output/json.ts";

/** What the first line of a log says about the run. */
export interface Spec {
  readonly run: string | null;
  readonly target: string | null;
  /** Null where the answers are compared with the right ones, and no model judges. */
  readonly judge: string | null;
  readonly evaluation: string;
  readonly suite: string;
  readonly split: string | null;
  readonly created: string | null;
  /** How many samples the run was held to. */
  readonly most: number | null;
}

/** A model-graded evaluation is judged by the last of its models, which is the target where there is but one. */
export function specOf(spec: Json): Spec {
  const models = modelsOf(spec);
  const graded = spec.get("run_config", "eval_spec", "cls").text()?.includes("modelgraded") ?? false;
  const evaluation = spec.get("eval_name").text() ?? "evaluation without a name";
  return {
    run: spec.get("run_id").text(),
    target: models[0] ?? null,
    judge: graded ? (models.at(-1) ?? null) : null,
    evaluation,
    suite: spec.get("base_eval").text() ?? evaluation,
    split: spec.get("split").text(),
    created: spec.get("created_at").text(),
    most: spec.get("run_config", "max_samples").number(),
  };
}

/** Until 1.0 the target was a model's name, or a map of them. */
function modelsOf(spec: Json): string[] {
  const lists = [spec.get("completion_fns"), spec.get("model_names", "completions")];
  const written = lists.find((list) => list.isList) ?? spec.get("model_name");
  const names = written.isList ? [...written.items()] : [written];
  return names.map((name) => name.text()).filter((name) => name !== null);
}
