import type { Place } from "../../../../documents/place.ts";
import type { DatasetFact } from "../../../output/fact.ts";
import type { Aggregate, Shortfall } from "../../../output/output.ts";

/** A run, whichever store it is kept in. */
export interface Run {
  readonly id: string;
  /** Its name, else the start of its id: what a message calls it. */
  readonly name: string;
  readonly status: RunStatus;
  readonly deleted: boolean;
  /** ISO 8601 in UTC; null while it runs. */
  readonly endedAt: string | null;
  readonly metrics: readonly RunMetric[];
  readonly datasets: readonly DatasetFact[];
  /** What the store keeps a second time, held against the first. */
  readonly copies: readonly Aggregate[];
  readonly at: Place;
}

export interface RunMetric {
  readonly name: string;
  /** Null where the run logged NaN or an infinity. */
  readonly value: number | null;
  readonly dataset: string | null;
  readonly at: Place;
}

export type RunStatus = "running" | "scheduled" | "finished" | "failed" | "killed" | "unknown";

/** MLflow's own numbers of its states, as a file store writes them. */
const BY_NUMBER: readonly RunStatus[] = ["unknown", "running", "scheduled", "finished", "failed", "killed"];

export function statusOf(written: string | number | null): RunStatus {
  if (typeof written === "number") return BY_NUMBER[written] ?? "unknown";
  const word = written?.toLowerCase() ?? "";
  return BY_NUMBER.find((status) => status === word) ?? "unknown";
}

/** Why a run is none that vouches for a model; null when it came to its end and measured something. */
export function shortfallOf(run: Run): Shortfall | null {
  const { name, at } = run;
  const again = "run it again to its end, or commit the run that did";
  if (run.deleted)
    return { code: "cancelled", says: `the run ${name} was deleted in MLflow`, fix: again, at };
  switch (run.status) {
    case "failed":
      return { code: "aborted", says: `the run ${name} failed`, fix: again, at };
    case "killed":
      return { code: "cancelled", says: `the run ${name} was killed`, fix: again, at };
    case "running":
    case "scheduled":
    case "unknown":
      return { code: "unfinished", says: `the run ${name} has no end: it is ${run.status}`, fix: again, at };
    case "finished":
      break;
  }
  if (run.metrics.length > 0) return null;
  const says = `the run ${name} measured nothing`;
  return { code: "nothing-asserted", says, fix: "log the metrics of the evaluation in it", at };
}
