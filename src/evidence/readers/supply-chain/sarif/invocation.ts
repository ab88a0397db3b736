import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";
import { isoOf } from "../../iso-time.ts";

const AGAIN = "run the scanner again, to its end and without an error";

/** Why a run cannot vouch that nothing else was to be found; empty when it says that the tool ended well. */
export function unended(run: Json, scanner: string): Shortfall[] {
  const invocations = [...run.get("invocations").items()];
  const found: Shortfall[] = [];
  if (!run.get("results").isList) {
    const external = run.get("externalPropertyFileReferences", "results").exists;
    const says = external
      ? `the results of ${scanner} are in another file`
      : `${scanner} lists no results, not even none`;
    found.push({
      code: external ? "limited" : "unfinished",
      says,
      fix: "keep the results in the file",
      at: run.at,
    });
  }
  if (invocations.length === 0) {
    const says = `${scanner} does not say that it ended well: its run has no \`invocations\``;
    const fix = "use a version or an option of the scanner that writes `invocations`";
    found.push({ code: "unfinished", says, fix, at: run.at });
  }
  const failed = invocations.find((each) => each.get("executionSuccessful").boolean() !== true);
  if (failed) {
    const says = `${scanner} did not end well: \`executionSuccessful\` is ${failed.get("executionSuccessful").boolean() ?? "not given"}`;
    found.push({ code: "aborted", says, fix: AGAIN, at: failed.at });
  }
  return [...found, ...errors(invocations, scanner)];
}

/** Errors that the tool tells of although it calls itself successful: a file that it could not read is not scanned. */
function errors(invocations: readonly Json[], scanner: string): Shortfall[] {
  let count = 0;
  let first: Json | null = null;
  for (const invocation of invocations) {
    for (const list of ["toolExecutionNotifications", "toolConfigurationNotifications"]) {
      for (const notification of invocation.get(list).items()) {
        if (notification.get("level").text() !== "error") continue;
        first ??= notification;
        count++;
      }
    }
  }
  if (first === null) return [];
  const says = `${scanner} tells of ${count} ${count === 1 ? "error" : "errors"} while it ran`;
  return [{ code: "errors", says, fix: AGAIN, at: first.at }];
}

/** When the run ended; null when an invocation does not say. */
export function endOf(run: Json): string | null {
  const ends = [...run.get("invocations").items()].map((each) => isoOf(each.get("endTimeUtc").text()));
  return ends.reduce(
    (last, end) => (last === null || end === null ? null : last > end ? last : end),
    ends[0] ?? null,
  );
}
