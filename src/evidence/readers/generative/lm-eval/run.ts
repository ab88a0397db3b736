import type { Json } from "../../../output/json.ts";
import type { OutputSubject, Shortfall } from "../../../output/output.ts";
import { isoOfSeconds } from "../../iso-time.ts";

/** The totals of a run: tasks with versions, and which model under which limits. */
export function isRun(root: Json): boolean {
  const results = root.get("results");
  const config = root.get("config");
  const tasks = [...results.entries()];
  return (
    root.get("versions").isMap &&
    config.isMap &&
    config.has("model", "limit", "bootstrap_iters") &&
    results.isMap &&
    tasks.every(([, task]) => task.isMap)
  );
}

export function subjectOf(root: Json): OutputSubject {
  const args = root.get("config", "model_args");
  const named = ["pretrained", "model", "model_name", "engine"].map((key) => argument(args, key));
  const model =
    named.find((name) => name !== null) ??
    root.get("model_name").text() ??
    root.get("config", "model").text();
  const revision = argument(args, "revision");
  return {
    model: model === "" ? root.get("config", "model").text() : model,
    version: revision,
    digest: null,
  };
}

/** "pretrained=org/name,revision=v1", or a map of the same. */
function argument(args: Json, key: string): string | null {
  if (args.isMap) return args.get(key).text();
  const prefix = `${key}=`;
  const found = (args.text() ?? "").split(",").find((part) => part.trim().startsWith(prefix));
  return found === undefined ? null : found.trim().slice(prefix.length) || null;
}

/** Seconds since 1970, when it began; files of version 0.3 have none. */
export function beganAt(root: Json): string | null {
  return isoOfSeconds(root.get("date").number());
}

/** The names under which a task's answers were taken, in the order of its samples; none where they came as they were. */
export function filtersOf(root: Json, task: string): readonly string[] {
  const filters = root.get("configs", task, "filter_list");
  return [...filters.items()].flatMap((filter) => filter.get("name").text() ?? []);
}

/** Tasks that were not put to the model in full. */
export function shortfallsOf(root: Json): Shortfall[] {
  const shortfalls: Shortfall[] = [];
  if (root.get("results").size === 0) {
    const says = "no task was evaluated";
    shortfalls.push({ code: "empty", says, fix: "run `lm_eval` with its tasks", at: root.get("results").at });
  }
  const limit = root.get("config", "limit");
  const cut = [...root.get("n-samples").entries()].filter(([, counts]) => isCut(counts));
  const [first] = cut;
  if (first || limit.exists) {
    const [task, counts] = first ?? [null, limit];
    const [effective, original] = [counts.get("effective").number(), counts.get("original").number()];
    const asked = task === null ? "" : `: ${effective} of the ${original} questions of ${task} were put`;
    const others = cut.length > 1 ? `, and ${cut.length - 1} more tasks were cut` : "";
    const says = `the run was limited${limit.exists ? ` to ${limit.number()} a task` : ""}${asked}${others}`;
    shortfalls.push({
      code: "limited",
      says,
      fix: "run `lm_eval` without --limit and --samples",
      at: counts.at,
    });
  }
  const unscored = [...root.get("results").entries()].filter(([, task]) => isPredictOnly(task));
  if (unscored[0]) {
    const [task, at] = [unscored[0][0], unscored[0][1].at];
    const says = `the answers to ${task} were kept and not scored`;
    shortfalls.push({ code: "nothing-asserted", says, fix: "run `lm_eval` without --predict_only", at });
  }
  return shortfalls;
}

function isCut(counts: Json): boolean {
  const [effective, original] = [counts.get("effective").number(), counts.get("original").number()];
  return effective !== null && original !== null && effective < original;
}

function isPredictOnly(task: Json): boolean {
  return [...task.entries()].some(([key]) => key === "bypass" || key.startsWith("bypass,"));
}
