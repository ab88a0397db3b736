import type { Place } from "../../../../documents/place.ts";
import type { Shortfall } from "../../../output/output.ts";
import type { Run } from "./run.ts";

const PROBES_NAMED = 3;
const AGAIN = "run garak again to its end, and commit the report that it closes";

/** Why a run was not a whole one. */
export function shortfallsOf(run: Run, whole: Place): Shortfall[] {
  const shortfalls: Shortfall[] = [];
  const say = (code: Shortfall["code"], says: string, fix = AGAIN) =>
    shortfalls.push({ code, says, fix, at: whole });
  const { attempts, total } = run.groups;
  if (!run.completed) say("aborted", "garak did not close the report, so that the run was broken off");
  if (attempts === 0) say("empty", "the report has no attempt that was judged");
  else if (run.started > run.prompts) {
    say(
      "unfinished",
      `${run.started - run.prompts} of ${run.started} prompts were put to the target and never judged`,
    );
  }
  const missing = run.setup.probes.filter((probe) => !hasRun(probe, run));
  if (attempts > 0 && missing.length > 0) {
    const named = missing.slice(0, PROBES_NAMED).join(", ");
    say(
      "unfinished",
      `${missing.length} of ${run.setup.probes.length} probes that were asked for left no attempt: ${named}`,
    );
  }
  if (total.error > 0) {
    const fix = "find out from garak's log why the target gave no answer, and run it again";
    say("errors", `the target gave no answer in ${total.error} of ${attempts} attempts`, fix);
  }
  if (total.unscored > 0) {
    const fix = "run the probe with a detector that can judge the answers";
    say("nothing-asserted", `no detector could judge ${total.unscored} of ${attempts} answers`, fix);
  }
  return shortfalls;
}

/** What was asked for may be a probe, or a module of probes. */
function hasRun(asked: string, run: Run): boolean {
  if (run.judged.has(asked)) return true;
  for (const probe of run.judged.keys()) if (probe.startsWith(`${asked}.`)) return true;
  return false;
}
