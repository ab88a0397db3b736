import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";
import type { SamplesTally } from "./samples-tally.ts";

/** The part of a log that is no sample. */
export function isHeader(root: Json): boolean {
  const spec = root.get("eval");
  return (
    root.get("version").number() !== null &&
    root.get("status").text() !== null &&
    spec.get("task").text() !== null &&
    spec.get("model").text() !== null &&
    spec.get("dataset").isMap &&
    spec.get("config").isMap
  );
}

/** The model that graded, where one has that role; several are named together. */
export function judgeOf(header: Json): string | null {
  const grader = header.get("eval", "model_roles", "grader");
  if (!grader.isList) return grader.get("model").text();
  const names = [...grader.items()].flatMap((each) => each.get("model").text() ?? []);
  return names.length === 0 ? null : names.join(", ");
}

export function epochsOf(header: Json): number {
  const epochs = header.get("eval", "config", "epochs").number();
  return epochs !== null && Number.isInteger(epochs) && epochs > 1 ? epochs : 1;
}

/** Why the log is not of a whole run. `samples` is null where it keeps none. */
export function shortfallsOf(header: Json, samples: SamplesTally | null): Shortfall[] {
  const shortfalls: Shortfall[] = [];
  const add = (code: Shortfall["code"], says: string, where: Json, fix = "run `inspect eval` to its end") =>
    shortfalls.push({ code, says, fix, at: where.at });
  const results = header.get("results");
  const status = header.get("status");
  const total = results.get("total_samples").number();
  const completed = results.get("completed_samples").number();
  const seen = samples === null ? "" : ` after ${samples.samples} samples`;
  switch (status.text()) {
    case "success":
      break;
    case "cancelled":
      add("cancelled", `the run was cancelled${seen}`, status);
      break;
    case "started":
      add("unfinished", `the run has no end${seen}`, status);
      break;
    default:
      add("aborted", `the run ended with an error${seen}`, status);
  }
  const limit = header.get("eval", "config", "limit");
  const chosen = header.get("eval", "config", "sample_id");
  if (limit.exists || chosen.exists) {
    const all = header.get("eval", "dataset", "samples").number();
    const says = `the run was limited to some of the ${all ?? "dataset's"} questions of the dataset`;
    add("limited", says, limit.exists ? limit : chosen, "run it without --limit and --sample-id");
  }
  if (header.get("invalidated").boolean() === true)
    add("errors", "samples of the log were declared invalid", header.get("invalidated"));
  if (samples !== null && samples.errors > 0)
    add("errors", `${samples.errors} of ${samples.samples} samples failed to run`, header.get("eval"));
  else if (completed !== null && total !== null && completed < total)
    add("errors", `${completed} of ${total} samples were completed`, results);
  if (total === 0 || samples?.samples === 0) add("empty", "no sample was run", header.get("eval"));
  else if (samples !== null && total !== null && samples.samples < total)
    add("limited", `${samples.samples} of the ${total} samples of the run are there`, results);
  if (status.text() === "success" && results.get("scores").size === 0)
    add("nothing-asserted", "no answer was scored", results, "give the task a scorer");
  return shortfalls;
}
